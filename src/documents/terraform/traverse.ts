import type { Reason } from '../../core/reason';
import { evaluationError } from '../evaluate/errors';
import { unknownValue } from '../evaluate/make-value';
import { bounded } from '../evaluate/symbols';
import type { ArrayValue, ObjectValue, UnknownValue, Value } from '../evaluate/value';
import { arrayKind } from './collections';
import { toNumber, toText } from './types';

/** Appends a step to the symbol of an unknown value: `symbol.id`, `symbol["a"]`. */
export function symbolStep({ because, symbol }: UnknownValue, step: string): UnknownValue {
  return unknownValue(because, symbol === null ? null : bounded(`${symbol}${step}`));
}

/** Evaluates `of.name`. */
export function memberOf(of: Value, name: string): Value {
  if (of.is === 'unknown') return symbolStep(of, `.${name}`);
  if (of.is === 'object') return objectMember(of, name, `.${name}`);
  throw evaluationError('documents.evaluation.noMember', { name });
}

function objectMember(of: ObjectValue, name: string, step: string): Value {
  const found = of.members.get(name);
  if (found !== undefined) return found;
  if (of.rest === null) throw evaluationError('documents.evaluation.noMember', { name });
  return unknownValue(of.rest, of.called === undefined ? null : bounded(`${of.called}${step}`));
}

/** Evaluates `of[index]`. */
export function itemOfCollection(of: Value, index: Value): Value {
  if (of.is === 'unknown') return unknownItem(of, index);
  if (index.is === 'unknown') return unknownValue(index.because);
  if (of.is === 'object') {
    const key = toText(index);
    return key.is === 'text' ? objectMember(of, key.value, `[${JSON.stringify(key.value)}]`) : key;
  }
  if (of.is !== 'array' || arrayKind(of) === 'set') throw evaluationError('documents.evaluation.index');
  return itemAt(of, index);
}

/**
 * Keys of the current instance. Repeated blocks of unknown number refer to each other instance by instance:
 * `a[each.key]` in a repeated block is `a[*]`.
 */
const currentInstance = new Set(['each.key', 'count.index']);

function unknownItem(of: UnknownValue, index: Value): Value {
  if (index.is === 'text') return symbolStep(of, `[${JSON.stringify(index.value)}]`);
  if (index.is === 'number') return symbolStep(of, `[${index.value}]`);
  if (index.is !== 'unknown') throw evaluationError('documents.evaluation.index');
  const isCurrent = index.symbol !== null && currentInstance.has(index.symbol);
  return isCurrent ? symbolStep(of, '[*]') : unknownValue(of.because);
}

function itemAt(of: ArrayValue, index: Value): Value {
  const at = toNumber(index);
  if (at.is === 'unknown') return at;
  const found = of.items[at.value];
  if (found !== undefined) return found;
  if (of.rest !== null) return unknownValue(of.rest);
  throw evaluationError('documents.evaluation.outOfBounds', { index: at.value, n: of.items.length });
}

/** Returns the items of `of[*]`: those of an array, or any other value except null as the only item. */
export function splatItems(of: Value): { readonly items: readonly Value[]; readonly rest: Reason | null } {
  if (of.is === 'array') return of;
  return { items: of.is === 'null' ? [] : [of], rest: null };
}
