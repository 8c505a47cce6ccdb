import { reason } from '../../core/reason';
import { tooComplex } from '../evaluate/errors';
import { arrayValue, objectValue } from '../evaluate/make-value';
import type { ObjectValue, Value } from '../evaluate/value';
import { attributeOf, type HclBlock, type HclBody } from '../hcl/hcl-syntax';
import { eachItem, type ForItem } from './evaluate-for';
import { evaluateHcl, evaluateSafely, safely } from './evaluate-hcl';
import { referenceText } from './reference-text';
import { withLocal, type HclScope } from './hcl-scope';

/** Arguments that Terraform itself uses, and that aren't values of the resource. */
const metaArguments = new Set([
  'count',
  'for_each',
  'depends_on',
  'provider',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** Objects that come from blocks, which have attributes in addition to the written ones. */
const fromBlocks = new WeakSet<Value>();

/** Evaluates the arguments and blocks of a resource, with dynamic blocks expanded. */
export function resourceValues(body: HclBody, scope: HclScope): ObjectValue {
  return bodyValues(body, scope, metaArguments);
}

/** Evaluates the arguments of a module call or another block, without those in `leavesOut`. */
function bodyValues(body: HclBody, scope: HclScope, leavesOut: ReadonlySet<string>): ObjectValue {
  const members = new Map<string, Value>();
  for (const { name, value } of body.attributes) {
    if (!leavesOut.has(name)) members.set(name, evaluateSafely(value, scope));
  }
  const lists = new Map<string, BlockList>();
  for (const block of body.blocks) {
    if (!leavesOut.has(block.type)) addBlock(lists, block, scope);
  }
  for (const [name, { items, rest }] of lists) {
    // A dynamic block without items doesn't create a block.
    const hasAny = items.length > 0 || rest !== null;
    if (hasAny && !members.has(name)) members.set(name, { ...arrayValue(items), rest });
  }
  const complete = objectValue(members, body.place);
  return body.isBroken ? { ...complete, rest: reason('unknown.broken') } : complete;
}

/** The cost of a block in addition to its expressions. */
const blockSteps = 50;

interface BlockList {
  readonly items: Value[];
  rest: ReturnType<typeof reason> | null;
}

const nothing: ReadonlySet<string> = new Set();

function addBlock(lists: Map<string, BlockList>, block: HclBlock, scope: HclScope): void {
  const [label] = block.labels;
  const isDynamic = block.type === 'dynamic' && label !== undefined;
  const name = isDynamic ? label.text : block.type;
  const list = lists.get(name) ?? { items: [], rest: null };
  lists.set(name, list);
  if (isDynamic) addDynamic(list, { block, name }, scope);
  else list.items.push(blockValue(block.body, scope));
}

function blockValue(body: HclBody, scope: HclScope): ObjectValue {
  const value = bodyValues(body, scope, nothing);
  fromBlocks.add(value);
  return value;
}

function addDynamic(
  list: BlockList,
  { block: { body, place }, name }: { readonly block: HclBlock; readonly name: string },
  scope: HclScope,
): void {
  const over = attributeOf(body, 'for_each')?.value;
  const content = body.blocks.find(({ type }) => type === 'content')?.body;
  if (over === undefined || content === undefined) {
    list.rest = reason('unknown.broken');
    return;
  }
  const named = attributeOf(body, 'iterator')?.value;
  const iterator = named ? referenceText(named) : name;
  const rounds: HclScope[] = [];
  const failed = safely(scope, over.place, () => {
    const items = eachItem(evaluateHcl(over, scope));
    if ('is' in items) return items;
    for (const item of items) rounds.push(dynamicScope(scope, iterator, item));
    return objectValue({}, place);
  });
  if (failed.is === 'unknown') list.rest = failed.because;
  const { budget } = scope.names.run;
  for (const round of rounds) {
    if (!budget.affords(blockSteps)) {
      budget.tooMuch(place);
      list.rest = tooComplex;
      return;
    }
    list.items.push(blockValue(content, round));
  }
}

function dynamicScope(scope: HclScope, iterator: string, { key, value }: ForItem): HclScope {
  return withLocal(scope, iterator, objectValue({ key, value }));
}

/**
 * Returns the value of a reference to a resource. It has the written values. Everything else is an unknown value whose
 * symbol is the address with the rest of the reference.
 */
export function referencedResource(values: ObjectValue, address: string, isData: boolean): ObjectValue {
  const because = reason(isData ? 'unknown.terraformData' : 'unknown.terraformResource', { name: address });
  return viewOf(values, address, because);
}

function viewOf(value: ObjectValue, called: string, rest: ReturnType<typeof reason>): ObjectValue {
  const members = new Map<string, Value>();
  for (const [name, one] of value.members) {
    const items = one.is === 'array' ? one.items : [];
    const isBlocks = one.is === 'array' && items.length > 0 && items.every((item) => fromBlocks.has(item));
    const views = items.map((item, index) =>
      item.is === 'object' ? viewOf(item, `${called}.${name}[${index}]`, rest) : item,
    );
    members.set(name, isBlocks ? { ...one, items: views } : one);
  }
  return { is: 'object', members, rest, called, from: value.from };
}
