import { arrayValue, flagValue, numberValue, objectValue, textValue } from '../../evaluate/make-value';
import type { ArrayValue, ObjectValue, Value } from '../../evaluate/value';

/** A default that a provider sends. */
type Scalar = string | boolean | number;

/** The ARM target of an argument: a path with dots, or its names. */
interface ArgumentTarget {
  readonly to: string | readonly string[];
  /**
   * Converts the value, or returns undefined if it counts as not set. Without a conversion, the value is used as it is.
   */
  readonly as?: (value: Value) => Value | undefined;
  /** The default that the provider sends if the argument isn't set, or is null. */
  readonly unset?: Scalar;
  /** The default before version 4 of the provider, if it was another one. */
  readonly unsetBefore4?: Scalar;
  /** True if the provider sends it only since version 3.24. */
  readonly isSince324?: true;
}

/** Arguments of a block by name. If several have the same target, the first that is set counts. */
export type ArgumentTable = Readonly<Record<string, string | ArgumentTarget>>;

/** Converts an ID to `{ id }`. */
export function asReference(id: Value): Value {
  return objectValue({ id }, id.from);
}

/** Converts IDs to `[{ id }]`. */
export function asReferences(ids: Value): Value {
  return changeItems(ids, asReference);
}

/** Wraps each item of a list into an object with one member. */
export function asObjectsWith(member: string): (list: Value) => Value {
  return (list) => changeItems(list, (one) => objectValue({ [member]: one }, one.from));
}

/** Converts a port, or a list of ports, from number to text, as the provider does. */
export function asPortText(value: Value): Value {
  if (value.is === 'number') return textValue(String(value.value), value.from);
  return value.is === 'array' ? { ...value, items: value.items.map(asPortText) } : value;
}

/** Inverts a Boolean. */
export function asOpposite(value: Value): Value {
  return value.is === 'flag' ? { ...value, value: !value.value } : value;
}

/** Converts a Boolean to one of two words. */
export function asWord(on: string, off: string): (value: Value) => Value {
  return (value) => (value.is === 'flag' ? textValue(value.value ? on : off, value.from) : value);
}

/** Joins several texts. */
export function asJoined(separator: string): (value: Value) => Value {
  return (value) => {
    if (value.is !== 'array' || value.rest !== null) return value;
    const unknown = value.items.find(({ is }) => is !== 'text');
    if (unknown) return unknown;
    const texts = value.items.flatMap((one) => (one.is === 'text' ? [one.value] : []));
    return textValue(texts.join(separator), value.from);
  };
}

/** Converts blocks, or objects in a list, to the items of an ARM array. */
export function asItems(table: ArgumentTable): (value: Value) => Value {
  return (value) => changeItems(value, (item) => (item.is === 'object' ? toArmObject(item, table) : item));
}

/** Converts a block that occurs at most once to an object. */
export function asObject(table: ArgumentTable): (value: Value) => Value | undefined {
  return (value) => {
    const first = firstItem(value);
    return first?.is === 'object' ? toArmObject(first, table) : first;
  };
}

/** Returns the first block, or the value itself if it isn't a list. */
export function firstItem(value: Value | undefined): Value | undefined {
  if (value?.is !== 'array') return value;
  const [first] = value.items;
  if (first !== undefined) return first;
  return value.rest === null
    ? undefined
    : { is: 'unknown', because: value.rest, symbol: null, from: value.from };
}

/** Converts each item of a list. A single value counts as a list with one item. */
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

/** True for a value that Terraform treats as not set: null, and in a plan an empty text. */
function isUnset(value: Value | undefined): boolean {
  return value === undefined || value.is === 'null' || (value.is === 'text' && value.value === '');
}

/** Returns an argument of a resource or block, or undefined if it isn't set. */
export function argument(values: ObjectValue, name: string): Value | undefined {
  const value = values.members.get(name);
  return isUnset(value) ? undefined : value;
}

/** An object that is being filled. */
type Tree = Map<string, Value | Tree>;

/** The defaults that a provider sends. None for a resource that only exists in Azure. */
export type ProviderDefaults = 'none' | 'current' | 'before-4' | 'before-3.24';

/** Converts a block to an ARM body. */
export function toArmObject(
  values: ObjectValue,
  table: ArgumentTable,
  defaults: ProviderDefaults = 'current',
): ObjectValue {
  const tree: Tree = new Map();
  for (const [name, entry] of Object.entries(table)) {
    const { to, as } = targetOf(entry);
    const value = argument(values, name);
    const sent = value && (value.is === 'unknown' ? wrapped(value, as) : as ? as(value) : value);
    if (sent !== undefined && !has(tree, to)) put(tree, to, sent);
  }
  if (defaults !== 'none') fillDefaults(tree, table, defaults);
  return { ...fromTree(tree, values), rest: values.rest };
}

/** The unknown part of a reference is the ID in it. */
function wrapped(value: Value, as: ArgumentTarget['as']): Value {
  return as === asReference ? asReference(value) : value;
}

function targetOf(entry: string | ArgumentTarget): ArgumentTarget {
  return typeof entry === 'string' ? { to: entry } : entry;
}

function fillDefaults(tree: Tree, table: ArgumentTable, defaults: ProviderDefaults): void {
  for (const entry of Object.values(table)) {
    const { to, unset: current, unsetBefore4 = current, isSince324 } = targetOf(entry);
    if (isSince324 && defaults === 'before-3.24') continue;
    const unset = defaults === 'current' ? current : unsetBefore4;
    if (unset !== undefined && !has(tree, to)) put(tree, to, scalarValue(unset));
  }
}

/** Creates a value that isn't in the file. */
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
      const subtree: Tree = new Map();
      at.set(name, subtree);
      at = subtree;
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

/** Returns an object with a value at a path. Values on the path that aren't objects are replaced. */
export function withMember(object: ObjectValue, path: readonly string[], value: Value): ObjectValue {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const inner = object.members.get(name);
  const nested = inner?.is === 'object' ? inner : objectValue({}, object.from);
  const members = new Map(object.members);
  members.set(name, rest.length === 0 ? value : withMember(nested, rest, value));
  return { ...object, members };
}

/** Adds items to a list. */
export function withItems(list: Value | undefined, added: readonly Value[]): Value {
  if (list === undefined || list.is === 'null') return arrayValue(added);
  return list.is === 'array' ? ({ ...list, items: [...list.items, ...added] } satisfies ArrayValue) : list;
}
