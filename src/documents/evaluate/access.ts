import type { Expression } from '../template/expression';
import { EvaluationError, failed } from './errors';
import type { Meaning } from './evaluator';
import { memberOf, nothing, unknown } from './make-value';
import { bounded, partOf } from './symbols';
import type { ArrayValue, Value } from './value';

/** `of.name`. */
export function propertyOf(of: Meaning, { name, safe }: Expression & { readonly is: 'property' }): Meaning {
  if (of.is === 'handle') return of.member(name) ?? missing(of.value(), name, safe);
  return memberOrMissing(of, name, safe);
}

function memberOrMissing(of: Value, name: string, safe: boolean): Value {
  if (of.is === 'unknown') return partOf(of, name);
  if (of.is === 'object') return memberOf(of, name) ?? missing(of, name, safe);
  return missing(of, name, safe);
}

/** A member that is not written: perhaps there all the same where not all members are known. */
function missing(of: Value, name: string, safe: boolean): Value {
  if (of.is === 'unknown') return partOf(of, name);
  if (of.is === 'object' && of.rest !== null) {
    return unknown(of.rest, of.called === undefined ? null : bounded(`${of.called}.${name}`));
  }
  if (safe) return nothing();
  throw failed('documents.evaluation.noMember', { name });
}

/** How an item is asked for. */
type How = Pick<Expression & { readonly is: 'item' }, 'safe' | 'fromEnd'>;

/** `of[index]`. */
export function itemOf(of: Meaning, index: Value, how: How): Meaning {
  if (of.is === 'handle') return of.item(index) ?? itemOf(of.value(), index, how);
  if (index.is === 'unknown') throw new EvaluationError(index.because);
  if (of.is === 'unknown') return partOf(of, keyText(index));
  if (of.is === 'null' && how.safe) return nothing();
  return indexed(of, index, how);
}

function indexed(of: Value, index: Value, how: How): Value {
  if (of.is === 'object' && index.is === 'text') return memberOrMissing(of, index.value, how.safe);
  if (of.is === 'array' && index.is === 'number') return itemAt(of, index.value, how);
  throw failed('documents.evaluation.index');
}

function keyText(index: Value): string {
  return index.is === 'text' || index.is === 'number' ? String(index.value) : '';
}

function itemAt(of: ArrayValue, index: number, { safe, fromEnd }: How): Value {
  if (of.rest !== null && (fromEnd || index >= of.items.length)) return unknown(of.rest);
  const found = fromEnd ? of.items[of.items.length - index] : of.items[index];
  if (found !== undefined) return found;
  if (safe) return nothing();
  throw failed('documents.evaluation.outOfBounds', { index, n: of.items.length });
}
