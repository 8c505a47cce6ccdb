import type { Reason } from '../../../core/reason';
import { evaluationError } from '../errors';
import { keyIn, valueMember, nullValue, objectValue, textValue, unknownValue } from '../make-value';
import { unknownMember, unknownCall } from '../symbols';
import type { Value } from '../value';
import { anyUnknown, arrayArgument, objectArgument, textArgument } from './arguments';
import { tolerant, type FunctionTable } from './function-table';

/** Sorts names in Azure's order: by character, ignoring case. */
function byName([left]: readonly [string, ...unknown[]], [right]: readonly [string, ...unknown[]]): number {
  const [one, other] = [left.toUpperCase(), right.toUpperCase()];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function items(given: readonly Value[]): Value {
  const whyUnknown = anyUnknown(given);
  if (whyUnknown !== undefined) return unknownCall('items', given, whyUnknown);
  const { members, rest } = objectArgument(given, 0);
  const sorted = [...members].sort(byName);
  return {
    is: 'array',
    items: sorted.map(([key, value]) => objectValue({ key: textValue(key), value })),
    rest,
    from: null,
  };
}

function createObject(given: readonly Value[]): Value {
  if (given.length % 2 === 1) throw evaluationError('documents.evaluation.pairs');
  const members = new Map<string, Value>();
  let rest: Reason | null = null;
  for (let index = 0; index < given.length; index += 2) {
    const [key, value] = [given[index], given[index + 1]];
    if (key?.is === 'unknown') rest ??= key.because;
    else members.set(textArgument(given, index), value ?? nullValue());
  }
  return { is: 'object', members, rest, from: null };
}

/** Evaluates `tryGet(of, 'a', 0, 'b')`: null if a step doesn't exist. */
function tryGet([of, ...path]: readonly Value[]): Value {
  let at: Value = of ?? nullValue();
  for (const step of path) {
    if (at.is === 'unknown') {
      at = unknownMember(at, step.is === 'text' || step.is === 'number' ? String(step.value) : '');
    } else if (step.is === 'unknown') return unknownValue(step.because);
    else at = part(at, step) ?? absent(at);
  }
  return at;
}

function part(of: Value, step: Value): Value | undefined {
  if (of.is === 'object' && step.is === 'text') return valueMember(of, step.value);
  if (of.is === 'array' && step.is === 'number') return of.items[step.value];
  return undefined;
}

function absent(of: Value): Value {
  return (of.is === 'object' || of.is === 'array') && of.rest !== null ? unknownValue(of.rest) : nullValue();
}

function shallowMerge(given: readonly Value[]): Value {
  const { items: all, rest } = arrayArgument(given, 0);
  let members = new Map<string, Value>();
  let whyUnknown = rest;
  for (const one of all) {
    if (one.is === 'unknown') {
      // The unknown object can replace every earlier member.
      members = new Map([...members.keys()].map((key) => [key, unknownValue(one.because)]));
      whyUnknown ??= one.because;
      continue;
    }
    if (one.is === 'null') continue;
    const added = objectArgument([one], 0);
    for (const [key, value] of added.members) members.set(keyIn({ members }, key) ?? key, value);
    whyUnknown ??= added.rest;
  }
  return { is: 'object', members, rest: whyUnknown, from: null };
}

/** Functions of objects. */
export const objectFunctions: FunctionTable = {
  createobject: tolerant([0, 10_000], createObject),
  items: tolerant([1], items),
  objectkeys: tolerant([1], (given) => {
    const whyUnknown = anyUnknown(given);
    if (whyUnknown !== undefined) return unknownCall('objectKeys', given, whyUnknown);
    const { members, rest } = objectArgument(given, 0);
    return { is: 'array', items: [...members].sort(byName).map(([key]) => textValue(key)), rest, from: null };
  }),
  shallowmerge: tolerant([1], shallowMerge),
  tryget: tolerant([2, 1_000], tryGet),
};
