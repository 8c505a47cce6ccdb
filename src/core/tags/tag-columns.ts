import type { Prefix } from '../addresses/prefix';
import type { Cloud } from '../network/model';
import { createTagCatalog, type TagCatalog } from './tag-catalog';

/**
 * The shipped service tags of one cloud in columns, as in the npm package (`scripts/tag-columns.mjs`). Each prefix occurs
 * once. A number is a character: `0` is 0, and `:` is 10.
 */
export interface TagColumns {
  readonly cloud: Cloud;
  /** Date of Microsoft's file (ISO 8601). */
  readonly date: string;
  readonly changeNumber: string;
  /** Tag names, separated by spaces. `.WestUS` has the service of the name before it. */
  readonly names: string;
  /** Regions in lowercase, separated by spaces. */
  readonly regions: string;
  /**
   * Groups of tags that share prefixes, separated by commas. Their names are separated by spaces, and `Storage.` is that
   * tag of the prefix's region.
   */
  readonly groups: string;
  /**
   * For each prefix in order, the addresses that it leaves out after the previous prefix, divided by the size of the
   * prefix and rounded down, in base 36. Separated by spaces.
   */
  readonly gaps: string;
  /** For each prefix, its length. */
  readonly lengths: string;
  /** For each prefix, the index of its region in `regions`. */
  readonly regionOf: string;
  /** For each prefix, the index of its tags in `groups`. */
  readonly groupOf: string;
}

/** Creates the catalog of service tags from columns (parsed JSON). */
export function tagCatalogOfColumns(columns: TagColumns): TagCatalog {
  const { cloud, date, changeNumber } = columns;
  const names = fullNames(columns.names.split(' '));
  const byTag = new Map<string, Prefix[]>(names.map((name) => [name.toLowerCase(), []]));
  const tagsOf = listsOfTags(columns, byTag);
  const [lengths, regions, groups] = [columns.lengths, columns.regionOf, columns.groupOf].map(numbersIn);
  let next = 0;
  for (const [at, gap] of columns.gaps.split(' ').entries()) {
    const length = lengths?.[at] ?? 0;
    const size = 2 ** (32 - length);
    const first = (Math.ceil(next / size) + parseInt(gap, 36)) * size;
    next = first + size;
    const prefix = { first, last: next - 1, length };
    for (const tag of tagsOf(regions?.[at] ?? 0, groups?.[at] ?? 0)) tag.push(prefix);
  }
  const tags = new Map(names.map((name) => [name, () => byTag.get(name.toLowerCase()) ?? []] as const));
  return createTagCatalog({ cloud, date, changeNumber, tags });
}

function fullNames(names: readonly string[]): readonly string[] {
  let service = '';
  return names.map((name) => {
    const full = name.startsWith('.') ? service + name : name;
    [service = ''] = full.split('.', 1);
    return full;
  });
}

/** Returns the lists of the tags of a region and a group. */
function listsOfTags(
  columns: TagColumns,
  byTag: ReadonlyMap<string, Prefix[]>,
): (region: number, group: number) => readonly Prefix[][] {
  const regions = columns.regions.split(' ');
  const groups = columns.groups.split(',').map((group) => group.toLowerCase().split(' '));
  const known = new Map<number, readonly Prefix[][]>();
  return (region, group) => {
    const key = region * groups.length + group;
    const found = known.get(key);
    if (found !== undefined) return found;
    const tags = (groups[group] ?? []).map((name) => (name.endsWith('.') ? name + regions[region] : name));
    const lists = tags.flatMap((name) => {
      const list = byTag.get(name);
      return list === undefined ? [] : [list];
    });
    known.set(key, lists);
    return lists;
  };
}

function numbersIn(characters: string): readonly number[] {
  return Array.from(characters, (character) => character.charCodeAt(0) - 48);
}
