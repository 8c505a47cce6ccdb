import { itemsOf, jsonMember, type JsonNode } from '../../arm/json-node';
import { callOf, calledModule, outputNames, outputExpression, type PlanModule } from './plan-modules';

/** The context of an expression: its module, index, and `for_each` expression. */
export interface ExpressionPlace {
  readonly module: PlanModule;
  /** `["a"]` or `[0]` of the resource or call that the expression is of; empty where it isn't repeated. */
  readonly index: string;
  /** What is repeated over. */
  readonly forEach: JsonNode | undefined;
}

/** The attribute that an argument expects of a reference, and the resource type if the argument's name implies it. */
export interface Wanted {
  readonly attribute: 'id' | 'name';
  /** `subnet` of `subnet_id`; empty where nothing is stated. */
  readonly kind: string;
}

/** More modules inside of each other than people write. */
const mostHops = 30;

/** The expected reference of an argument, from its name. */
export function wantedBy(argument: string): Wanted {
  const [, kind = ''] = /^(.*)_(?:ids?|name)$/.exec(argument) ?? [];
  return { attribute: argument.endsWith('_name') ? 'name' : 'id', kind: kind.replace(/_resource$/, '') };
}

/**
 * The absolute address that an expression refers to, with the rest of the traversal; null where a plan doesn't state it. A
 * plan lists what an expression refers to, without saying how; where an index is an expression, it cuts the traversal.
 */
export function referenceIn(
  expression: JsonNode | undefined,
  place: ExpressionPlace,
  wanted: Wanted,
): string | null {
  return referenceWithin(expression, { place, wanted, hops: mostHops });
}

interface Following {
  readonly place: ExpressionPlace;
  readonly wanted: Wanted;
  readonly hops: number;
}

function referenceWithin(expression: JsonNode | undefined, at: Following): string | null {
  if (at.hops === 0) return null;
  const all = candidatesOf(textsIn(jsonMember(expression, 'references')));
  const distinct = [...new Set(all.flatMap((one) => followed(one, all, at) ?? []))];
  if (distinct.length <= 1) return distinct[0] ?? null;
  return onlyOne(distinct.filter((one) => fits(one, at.wanted)));
}

function onlyOne(all: readonly string[]): string | null {
  const [only = null] = all;
  return all.length === 1 ? only : null;
}

/** The references of an expression that aren't only the beginning of another one. */
function candidatesOf(references: readonly string[]): readonly string[] {
  return references.filter(
    (one, at) =>
      references.indexOf(one) === at &&
      !references.some((other) => other.startsWith(`${one}.`) || other.startsWith(`${one}[`)),
  );
}

/** What a plan doesn't contain: values by name, and numbers of instances. */
const untraceable: ReadonlySet<string> = new Set(['local', 'count', 'path', 'terraform']);

function followed(reference: string, all: readonly string[], at: Following): string | null {
  const [first = ''] = reference.split(/[.[]/);
  if (untraceable.has(first)) return null;
  switch (first) {
    case 'var':
      return ofVariable(reference, at);
    case 'module':
      return ofModule(reference, all, at);
    case 'each':
      return reference.startsWith('each.value') ? ofEach(reference, at) : null;
    default:
      return ofResource(reference, all, at);
  }
}

/** The value that the call of the module gives. */
function ofVariable(reference: string, { place, wanted, hops }: Following): string | null {
  const [, name = '', rest = ''] = /^var\.([\w-]+)(?![\w-])(.*)/s.exec(reference) ?? [];
  const { module } = place;
  const call = callOf(module);
  if (!call || module.parent === null) return null;
  const expression = jsonMember(jsonMember(call, 'expressions'), name);
  const outer = {
    module: module.parent,
    index: module.index,
    forEach: jsonMember(call, 'for_each_expression'),
  };
  // A member of an object: which of its parts isn't known.
  return rest === '' || countOf(expression) === 1
    ? referenceWithin(expression, { place: outer, wanted, hops: hops - 1 })
    : null;
}

function countOf(expression: JsonNode | undefined): number {
  return candidatesOf(textsIn(jsonMember(expression, 'references'))).length;
}

/** What an output of a module refers to. */
function ofModule(reference: string, all: readonly string[], at: Following): string | null {
  const [, call = '', index = '', output] =
    /^module\.([\w-]+)(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?(?:\.([\w-]+))?/.exec(reference) ?? [];
  const { module: parent, index: own } = at.place;
  const key = index === '' && (output === undefined || isIndexed(all)) ? own : index;
  const module = calledModule(parent, call, isRepeated(parent, call) ? key : '');
  const inside = { ...at, place: { module, index: '', forEach: undefined }, hops: at.hops - 1 };
  if (output !== undefined) return referenceWithin(outputExpression(module, output), inside);
  // The name of the output is lost: one alone may fit.
  const found = outputNames(module).flatMap(
    (name) => referenceWithin(outputExpression(module, name), inside) ?? [],
  );
  return onlyOne(found.filter((one) => fits(one, at.wanted)));
}

function isRepeated({ configuration }: PlanModule, call: string): boolean {
  const its = jsonMember(jsonMember(configuration, 'module_calls'), call);
  return (
    jsonMember(its, 'for_each_expression') !== undefined || jsonMember(its, 'count_expression') !== undefined
  );
}

/** True where the reference is indexed by what the expression is repeated over. */
function isIndexed(all: readonly string[]): boolean {
  return all.some((one) => one === 'each.key' || one === 'each.value' || one === 'count.index');
}

/** `each.value.id` where it's repeated over resources. */
function ofEach(reference: string, { place, wanted, hops }: Following): string | null {
  const over = candidatesOf(textsIn(jsonMember(place.forEach, 'references')));
  const [only] = over;
  if (only === undefined || over.length !== 1) return null;
  const rest = reference.slice('each.value'.length);
  const isResource =
    /^(?:data\.)?\w+\.[\w-]+$/.test(only) && !/^(?:var|local|module|each|count)\./.test(only);
  if (!isResource) {
    return referenceWithin(place.forEach, {
      place: { ...place, forEach: undefined },
      wanted,
      hops: hops - 1,
    });
  }
  return `${prefixOf(place.module)}${only}${place.index}${rest === '' ? `.${wanted.attribute}` : rest}`;
}

function ofResource(reference: string, all: readonly string[], { place, wanted }: Following): string {
  const { module, index } = place;
  const isWhole = /^(?:data\.)?\w+\.[\w-]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?$/.test(reference);
  if (!isWhole) return `${prefixOf(module)}${reference}`;
  const hasIndex = reference.endsWith(']');
  return `${prefixOf(module)}${reference}${!hasIndex && isIndexed(all) ? index : ''}.${wanted.attribute}`;
}

function prefixOf({ address }: PlanModule): string {
  return address === '' ? '' : `${address}.`;
}

/** True where the type of a resource is what an argument is called after. */
function fits(address: string, { kind, attribute }: Wanted): boolean {
  if (!address.endsWith(`.${attribute}`)) return false;
  return kind === '' || address.includes(`azurerm_${kind}.`) || address.includes('azapi_resource.');
}

export function textsIn(list: JsonNode | undefined): readonly string[] {
  return itemsOf(list).flatMap((one) => (one.is === 'text' ? [one.value] : []));
}
