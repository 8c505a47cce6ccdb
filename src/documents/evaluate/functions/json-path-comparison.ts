import { isEqual } from '../equality';
import type { Value } from '../value';

/**
 * What Json.NET says of two values in a condition: lists and objects are only ever not equal. Undefined where it would
 * turn one kind into another, and where a value is not known.
 */
export function compareJsonPath(operator: string, left: Value, right: Value): boolean | undefined {
  if (left.is === 'unknown' || right.is === 'unknown') return undefined;
  if (isCompound(left) || isCompound(right)) return operator === '!=' || operator === '<>';
  if (/^==/.test(operator)) return isEqual(left, right);
  if (/^!|^<>/.test(operator)) return !isEqual(left, right);
  return inOrder(operator, orderOf(left, right));
}

function isCompound({ is }: Value): boolean {
  return is === 'array' || is === 'object';
}

function inOrder(operator: string, order: number | undefined): boolean | undefined {
  if (order === undefined) return undefined;
  if (operator.endsWith('=') && order === 0) return true;
  return operator.startsWith('<') ? order < 0 : order > 0;
}

/** Nothing comes before all else; texts by their code units. */
function orderOf(left: Value, right: Value): number | undefined {
  if (left.is === 'null' || right.is === 'null') {
    return Number(left.is !== 'null') - Number(right.is !== 'null');
  }
  if (left.is === 'text' && right.is === 'text') return sign(left.value, right.value);
  if (left.is === 'number' && right.is === 'number') return sign(left.value, right.value);
  if (left.is === 'flag' && right.is === 'flag') return sign(left.value, right.value);
  return undefined;
}

function sign<T extends string | number | boolean>(left: T, right: T): number {
  return Number(left > right) - Number(left < right);
}
