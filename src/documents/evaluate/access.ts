import type { Expression } from '../template/expression';
import { EvaluationError, evaluationError } from './errors';
import type { EvaluatedName } from './evaluator';
import { valueMember, nullValue, unknownValue } from './make-value';
import { bounded, unknownMember } from './symbols';
import type { ArrayValue, Value } from './value';

/** Evaluates `of.name`. */
export function evaluateProperty(
  of: EvaluatedName,
  { name, safe }: Expression & { readonly is: 'property' },
): EvaluatedName {
  if (of.is === 'handle') return of.member(name) ?? missing(of.value(), name, safe);
  return memberOrMissing(of, name, safe);
}

function memberOrMissing(of: Value, name: string, safe: boolean): Value {
  if (of.is === 'unknown') return unknownMember(of, name);
  if (of.is === 'object') return valueMember(of, name) ?? missing(of, name, safe);
  return missing(of, name, safe);
}

/**
 * Returns the value of a member that isn't written. It's unknown, because it may still exist, if not all members are
 * known.
 */
function missing(of: Value, name: string, safe: boolean): Value {
  if (of.is === 'unknown') return unknownMember(of, name);
  if (of.is === 'object' && of.rest !== null) {
    return unknownValue(of.rest, of.called === undefined ? null : bounded(`${of.called}.${name}`));
  }
  if (safe) return nullValue();
  throw evaluationError('documents.evaluation.noMember', { name });
}

/** The options of an item access. */
type ItemAccess = Pick<Expression & { readonly is: 'item' }, 'safe' | 'fromEnd'>;

/** Evaluates `of[index]`. */
export function itemOf(of: EvaluatedName, index: Value, how: ItemAccess): EvaluatedName {
  if (of.is === 'handle') return of.item?.(index) ?? itemOf(of.value(), index, how);
  if (index.is === 'unknown') throw new EvaluationError(index.because);
  if (of.is === 'unknown') return unknownMember(of, keyText(index));
  if (of.is === 'null' && how.safe) return nullValue();
  return indexed(of, index, how);
}

function indexed(of: Value, index: Value, how: ItemAccess): Value {
  if (of.is === 'object' && index.is === 'text') return memberOrMissing(of, index.value, how.safe);
  if (of.is === 'array' && index.is === 'number') return itemAt(of, index.value, how);
  throw evaluationError('documents.evaluation.index');
}

function keyText(index: Value): string {
  return index.is === 'text' || index.is === 'number' ? String(index.value) : '';
}

function itemAt(of: ArrayValue, index: number, { safe, fromEnd }: ItemAccess): Value {
  if (of.rest !== null && (fromEnd || index >= of.items.length)) return unknownValue(of.rest);
  const found = fromEnd ? of.items[of.items.length - index] : of.items[index];
  if (found !== undefined) return found;
  if (safe) return nullValue();
  throw evaluationError('documents.evaluation.outOfBounds', { index, n: of.items.length });
}
