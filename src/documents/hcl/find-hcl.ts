import type { SourceRange } from '../source/source-range';
import type { HclBlock, HclBody, HclExpression, HclFile, TemplatePart } from './hcl-syntax';

/** A block with its enclosing blocks, outermost first. */
export interface FoundBlock {
  readonly block: HclBlock;
  readonly around: readonly HclBlock[];
}

/** Finds the block that begins at a place, or whose content does. */
export function blockAt({ body }: HclFile, place: SourceRange): FoundBlock | undefined {
  return blockIn(body, place, []);
}

function blockIn(
  { blocks }: HclBody,
  place: SourceRange,
  around: readonly HclBlock[],
): FoundBlock | undefined {
  for (const block of blocks) {
    if (isAt(block.place, place) || isAt(block.body.place, place)) return { block, around };
    if (!isAround(block.place, place)) continue;
    return blockIn(block.body, place, [...around, block]);
  }
  return undefined;
}

/** Returns the expressions that contain a place, outermost first, including the one at the place itself. */
export function expressionsAround({ body }: HclFile, place: SourceRange): readonly HclExpression[] {
  const found: HclExpression[] = [];
  for (const one of expressionsIn(body)) if (isAround(one.place, place)) found.push(one);
  return found;
}

/** Yields every expression of a body and its blocks. An outer expression comes before its inner ones. */
function* expressionsIn({ attributes, blocks }: HclBody): Iterable<HclExpression> {
  for (const { value } of attributes) yield* withInner(value);
  for (const { body } of blocks) yield* expressionsIn(body);
}

/** Yields an expression and all of its inner expressions. */
export function* withInner(expression: HclExpression): Iterable<HclExpression> {
  yield expression;
  for (const one of innerOf(expression)) yield* withInner(one);
}

function innerOf(expression: HclExpression): readonly HclExpression[] {
  switch (expression.is) {
    case 'template':
      return expression.parts.flatMap(ofPart);
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value]);
    case 'call':
      return expression.arguments;
    case 'for':
      return [expression.over, expression.key, expression.value, expression.condition].filter(
        (one) => one !== null,
      );
    default:
      return ofOperation(expression);
  }
}

type Operation = Exclude<HclExpression, { readonly is: 'template' | 'tuple' | 'object' | 'call' | 'for' }>;

function ofOperation(expression: Operation): readonly HclExpression[] {
  switch (expression.is) {
    case 'wrapped':
    case 'member':
      return [expression.of];
    case 'splat':
      return [expression.of, ...expression.steps.flatMap((one) => (one.is === 'index' ? [one.index] : []))];
    case 'index':
      return [expression.of, expression.index];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'choice':
      return [expression.condition, expression.then, expression.otherwise];
    default:
      return [];
  }
}

function ofPart(part: TemplatePart): readonly HclExpression[] {
  switch (part.is) {
    case 'text':
      return [];
    case 'insert':
      return [part.value];
    case 'template-if':
      return [part.condition, ...part.then.flatMap(ofPart), ...part.otherwise.flatMap(ofPart)];
    case 'template-for':
      return [part.over, ...part.body.flatMap(ofPart)];
  }
}

function isAround(outer: SourceRange, { start, end }: SourceRange): boolean {
  return outer.start <= start && outer.end >= end;
}

function isAt(one: SourceRange, other: SourceRange): boolean {
  return one.start === other.start && one.end === other.end;
}
