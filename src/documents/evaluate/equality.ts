import type { ArrayValue, ObjectValue, Value } from './value';

/** True if two known values are equal. Texts and member names are compared case-sensitively. */
export function isEqual(left: Value, right: Value): boolean {
  if (left.is === 'array' && right.is === 'array') return equalArrays(left, right);
  if (left.is === 'object' && right.is === 'object') return equalObjects(left, right);
  if (left.is === 'null' || right.is === 'null') return left.is === right.is;
  return 'value' in left && 'value' in right && left.value === right.value;
}

function equalArrays({ items: left }: ArrayValue, { items: right }: ArrayValue): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => {
      const other = right[index];
      return other !== undefined && isEqual(item, other);
    })
  );
}

function equalObjects(left: ObjectValue, right: ObjectValue): boolean {
  if (left.members.size !== right.members.size) return false;
  return [...left.members].every(([key, value]) => {
    const other = right.members.get(key);
    return other !== undefined && isEqual(value, other);
  });
}
