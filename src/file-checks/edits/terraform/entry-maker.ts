import {
  attributeOf,
  type HclBlock,
  type HclBody,
  type HclExpression,
} from '../../../documents/hcl/hcl-syntax';
import { blockAt, expressionsAround, withInner, type FoundBlock } from '../../../documents/hcl/find-hcl';
import type { SourceRange } from '../../../documents/source/source-range';
import { referenceText } from '../../../documents/terraform/reference-text';
import type { TerraformAnalysis } from '../../terraform-root';

type ObjectExpression = HclExpression & { readonly is: 'object' };

/** The syntax that creates a rule or route, once or repeatedly. */
export type EntrySyntax =
  /** A block in its parent. */
  | { readonly is: 'block'; readonly block: HclBlock; readonly parent: HclBlock }
  /** The content of a dynamic block in its parent. */
  | {
      readonly is: 'dynamic';
      readonly block: HclBlock;
      readonly dynamic: HclBlock;
      readonly parent: HclBlock;
    }
  | { readonly is: 'resource'; readonly block: HclBlock }
  /** An object in a list that is an argument of its parent. */
  | { readonly is: 'object'; readonly object: ObjectExpression };

/** Finds the syntax that creates the rule or route at a place, or returns undefined if it isn't in an HCL file. */
export function entrySyntaxAt(
  place: SourceRange | null,
  { syntax }: Pick<TerraformAnalysis, 'syntax'>,
): EntrySyntax | undefined {
  const file = place && syntax.get(place.file);
  if (!place || !file) return undefined;
  const found = blockAt(file, place);
  if (found) return entrySyntaxOf(found);
  const object = expressionsAround(file, place).at(-1);
  return object?.is === 'object' && object.place.start === place.start ? { is: 'object', object } : undefined;
}

function entrySyntaxOf({ block, around }: FoundBlock): EntrySyntax {
  const [parent, dynamic] = around.slice(-2);
  if (block.type === 'content' && dynamic?.type === 'dynamic' && parent) {
    return { is: 'dynamic', block, dynamic, parent };
  }
  const direct = around.at(-1);
  return direct ? { is: 'block', block, parent: direct } : { is: 'resource', block };
}

/** The part of a loop's item that an expression uses. */
export type ItemPart = { readonly is: 'key' } | { readonly is: 'value'; readonly path: readonly string[] };

/** A block that is repeated for each item. */
export interface EntryRepetition {
  readonly body: HclBody;
  readonly over: HclExpression;
  readonly itemPart: (expression: HclExpression) => ItemPart | undefined;
}

/** Returns the repetition of a rule or route, or undefined if it isn't repeated. */
export function repetitionOf(entrySyntax: EntrySyntax): EntryRepetition | undefined {
  if (entrySyntax.is === 'dynamic') return ofDynamic(entrySyntax.dynamic, entrySyntax.block);
  if (entrySyntax.is !== 'resource') return undefined;
  const { body } = entrySyntax.block;
  const over = attributeOf(body, 'for_each')?.value;
  if (over) return { body, over, itemPart: partBehind('each') };
  const count = attributeOf(body, 'count')?.value;
  return count && { body, over: count, itemPart: countedPart };
}

function ofDynamic({ body, labels: [label] }: HclBlock, content: HclBlock): EntryRepetition | undefined {
  const over = attributeOf(body, 'for_each')?.value;
  const named = attributeOf(body, 'iterator')?.value;
  const iterator = named ? referenceText(named) : (label?.text ?? '');
  return over && { body: content.body, over, itemPart: partBehind(iterator) };
}

/** Recognizes `each.value.port`, `each.value["port"]`, and `security_rule.key`. */
function partBehind(iterator: string): EntryRepetition['itemPart'] {
  return (expression) => {
    const names = traversalNames(expression);
    if (names?.[0] !== iterator) return undefined;
    if (names[1] === 'key' && names.length === 2) return { is: 'key' };
    return names[1] === 'value' ? { is: 'value', path: names.slice(2) } : undefined;
  };
}

/** Recognizes `var.rules[count.index].port` and `element(var.rules, count.index).port`. */
const countedPart: EntryRepetition['itemPart'] = (expression) => {
  const path: string[] = [];
  for (let at = expression; ;) {
    if (isCounted(at)) return { is: 'value', path };
    const name = stepOf(at);
    if (name === undefined || (at.is !== 'member' && at.is !== 'index')) return undefined;
    path.unshift(name);
    at = at.of;
  }
};

function isCounted(one: HclExpression): boolean {
  const index =
    one.is === 'index'
      ? one.index
      : one.is === 'call' && one.name === 'element'
        ? one.arguments[1]
        : undefined;
  return index !== undefined && traversalNames(index)?.join('.') === 'count.index';
}

/** Returns the names of a traversal, or undefined for any other expression. */
export function traversalNames(expression: HclExpression): readonly string[] | undefined {
  if (expression.is === 'name') return [expression.name];
  const name = stepOf(expression);
  if (name === undefined || (expression.is !== 'member' && expression.is !== 'index')) return undefined;
  const before = traversalNames(expression.of);
  return before && [...before, name];
}

function stepOf(one: HclExpression): string | undefined {
  if (one.is === 'member') return one.name;
  if (one.is !== 'index' || one.index.is !== 'literal') return undefined;
  return typeof one.index.value === 'string' ? one.index.value : undefined;
}

/** True for an expression that differs between the instances of its resource. */
export function isOfInstance(expression: HclExpression): boolean {
  for (const one of withInner(expression)) {
    if (one.is === 'name' && (one.name === 'each' || one.name === 'count')) return true;
  }
  return false;
}
