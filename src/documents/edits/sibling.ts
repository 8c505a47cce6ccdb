import type { WrittenValue } from './text-edit';

/** A resource to declare after an existing one of the same type. */
export interface NewSibling {
  /** Symbolic name, in files that have symbolic names. */
  readonly symbol: string;
  /** Only the last segment. */
  readonly name: string;
  readonly properties: WrittenValue;
}

/**
 * Returns the name of a sibling with another last segment, as source: `'${nsg.name}/Allow-A'`, `concat(nsg,
 * '/Allow-A')`. A name with a single segment is replaced as a whole, whatever its expression.
 */
export function siblingName(source: string, name: string, hasOneSegment: boolean): string {
  if (hasOneSegment) return `'${name}'`;
  const afterSlash = /^(.*\/)[^/']*('\)*)$/s.exec(source);
  if (afterSlash) return `${afterSlash[1] ?? ''}${name}${afterSlash[2] ?? ''}`;
  return source.replace(/'[^']*'(\)*)$/, (_last, closing: string) => `'${name}'${closing}`);
}
