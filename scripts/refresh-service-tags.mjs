// Downloads this week's service tag files of Microsoft and writes the shipped lists (`data/service-tags.*.json.gz`):
//   npm run service-tags
// `-- --mirror <origin> --to <folder>` requests the same paths from another server, and writes to another folder.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './places.mjs';
import { downloadPages, fileAddressIn, invalidListReason } from './service-tag-page.mjs';

const { mirror, to } = parseArgs({ options: { mirror: { type: 'string' }, to: { type: 'string' } } }).values;
const folder = join(to ?? root, '.cache', 'service-tags');
mkdirSync(folder, { recursive: true });

/** @param {string} address */
async function textOf(address) {
  const { pathname, search } = new URL(address);
  const asked = mirror === undefined ? address : new URL(`${pathname}${search}`, mirror);
  const response = await fetch(asked, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** @type {string[]} */
const files = [];
for (const [cloud, page] of Object.entries(downloadPages)) {
  const address = fileAddressIn(await textOf(page));
  if (address === undefined) throw new Error(`${page}: no link to a file of service tags (${cloud})`);
  const text = await textOf(address);
  const wrong = invalidListReason(JSON.parse(text));
  if (wrong !== undefined) throw new Error(`${address}: ${wrong}`);
  const file = join(folder, basename(address));
  writeFileSync(file, text);
  files.push(file);
}
execFileSync(
  process.execPath,
  [join(root, 'scripts', 'service-tags.mjs'), ...files, ...(to === undefined ? [] : ['--to', to])],
  { stdio: 'inherit' },
);
