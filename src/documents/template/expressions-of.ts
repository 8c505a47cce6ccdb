import type { Expression } from './expression';
import type { Template, Variable } from './template';

/**
 * Yields every expression of a template or of its parts, including nested expressions and nested templates. An outer
 * expression comes before its inner ones.
 */
export function* expressionsOf(
  template: Template | readonly (Expression | Variable)[],
): Iterable<Expression> {
  yield* inside(template);
}

function* inside(part: unknown): Iterable<Expression> {
  if (typeof part !== 'object' || part === null) return;
  if (isExpression(part)) yield part;
  for (const one of Object.values(part)) yield* inside(one);
}

const kinds: ReadonlySet<unknown> = new Set<Expression['is']>([
  'literal',
  'interpolation',
  'object',
  'array',
  'for',
  'name',
  'property',
  'item',
  'nested',
  'call',
  'unary',
  'binary',
  'choice',
  'not-null',
  'lambda',
  'broken',
]);

/** A module's source can be `broken` too, but doesn't have a place. */
function isExpression(part: object): part is Expression {
  return 'is' in part && kinds.has(part.is) && 'place' in part;
}
