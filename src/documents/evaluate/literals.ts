import type { Reason } from '../../core/reason';
import { reason } from '../../core/reason';
import type { Expression, Member, Spread } from '../template/expression';
import type { FunctionCallInput, EvaluationScope } from './evaluator';
import type { ObjectValue, Value } from './value';

type Evaluate = Pick<FunctionCallInput, 'evaluate'>;

/** `{…}` with its spreads; a later member replaces an earlier one of the same name. */
export function evaluateObject(
  { members, place }: Expression & { readonly is: 'object' },
  scope: EvaluationScope,
  { evaluate }: Evaluate,
): ObjectValue {
  const built = new Map<string, Value>();
  let rest: Reason | null = null;
  for (const member of members) {
    const added =
      member.is === 'spread'
        ? spreadMembers(member, scope, { evaluate })
        : memberOf(member, scope, { evaluate });
    for (const [key, value] of added.members) built.set(key, value);
    rest ??= added.rest;
  }
  return { is: 'object', members: built, rest, from: place };
}

interface Added {
  readonly members: Iterable<readonly [string, Value]>;
  readonly rest: Reason | null;
}

function memberOf({ key, value }: Member, scope: EvaluationScope, { evaluate }: Evaluate): Added {
  const name = key.is === 'literal' && typeof key.value === 'string' ? key.value : evaluate(key, scope);
  if (typeof name === 'string') return { members: [[name, evaluate(value, scope)]], rest: null };
  if (name.is === 'text') return { members: [[name.value, evaluate(value, scope)]], rest: null };
  return { members: [], rest: name.is === 'unknown' ? name.because : reason('documents.evaluation.key') };
}

function spreadMembers({ of }: Spread, scope: EvaluationScope, { evaluate }: Evaluate): Added {
  const value = evaluate(of, scope);
  if (value.is === 'object') return value;
  return { members: [], rest: value.is === 'unknown' ? value.because : null };
}

/** The items of `...of` in an array. */
export function evaluateSpread(
  { of }: Spread,
  scope: EvaluationScope,
  { evaluate }: Evaluate,
): readonly Value[] {
  const value = evaluate(of, scope);
  return value.is === 'array' ? value.items : [value];
}
