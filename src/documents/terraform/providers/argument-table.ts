import { arrayValue, flagValue, numberValue, objectValue, textValue } from '../../evaluate/make-value';
import type { ArrayValue, ObjectValue, Value } from '../../evaluate/value';

/** What a provider sends where an argument isn't set. */
type Scalar = string | boolean | number;

/** Where the value of an argument goes in ARM: a path with dots, or its names. */
interface ArgumentTarget {
  readonly to: string | readonly string[];
  /** What it becomes there, undefined where it counts as not set; the value itself where nothing is stated. */
  readonly as?: (value: Value) => Value | undefined;
  /** What the provider sends where the argument isn't set, or is null. */
  readonly unset?: Scalar;
}

/** Arguments of a block by name. Of several with the same target, the first that is set counts. */
export type ArgumentTable = Readonly<Record<string, string | ArgumentTarget>>;

/** `{ id }` of an ID. */
export function asReference(id: Value): Value {
  return objectValue({ id }, id.from);
}

/** `[{ id }]` of IDs. */
export function asReferences(ids: Value): Value {
  return changeItems(ids, asReference);
}

/** Objects that have each item of a list as one member. */
export function asObjectsWith(member: string): (list: Value) => Value {
  return (list) => changeItems(list, (one) => objectValue({ [member]: one }, one.from));
}

/** A port that is written as a number, or such ports in a list, as text: the provider converts them. */
export function asPortText(value: Value): Value {
  if (value.is === 'number') return textValue(String(value.value), value.from);
  return value.is === 'array' ? { ...value, items: value.items.map(asPortText) } : value;
}

/** A Boolean that ARM states inverted. */
export function asOpposite(value: Value): Value {
  return value.is === 'flag' ? { ...value, value: !value.value } : value;
}

/** A Boolean that ARM states as a word. */
export function asWord(on: string, off: string): (value: Value) => Value {
  return (value) => (value.is === 'flag' ? textValue(value.value ? on : off, value.from) : value);
}

/** Several texts in one. */
export function asJoined(separator: string): (value: Value) => Value {
  return (value) => {
    if (value.is !== 'array' || value.rest !== null) return value;
    const unknown = value.items.find(({ is }) => is !== 'text');
    if (unknown) return unknown;
    const texts = value.items.flatMap((one) => (one.is === 'text' ? [one.value] : []));
    return textValue(texts.join(separator), value.from);
  };
}

/** Blocks, or objects in a list, as the items of an array of ARM. */
export function asItems(table: ArgumentTable): (value: Value) => Value {
  return (value) => changeItems(value, (item) => (item.is === 'object' ? toArmObject(item, table) : item));
}

/** A block that occurs once at most, as an object. */
export function asObject(table: ArgumentTable): (value: Value) => Value | undefined {
  return (value) => {
    const first = firstItem(value);
    return first?.is === 'object' ? toArmObject(first, table) : first;
  };
}

/** The first block; the value itself where it isn't a list. */
export function firstItem(value: Value | undefined): Value | undefined {
  if (value?.is !== 'array') return value;
  const [first] = value.items;
  if (first !== undefined) return first;
  return value.rest === null
    ? undefined
    : { is: 'unknown', because: value.rest, symbol: null, from: value.from };
}

/** The items of a list, each changed. A single value is a list of one. */
export function changeItems(value: Value, change: (item: Value) => Value): Value {
  switch (value.is) {
    case 'array':
      return { ...value, items: value.items.map(change) };
    case 'object':
    case 'text':
      return arrayValue([change(value)], value.from);
    default:
      return value;
  }
}

/** True of what Terraform treats as not set: null, and in a plan an empty text. */
function isUnset(value: Value | undefined): boolean {
  return value === undefined || value.is === 'null' || (value.is === 'text' && value.value === '');
}

/** An argument of a resource or block; undefined where it isn't set. */
export function argument(values: ObjectValue, name: string): Value | undefined {
  const value = values.members.get(name);
  return isUnset(value) ? undefined : value;
}

/** An object that is still being filled. */
type Tree = Map<string, Value | Tree>;

/**
 * The ARM body of a block.
 * @param hasDefaults false of what only exists in Azure: what isn't stated isn't known
 */
export function toArmObject(values: ObjectValue, table: ArgumentTable, hasDefaults = true): ObjectValue {
  const tree: Tree = new Map();
  for (const [name, entry] of Object.entries(table)) {
    const { to, as } = targetOf(entry);
    const value = argument(values, name);
    const sent = value && (value.is === 'unknown' ? wrapped(value, as) : as ? as(value) : value);
    if (sent !== undefined && !has(tree, to)) put(tree, to, sent);
  }
  if (hasDefaults) fillDefaults(tree, table);
  return { ...fromTree(tree, values), rest: values.rest };
}

/** What isn't known of a reference is the ID in it. */
function wrapped(value: Value, as: ArgumentTarget['as']): Value {
  return as === asReference ? asReference(value) : value;
}

function targetOf(entry: string | ArgumentTarget): ArgumentTarget {
  return typeof entry === 'string' ? { to: entry } : entry;
}

function fillDefaults(tree: Tree, table: ArgumentTable): void {
  for (const entry of Object.values(table)) {
    const { to, unset } = targetOf(entry);
    if (unset !== undefined && !has(tree, to)) put(tree, to, scalarValue(unset));
  }
}

/** A value that nobody wrote. */
function scalarValue(value: Scalar): Value {
  if (typeof value === 'string') return textValue(value);
  return typeof value === 'boolean' ? flagValue(value) : numberValue(value);
}

type Path = ArgumentTarget['to'];

function namesIn(path: Path): string[] {
  return typeof path === 'string' ? path.split('.') : [...path];
}

function has(tree: Tree, path: Path): boolean {
  let at: Value | Tree | undefined = tree;
  for (const name of namesIn(path)) {
    if (!(at instanceof Map)) return at !== undefined;
    at = at.get(name);
  }
  return at !== undefined;
}

function put(tree: Tree, path: Path, value: Value): void {
  const names = namesIn(path);
  const last = names.pop() ?? '';
  let at = tree;
  for (const name of names) {
    const next = at.get(name);
    if (next instanceof Map) at = next;
    else {
      const made: Tree = new Map();
      at.set(name, made);
      at = made;
    }
  }
  at.set(last, value);
}

function fromTree(tree: Tree, { from }: Pick<ObjectValue, 'from'>): ObjectValue {
  const members = [...tree].map(
    ([name, value]) => [name, value instanceof Map ? fromTree(value, { from }) : value] as const,
  );
  return objectValue(new Map(members), from);
}

/** The same object with a value at a path; what lies on the path and isn't an object is replaced. */
export function withMember(object: ObjectValue, path: readonly string[], value: Value): ObjectValue {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const inner = object.members.get(name);
  const nested = inner?.is === 'object' ? inner : objectValue({}, object.from);
  const members = new Map(object.members);
  members.set(name, rest.length === 0 ? value : withMember(nested, rest, value));
  return { ...object, members };
}

/** A list with more items. */
export function withItems(list: Value | undefined, added: readonly Value[]): Value {
  if (list === undefined || list.is === 'null') return arrayValue(added);
  return list.is === 'array' ? ({ ...list, items: [...list.items, ...added] } satisfies ArrayValue) : list;
}
