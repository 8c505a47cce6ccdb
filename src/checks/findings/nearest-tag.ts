import type { TagCatalogue } from '../../core/tags/tag-catalogue';
import { tagParts } from '../tag-texts';

/**
 * The tag of the list that a misspelt one most likely means; undefined where none is near. Microsoft’s own pages print
 * names without their `Azure` and regions turned round (`Frontdoor.FirstParty`, `Keyvault.westeurope`,
 * `BatchNodeManagement.uswest`).
 */
export function nearestTag(tag: string, tags: TagCatalogue): string | undefined {
  const wanted = plain(tag);
  const scored = tags.names.flatMap((name) => {
    const cost = costOf(wanted, plain(name), tag, name);
    return cost === undefined ? [] : [{ name, cost }];
  });
  const [best] = scored.sort((a, b) => a.cost - b.cost || a.name.length - b.name.length);
  return best?.name;
}

/** Letters, digits and the dot before a region. */
function plain(tag: string): string {
  return tag.toLowerCase().replaceAll(/[^a-z0-9.]/g, '');
}

function costOf(wanted: string, name: string, ...[asWritten, listed]: [string, string]): number | undefined {
  if (wanted === name) return 0;
  if (name === `azure${wanted}` || `azure${name}` === wanted) return 1;
  const [a, b] = [tagParts(asWritten), tagParts(listed)];
  const sameBase = plain(a.base) === plain(b.base);
  if (sameBase && a.region !== undefined && b.region !== undefined && isTurned(a.region, b.region)) return 1;
  const most = Math.min(3, Math.floor(wanted.length / 4));
  const steps = distance(wanted, name, most);
  return steps === undefined ? undefined : steps + 1;
}

/** `uswest` and `westus`: the same letters, a part of them moved to the other end. */
function isTurned(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)];
  return one.length === other.length && `${one}${one}`.includes(other);
}

/** Letters to add, drop, change or swap with their neighbour; undefined above `most`. */
function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(old, j) + 1,
          at(row, j - 1) + 1,
          at(old, j - 1) + same,
          swapped ? at(older, j - 2) + 1 : Infinity,
        ),
      );
    }
    [older, old] = [old, row];
  }
  const steps = at(old, b.length);
  return steps <= most ? steps : undefined;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
