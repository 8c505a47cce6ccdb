import { reason } from '../../../core/reason';
import { itemsOf, jsonMember, membersOf, type JsonNode } from '../../arm/json-node';
import { objectValue, unknownValue } from '../../evaluate/make-value';
import type { ObjectValue, Value } from '../../evaluate/value';
import type { SourceRange } from '../../source/source-range';
import { referenceIn, referenceQueryOf, textsIn, type ExpressionPlace } from './plan-references';

/** A resource of a plan: values, unknown values, sensitive values, and expressions. */
export interface ValuesNode {
  readonly values: JsonNode | undefined;
  readonly unknown: JsonNode | undefined;
  /** The sensitive values, from the values and from the change. */
  readonly sensitive: readonly (JsonNode | undefined)[];
  /** Undefined without a configuration, in which case everything is known. */
  readonly expressions: JsonNode | undefined;
}

interface Reading {
  readonly file: string;
  readonly address: string;
  readonly place: ExpressionPlace;
}

/** The parts of a plan at one path of the values. */
interface PathNode extends ValuesNode {
  /** Names on the path, without list indexes. */
  readonly path: readonly string[];
}

/**
 * Returns the arguments of a resource of a plan. A value that is only known after apply is unknown, with the
 * configuration's reference as its symbol. A value that isn't set and that Azure chooses is left out. Sensitive values
 * stay in the file.
 */
export function planValues(nodes: ValuesNode, reading: Reading): ObjectValue {
  const { values, unknown, expressions } = nodes;
  const members = new Map<string, Value>();
  const names = new Set([...membersOf(values), ...membersOf(unknown)].map(({ key }) => key));
  for (const name of names) {
    const isOpen = isTrue(jsonMember(unknown, name));
    // A computed argument without an expression is set by Azure.
    if (isOpen && expressions && !jsonMember(expressions, name)) continue;
    const value = valueAt(inside(nodes, name, []), reading);
    if (value) members.set(name, value);
  }
  return objectValue(members, rangeOf(values, reading.file));
}

/**
 * Returns the names of arguments that the configuration doesn't set, or of all arguments if there is no configuration.
 */
export function computedNames({ values, expressions }: ValuesNode): ReadonlySet<string> {
  if (!expressions) return new Set(membersOf(values).map(({ key }) => key));
  const names = membersOf(values).map(({ key }) => key);
  return new Set(names.filter((name) => !jsonMember(expressions, name)));
}

function inside(
  { values, unknown, sensitive, expressions }: ValuesNode,
  name: string,
  path: readonly string[],
): PathNode {
  return {
    values: jsonMember(values, name),
    unknown: jsonMember(unknown, name),
    sensitive: sensitive.map((one) => memberOrAll(one, name)),
    expressions: memberOrAll(expressions, name),
    path: [...path, name],
  };
}

/** A statement about a whole value applies to its parts. */
function memberOrAll(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (isTrue(node) || jsonMember(node, 'references')) return node;
  return jsonMember(node, name);
}

function valueAt(node: PathNode, reading: Reading): Value | undefined {
  const { values, unknown, sensitive } = node;
  const from = rangeOf(values, reading.file);
  if (sensitive.some(isTrue)) return unknownValue(reason('unknown.secret'), null, from);
  if (isTrue(unknown)) return unknownAt(node, reading);
  const shape = values ?? unknown;
  if (shape?.is === 'object' || shape?.is === 'array') return nested(node, reading);
  return values && literalOf(values, from);
}

/** Converts a value without parts. */
function literalOf(node: JsonNode, from: SourceRange | null): Value {
  switch (node.is) {
    case 'null':
      return { is: 'null', from };
    case 'text':
      return { is: 'text', value: node.value, from };
    case 'number':
      return { is: 'number', value: node.value, from };
    case 'flag':
      return { is: 'flag', value: node.value, from };
    default:
      return unknownValue(reason('unknown.broken'), null, from);
  }
}

function nested(node: PathNode, reading: Reading): Value | undefined {
  const { values, unknown } = node;
  const from = rangeOf(values, reading.file);
  if (values?.is === 'array' || (values === undefined && unknown?.is === 'array')) {
    const length = Math.max(itemsOf(values).length, itemsOf(unknown).length);
    const items = Array.from({ length }, (_, at) => valueAt(itemOf(node, at), reading));
    return { is: 'array', items: items.map((one) => one ?? { is: 'null', from }), rest: null, from };
  }
  const names = new Set([...membersOf(values), ...membersOf(unknown)].map(({ key }) => key));
  const members = [...names].flatMap((name): (readonly [string, Value])[] => {
    const value = valueAt(inside(node, name, node.path), reading);
    return value ? [[name, value]] : [];
  });
  return values === undefined && members.length === 0 ? undefined : objectValue(new Map(members), from);
}

function itemOf({ values, unknown, sensitive, expressions, path }: PathNode, at: number): PathNode {
  const item = (node: JsonNode | undefined): JsonNode | undefined =>
    node?.is === 'array' ? node.items[at] : undefined;
  const isWhole = expressions?.is !== 'array';
  return {
    values: item(values),
    unknown: item(unknown),
    sensitive: sensitive.map((one) => (isTrue(one) ? one : item(one))),
    expressions: isWhole ? expressions : item(expressions),
    path,
  };
}

function unknownAt({ expressions, path, values }: PathNode, { file, address, place }: Reading): Value {
  const what = `${address}.${path.join('.')}`;
  const [argument = ''] = path;
  const symbol = path.length > 1 && argument === 'body' ? referenceInBody(expressions, place, path) : null;
  const last = path.at(-1) ?? '';
  return unknownValue(
    reason('unknown.terraform.apply', { what }),
    symbol ?? referenceIn(expressions, place, referenceQueryOf(last)),
    rangeOf(values, file),
  );
}

/**
 * Finds the reference for a property in an azapi body. A body has one list of references for all properties, so the one
 * whose type is the property's name is used, or else the end of its name.
 */
function referenceInBody(
  expressions: JsonNode | undefined,
  place: ExpressionPlace,
  path: readonly string[],
): string | null {
  const names = path.at(-1) === 'id' ? path.slice(0, -1) : path;
  const property = (names.at(-1) ?? '')
    .replace(/Ids?$/, '')
    .replace(/^remote/, '')
    .toLowerCase();
  const links = textsIn(jsonMember(expressions, 'references')).filter((one) => one.endsWith('.id'));
  const [only] =
    onlyFitting(links, (type) => type === property) ??
    onlyFitting(links, (type) => property.endsWith(type)) ??
    [];
  if (only === undefined) return null;
  return place.module.address === '' ? only : `${place.module.address}.${only}`;
}

/** Returns the references to resources of a fitting type of `azurerm`, if there are any; empty if there are several. */
function onlyFitting(
  links: readonly string[],
  fits: (type: string) => boolean,
): readonly string[] | undefined {
  const fitting = new Set(
    links.filter((one) => {
      const [, type] = /(?:^|\.)azurerm_(\w+)\./.exec(one) ?? [];
      return type !== undefined && fits(type.replaceAll('_', '').toLowerCase());
    }),
  );
  if (fitting.size === 0) return undefined;
  return fitting.size > 1 ? [] : [...fitting];
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.is === 'flag' && node.value;
}

function rangeOf(node: JsonNode | undefined, file: string): SourceRange | null {
  return node ? { file, start: node.start, end: node.end } : null;
}
