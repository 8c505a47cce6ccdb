import type { Value } from '../value';

/** One step of a path, from values to those that it names; `root` is what a condition's `$` means. */
export type JsonPathStep = (values: readonly Value[], root: Value) => readonly Value[];

/** A condition on a value. */
export type Condition = (value: Value, root: Value) => boolean;

/** `.name`, of objects alone. */
export function member(name: string): JsonPathStep {
  return (values) => values.flatMap((value) => memberOf(value, name));
}

/** `['a','b']`, in the order of the path. */
export function members(names: readonly string[]): JsonPathStep {
  return (values) => values.flatMap((value) => names.flatMap((name) => memberOf(value, name)));
}

/** `.*`: of an object, and not of a list. */
export const everyMember: JsonPathStep = (values) =>
  values.flatMap((value) => (value.is === 'object' ? [...value.members.values()] : []));

/** `[*]`: of a list, and not of an object. */
export const everyItem: JsonPathStep = (values) => values.flatMap(itemsOf);

/** `[0]` and `[0,2]`. */
export function items(indexes: readonly number[]): JsonPathStep {
  return (values) =>
    values.flatMap((value) => indexes.flatMap((index) => itemsOf(value).slice(index, index + 1)));
}

/** `..name` and `..['a','b']`, each where the document has it. */
export function below(names: readonly string[]): JsonPathStep {
  return (values) => values.flatMap((value) => membersBelow(value, names));
}

/** `..*`: the value and all below it. */
export const everythingBelow: JsonPathStep = (values) => values.flatMap(withAllBelow);

/** `[?(…)]`, of the items of a list. */
export function itemsWhere(condition: Condition): JsonPathStep {
  return (values, root) => values.flatMap(itemsOf).filter((item) => condition(item, root));
}

/** `..[?(…)]`, of the value and all below it. */
export function belowWhere(condition: Condition): JsonPathStep {
  return (values, root) => values.flatMap(withAllBelow).filter((one) => condition(one, root));
}

function memberOf(value: Value, name: string): readonly Value[] {
  const found = value.is === 'object' ? value.members.get(name) : undefined;
  return found === undefined ? [] : [found];
}

function itemsOf(value: Value): readonly Value[] {
  return value.is === 'array' ? value.items : [];
}

function membersBelow(value: Value, names: readonly string[]): readonly Value[] {
  if (value.is !== 'object') return itemsOf(value).flatMap((item) => membersBelow(item, names));
  return [...value.members].flatMap(([name, its]) => {
    const deeper = membersBelow(its, names);
    return names.includes(name) ? [its, ...deeper] : deeper;
  });
}

function withAllBelow(value: Value): readonly Value[] {
  const children = value.is === 'object' ? [...value.members.values()] : itemsOf(value);
  return [value, ...children.flatMap(withAllBelow)];
}

/** `[start:end:step]`, each left out where it is undefined; counted from the end where they are negative. */
export function slice([start, end, step = 1]: readonly (number | undefined)[]): JsonPathStep {
  return (values) =>
    values.flatMap((value) => {
      const all = itemsOf(value);
      const fromEnd = (index: number): number => (index < 0 ? all.length + index : index);
      return step > 0
        ? all
            .slice(Math.max(fromEnd(start ?? 0), 0), Math.max(fromEnd(end ?? all.length), 0))
            .filter(each(step))
        : all
            .slice(
              end === undefined ? 0 : Math.max(fromEnd(end) + 1, 0),
              Math.max(fromEnd(start ?? -1) + 1, 0),
            )
            .reverse()
            .filter(each(-step));
    });
}

function each(step: number): (item: Value, index: number) => boolean {
  return (_item, index) => index % step === 0;
}
