// Writes service tags in columns, each prefix once: the smallest form, for the package for npm.

/**
 * @param {{ cloud: string; date: string; changeNumber: string; tags: Record<string, string> }} snapshot
 * @param {(tags: Record<string, string>, name: string) => readonly { first: number; length: number }[]} decodeTag
 * @returns {import('../src/core/tags/tag-columns').TagColumns}
 */
export function tagColumns({ tags, ...head }, decodeTag) {
  const names = Object.keys(tags);
  const byPrefix = new Map();
  for (const name of names) {
    for (const { first, length } of decodeTag(tags, name)) {
      const key = `${first}/${length}`;
      const found = byPrefix.get(key) ?? { first, length, names: [] };
      found.names.push(name);
      byPrefix.set(key, found);
    }
  }
  const prefixes = [...byPrefix.values()]
    .sort((a, b) => a.first - b.first || a.length - b.length)
    .map(({ first, length, names: ofPrefix }) => ({ first, length, ...byRegion(ofPrefix) }));
  const regions = mostUsedFirst(prefixes.map(({ region }) => region));
  const groups = mostUsedFirst(prefixes.map(({ group }) => group));
  return {
    .../** @type {{ cloud: 'public'; date: string; changeNumber: string }} */ (head),
    names: names.map((name, at) => withoutSameService(name, names[at - 1])).join(' '),
    regions: regions.join(' '),
    groups: groups.join(','),
    gaps: gapsBefore(prefixes).join(' '),
    lengths: characters(prefixes.map(({ length }) => length)),
    regionOf: characters(prefixes.map(({ region }) => regions.indexOf(region))),
    groupOf: characters(prefixes.map(({ group }) => groups.indexOf(group))),
  };
}

/** `.WestUS` of `Storage.WestUS`, or nothing. @param {string} name */
const suffixOf = (name) => /\..*$/.exec(name)?.[0] ?? '';

/** @param {string} name @param {string | undefined} previous */
function withoutSameService(name, previous = '') {
  const suffix = suffixOf(name);
  const isSame = suffix !== '' && previous.replace(/\..*$/, '') === name.slice(0, -suffix.length);
  return isSame ? suffix : name;
}

/**
 * Returns the tags of a prefix as a region and names. In these, `Storage.` is that tag of the region.
 * @param {readonly string[]} names
 */
function byRegion(names) {
  const suffixes = names.map((name) => suffixOf(name).toLowerCase());
  // Most prefixes are those of a region of `AzureCloud`, and that tag is late in the file.
  const region = suffixes.findLast((suffix) => suffix !== '') ?? '.';
  const group = names.map((name, at) => (suffixes[at] === region ? name.slice(0, 1 - region.length) : name));
  return { region: region.slice(1), group: group.join(' ') };
}

/** Frequent ones have small numbers, which compress better. @param {readonly string[]} values */
function mostUsedFirst(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

/** @param {readonly { first: number; length: number }[]} prefixes */
function gapsBefore(prefixes) {
  let next = 0;
  return prefixes.map(({ first, length }) => {
    const size = 2 ** (32 - length);
    const gap = first / size - Math.ceil(next / size);
    next = first + size;
    return gap.toString(36);
  });
}

/** @param {readonly number[]} values */
const characters = (values) => values.map((value) => String.fromCharCode(48 + value)).join('');
