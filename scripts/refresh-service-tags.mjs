// Downloads Microsoft's service tag files of this week and writes the shipped lists (`data/service-tags.*.json.gz`):
//   npm run service-tags
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './places.mjs';
import { downloadPages, fileAddressIn, wrongIn } from './service-tag-page.mjs';

const folder = join(root, '.cache', 'service-tags');
mkdirSync(folder, { recursive: true });

/** @param {string} address */
async function textOf(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** @type {string[]} */
const files = [];
for (const [cloud, page] of Object.entries(downloadPages)) {
  const address = fileAddressIn(await textOf(page));
  if (address === undefined) throw new Error(`${page}: no link to a file of service tags (${cloud})`);
  const text = await textOf(address);
  const wrong = wrongIn(JSON.parse(text));
  if (wrong !== undefined) throw new Error(`${address}: ${wrong}`);
  const file = join(folder, basename(address));
  writeFileSync(file, text);
  files.push(file);
}
execFileSync(process.execPath, [join(root, 'scripts', 'service-tags.mjs'), ...files], { stdio: 'inherit' });
