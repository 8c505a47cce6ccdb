import type { WrittenValue } from './text-edit';

/** A resource to declare beside one of its kind. */
export interface NewSibling {
  /** Of a file with symbolic names. */
  readonly symbol: string;
  /** The last segment alone. */
  readonly name: string;
  readonly properties: WrittenValue;
}

/**
 * The name of a sibling with another last segment, as source: `'${nsg.name}/Allow-A'`, `concat(nsg, '/Allow-A')`. A name
 * of one segment goes as a whole, whatever it is made of.
 */
export function siblingName(source: string, name: string, hasOneSegment: boolean): string {
  if (hasOneSegment) return `'${name}'`;
  const afterSlash = /^(.*\/)[^/']*('\)*)$/s.exec(source);
  if (afterSlash) return `${afterSlash[1] ?? ''}${name}${afterSlash[2] ?? ''}`;
  return source.replace(/'[^']*'(\)*)$/, (_last, closing: string) => `'${name}'${closing}`);
}
