import type { Prefix } from '../addresses/prefix';
import type { Cloud } from '../network/model';
import { createTagCatalog, type TagCatalog } from './tag-catalog';

/** The shipped list of one cloud by columns, as the package for npm has it (`scripts/packed-data.mjs`): each prefix once. */
export interface TagColumns {
  readonly cloud: Cloud;
  /** ISO date of Microsoft's file. */
  readonly date: string;
  readonly changeNumber: string;
  /** Parted by spaces. */
  readonly names: string;
  /** Tags that have the same prefixes, as gaps between their places in `names` in base 36: sets parted by commas. */
  readonly sets: string;
  /** Of each prefix, in order: the gap since the end of the one before, in base 36, parted by spaces. */
  readonly gaps: string;
  /** Of each prefix: its length, from `@` on. */
  readonly lengths: string;
  /** Of each prefix: which of `sets` has it, from `0` on. */
  readonly users: string;
}

/** The catalog of such a list (parsed JSON). */
export function tagCatalogOfColumns(columns: TagColumns): TagCatalog {
  const { cloud, date, changeNumber, lengths, users } = columns;
  const names = columns.names.split(' ');
  const byTag: readonly Prefix[][] = names.map(() => []);
  const sets = columns.sets.split(',').map(placesIn);
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

function placesIn(set: string): readonly number[] {
  let place = 0;
  return set.split(' ').map((gap) => (place += parseInt(gap, 36)));
}
