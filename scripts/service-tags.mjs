// Converts Microsoft's service tag files to the compact lists that are shipped:
//   node scripts/service-tags.mjs <ServiceTags_*.json> … [--regions <regions.json>] [--to <folder>]
// A file's date is read from its name (…20251109.json), as Microsoft writes it. IPv4 only, because Azure ML subnets have
// no IPv6. `src/core/addresses/prefix-text.ts` reads the output of this script; a test checks that both match.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './places.mjs';

/** @type {Readonly<Record<string, string>>} */
const clouds = { Public: 'public', AzureGovernment: 'usgov', China: 'china' };

/** @param {string} text @returns {{ first: number; length: number } | undefined} */
function readPrefix(text) {
  const [, a, b, c, d, bits = '32'] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?$/.exec(text) ?? [];
  if (a === undefined) return undefined;
  const address = [a, b, c, d].reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(bits));
  return { first: address - (address % size), length: Number(bits) };
}

/** @typedef {{ readonly name: string; readonly properties: { readonly addressPrefixes: readonly string[] } }} Tag */

/**
 * Encodes the prefixes of a tag. `*` represents those of its parts, such as `Storage.WestEurope` of `Storage`: most
 * tags contain exactly the prefixes of their regional tags.
 * @param {Tag} tag @param {readonly Tag[]} all
 */
function encodeTag(tag, all) {
  const own = ipv4Of(tag);
  const parts = all.filter(({ name }) => name.startsWith(`${tag.name}.`));
  const inParts = new Set(parts.flatMap(ipv4Of));
  const hasAll = [...inParts].every((one) => own.includes(one));
  const isUnion = !tag.name.includes('.') && inParts.size > 0 && hasAll;
  return isUnion ? `* ${encode(own.filter((one) => !inParts.has(one)))}` : encode(own);
}

/** @param {Tag} tag */
function ipv4Of({ properties }) {
  return [...new Set(properties.addressPrefixes)].filter((text) => readPrefix(text) !== undefined);
}

/** @param {readonly string[]} texts */
function encode(texts) {
  const prefixes = texts.flatMap((text) => readPrefix(text) ?? []);
  prefixes.sort((x, y) => x.first - y.first || x.length - y.length);
  let next = 0;
  return prefixes
    .map(({ first, length }) => {
      const gap = first - next;
      next = first + 2 ** (32 - length);
      return `${gap.toString(36)} ${length.toString(36)}`;
    })
    .join(' ');
}

/** @param {string} path */
function writeTags(path) {
  const file = JSON.parse(readFileSync(path, 'utf8'));
  const cloud = clouds[file.cloud];
  const [, year, month, day] = /(\d{4})(\d{2})(\d{2})\.json$/.exec(basename(path)) ?? [];
  if (!cloud) throw new Error(`${path}: unknown cloud '${file.cloud}'`);
  if (!year) throw new Error(`${path}: no date such as 20251109 at the end of the name`);
  /** @type {readonly Tag[]} */
  const values = file.values;
  const snapshot = {
    cloud,
    date: `${year}-${month}-${day}`,
    changeNumber: String(file.changeNumber),
    tags: Object.fromEntries(values.map((tag) => [tag.name, encodeTag(tag, values)])),
  };
  const packed = gzipSync(JSON.stringify(snapshot), { level: 9 });
  writeFileSync(join(folder, `service-tags.${cloud}.json.gz`), packed);
  console.log(`${cloud}: ${values.length} tags of ${snapshot.date}, ${Math.round(packed.length / 1000)} kB`);
}

/** Maps ARM locations to the region parts of service tags: for every tag, and for AzureCloud. @param {string} path */
function writeRegions(path) {
  /** @type {{ tagSuffix?: string; cloudTagSuffix: string; armLocation: string }[]} */
  const regions = Object.values(JSON.parse(readFileSync(path, 'utf8')));
  const rows = regions
    .flatMap(({ tagSuffix, cloudTagSuffix, armLocation }) =>
      tagSuffix ? [[armLocation, { tag: tagSuffix, azureCloud: cloudTagSuffix }]] : [],
    )
    .sort();
  writeFileSync(join(folder, 'regions.json'), `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
  console.log(`${rows.length} regions`);
}

const [...paths] = process.argv.slice(2);
/** @param {string} option */
function valueOf(option) {
  const at = paths.indexOf(option);
  return at < 0 ? undefined : paths.splice(at, 2)[1];
}

const folder = valueOf('--to') ?? join(root, 'data');
const regions = valueOf('--regions');
if (paths.length === 0 && !regions) throw new Error('Which files? See the head of this script.');
paths.forEach(writeTags);
if (regions) writeRegions(regions);
