import { getOrCreate } from '../../../core/get-or-create';
import { itemsOf, jsonMember, type JsonNode } from '../../arm/json-node';
import { callOf, calledModule, outputNames, outputExpression, type PlanModule } from './plan-modules';

/** The context of an expression: its module, index, and `for_each` expression. */
export interface ExpressionPlace {
  readonly module: PlanModule;
  /** `["a"]` or `[0]` of the resource or call that contains the expression. Empty if it isn't repeated. */
  readonly index: string;
  /** The expression of `for_each`. */
  readonly forEach: JsonNode | undefined;
}

/** The attribute that an argument expects of a reference, and the resource type if the argument's name implies it. */
export interface ReferenceQuery {
  readonly attribute: 'id' | 'name';
  /** `subnet` for `subnet_id`. Empty if the name doesn't imply a type. */
  readonly kind: string;
}

/** Maximum depth of nested modules. Hand-written configurations have fewer. */
const mostHops = 30;

/** Returns the expected reference of an argument, from its name. */
export function referenceQueryOf(argument: string): ReferenceQuery {
  const [, kind = ''] = /^(.*)_(?:ids?|name)$/.exec(argument) ?? [];
  return { attribute: argument.endsWith('_name') ? 'name' : 'id', kind: kind.replace(/_resource$/, '') };
}

/**
 * Returns the absolute address that an expression refers to, with the rest of the traversal. Null if the plan doesn't
 * contain it. A plan lists the references of an expression, without their use. If an index is an expression, the
 * traversal in the list ends before it.
 */
export function referenceIn(
  expression: JsonNode | undefined,
  place: ExpressionPlace,
  referenceQuery: ReferenceQuery,
): string | null {
  const found = follow(expression, { place, referenceQuery, hops: mostHops });
  return found.is === 'link' ? found.address : null;
}

interface Following {
  readonly place: ExpressionPlace;
  readonly referenceQuery: ReferenceQuery;
  readonly hops: number;
}

/** The target of a reference: a resource, a value that the plan knows, or something that can't be followed. */
type Followed = { readonly is: 'link'; readonly address: string } | { readonly is: 'known' | 'open' };

const known: Followed = { is: 'known' };
const open: Followed = { is: 'open' };

/** Results by expression and place, because there can be many paths between expressions of modules. */
const results = new WeakMap<JsonNode, Map<string, Followed>>();

function follow(expression: JsonNode | undefined, at: Following): Followed {
  if (expression === undefined || at.hops === 0) return open;
  const own = getOrCreate(results, expression, () => new Map<string, Followed>());
  const { place, referenceQuery } = at;
  const key = JSON.stringify([
    place.module.address,
    place.index,
    place.forEach?.start,
    referenceQuery.attribute,
    referenceQuery.kind,
  ]);
  const before = own.get(key);
  if (before) return before;
  // A reference that leads back to this expression isn't followed.
  own.set(key, open);
  const found = followAll(candidatesOf(textsIn(jsonMember(expression, 'references'))), at);
  own.set(key, found);
  return found;
}

/**
 * Follows several references, and returns the only one that fits. A reference that can't be followed could also be the
 * right one.
 */
function followAll(references: readonly string[], at: Following): Followed {
  const all = references.map((one) => followed(one, references, at));
  if (all.some(({ is }) => is === 'open')) return open;
  return onlyLink(all, at.referenceQuery);
}

function onlyLink(all: readonly Followed[], referenceQuery: ReferenceQuery): Followed {
  const distinct = [...new Set(all.flatMap((one) => (one.is === 'link' ? [one.address] : [])))];
  const fitting = distinct.length > 1 ? distinct.filter((one) => fits(one, referenceQuery)) : distinct;
  const [address, ...others] = fitting;
  if (address === undefined) return distinct.length > 0 ? open : known;
  return others.length > 0 ? open : { is: 'link', address };
}

/** Returns the references of an expression that aren't just a prefix of another one. */
function candidatesOf(references: readonly string[]): readonly string[] {
  const sorted = [...references].sort(byUnit);
  const begins = (text: string): boolean => sorted[placeIn(sorted, text)]?.startsWith(text) === true;
  return [...new Set(references)].filter((one) => !begins(`${one}.`) && !begins(`${one}[`));
}

function byUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Returns the index of a text in a sorted list, or its insertion index. */
function placeIn(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names whose values are known before apply: indexes and keys of instances, and names. */
const knownBefore: ReadonlySet<string> = new Set(['count', 'path', 'terraform', 'self']);

function followed(reference: string, all: readonly string[], at: Following): Followed {
  const [first = ''] = reference.split(/[.[]/, 1);
  if (knownBefore.has(first)) return known;
  switch (first) {
    case 'local':
      // The plan doesn't contain the expressions of local values.
      return open;
    case 'var':
      return ofVariable(reference, at);
    case 'module':
      return ofModule(reference, all, at);
    case 'each':
      return reference.startsWith('each.value') ? ofEach(reference, at) : known;
    default:
      return { is: 'link', address: ofResource(reference, all, at) };
  }
}

/** Follows a variable to the value that the module's call passes. Values of root variables and defaults are known. */
function ofVariable(reference: string, { place, referenceQuery, hops }: Following): Followed {
  const [, name = '', rest = ''] = /^var\.([\w-]+)(?![\w-])(.*)/s.exec(reference) ?? [];
  const { module } = place;
  if (module.parent === null) return known;
  const call = callOf(module);
  const expression = jsonMember(jsonMember(call, 'expressions'), name);
  if (!call) return open;
  if (!expression) return known;
  const outer = {
    module: module.parent,
    index: module.index,
    forEach: jsonMember(call, 'for_each_expression'),
  };
  // A member of an object. It isn't known which of the object's references belongs to it.
  return rest === '' || countOf(expression) <= 1
    ? follow(expression, { place: outer, referenceQuery, hops: hops - 1 })
    : open;
}

function countOf(expression: JsonNode | undefined): number {
  return candidatesOf(textsIn(jsonMember(expression, 'references'))).length;
}

/** Follows an output of a module. */
function ofModule(reference: string, all: readonly string[], at: Following): Followed {
  const [, call = '', index = '', output] =
    /^module\.([\w-]+)(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?(?:\.([\w-]+))?/.exec(reference) ?? [];
  const { module: parent, index: own } = at.place;
  const key = index === '' && (output === undefined || isIndexed(all)) ? own : index;
  const module = calledModule(parent, call, isRepeated(parent, call) ? key : '');
  const inside = { ...at, place: { module, index: '', forEach: undefined }, hops: at.hops - 1 };
  return output === undefined ? ofAnyOutput(inside) : follow(outputExpression(module, output), inside);
}

/** Follows an output without a name. The result is clear if only one output fits. */
function ofAnyOutput(inside: Following): Followed {
  const { module } = inside.place;
  const outputs = outputNames(module).map((name) => follow(outputExpression(module, name), inside));
  if (outputs.length === 0 || outputs.some(({ is }) => is === 'open')) return open;
  const fitting = outputs.filter((one) => one.is === 'link' && fits(one.address, inside.referenceQuery));
  return fitting.length > 0 ? onlyLink(fitting, inside.referenceQuery) : open;
}

function isRepeated({ configuration }: PlanModule, call: string): boolean {
  const its = jsonMember(jsonMember(configuration, 'module_calls'), call);
  return (
    jsonMember(its, 'for_each_expression') !== undefined || jsonMember(its, 'count_expression') !== undefined
  );
}

/** True if the reference is indexed by the key of the instance. `each.value` is a different key. */
function isIndexed(all: readonly string[]): boolean {
  const isKey = (one: string): boolean => one === 'each.key' || one === 'count.index';
  return all.some(isKey) && !all.some((one) => one.startsWith('each.value'));
}

/** Follows `each.value.id` if `for_each` is over resources. */
function ofEach(reference: string, { place, referenceQuery, hops }: Following): Followed {
  const over = candidatesOf(textsIn(jsonMember(place.forEach, 'references')));
  const [only, ...others] = over;
  if (place.forEach === undefined || others.length > 0) return open;
  if (only === undefined) return known;
  const rest = reference.slice('each.value'.length);
  const isResource =
    /^(?:data\.)?\w+\.[\w-]+$/.test(only) && !/^(?:var|local|module|each|count)\./.test(only);
  if (!isResource) {
    const outer = { ...place, forEach: undefined };
    return follow(place.forEach, { place: outer, referenceQuery, hops: hops - 1 });
  }
  const address = `${prefixOf(place.module)}${only}${place.index}${rest === '' ? `.${referenceQuery.attribute}` : rest}`;
  return { is: 'link', address };
}

function ofResource(reference: string, all: readonly string[], { place, referenceQuery }: Following): string {
  const { module, index } = place;
  const isWhole = /^(?:data\.)?\w+\.[\w-]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?$/.test(reference);
  if (!isWhole) return `${prefixOf(module)}${reference}`;
  const hasIndex = reference.endsWith(']');
  return `${prefixOf(module)}${reference}${!hasIndex && isIndexed(all) ? index : ''}.${referenceQuery.attribute}`;
}

function prefixOf({ address }: PlanModule): string {
  return address === '' ? '' : `${address}.`;
}

/** True if the type of a resource matches the name of an argument. */
function fits(address: string, { kind, attribute }: ReferenceQuery): boolean {
  if (!address.endsWith(`.${attribute}`)) return false;
  return kind === '' || address.includes(`azurerm_${kind}.`) || address.includes('azapi_resource.');
}

export function textsIn(list: JsonNode | undefined): readonly string[] {
  return itemsOf(list).flatMap((one) => (one.is === 'text' ? [one.value] : []));
}
