import type { Prefix } from '../addresses/prefix';
import type { Cloud } from '../network/model';
import { createTagCatalog, type TagCatalog } from './tag-catalog';

/**
 * The shipped service tags of one cloud in columns, as in the npm package (`scripts/packed-data.mjs`). Each prefix
 * occurs once.
 */
export interface TagColumns {
  readonly cloud: Cloud;
  /** Date of Microsoft's file (ISO 8601). */
  readonly date: string;
  readonly changeNumber: string;
  /** Tag names, separated by spaces. */
  readonly names: string;
  /**
   * Sets of tags that share prefixes, separated by commas. A set contains the gaps between the tags' indexes in
   * `names`, in base 36.
   */
  readonly sets: string;
  /** For each prefix in order, the gap after the end of the previous prefix, in base 36, separated by spaces. */
  readonly gaps: string;
  /** For each prefix, its length as a character. `@` is 0. */
  readonly lengths: string;
  /** For each prefix, the index of its tags in `sets` as a character. `0` is 0. */
  readonly users: string;
}

/** Creates the catalog of service tags from columns (parsed JSON). */
export function tagCatalogOfColumns(columns: TagColumns): TagCatalog {
  const { cloud, date, changeNumber, lengths, users } = columns;
  const names = columns.names.split(' ');
  const byTag: readonly Prefix[][] = names.map(() => []);
  const sets = columns.sets.split(',').map(indexesIn);
  let next = 0;
  for (const [at, gap] of columns.gaps.split(' ').entries()) {
    const length = lengths.charCodeAt(at) - 64;
    const first = next + parseInt(gap, 36);
    next = first + 2 ** (32 - length);
    const prefix = { first, last: next - 1, length };
    for (const tag of sets[users.charCodeAt(at) - 48] ?? []) byTag[tag]?.push(prefix);
  }
  const tags = new Map(names.map((name, at) => [name, () => byTag[at] ?? []] as const));
  return createTagCatalog({ cloud, date, changeNumber, tags });
}

function indexesIn(set: string): readonly number[] {
  let index = 0;
  return set.split(' ').map((gap) => (index += parseInt(gap, 36)));
}
