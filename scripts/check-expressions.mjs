// Each regular expression of the product must take linear time on every text: texts come from files, Azure, and users.
// `recheck` decides it, for one search. A search for all matches (`replaceAll`, `split`) can be slow though each match is
// fast: where one alternative reads far and fails, and another matches one letter. So each alternative is checked too.
// Results are kept by the text of the expression.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { check } from 'recheck';
import { alternativesOf, expressionsOf } from './expressions.mjs';
import { cache, root } from './places.mjs';

const keptFile = join(cache, 'expressions.json');
/** What recheck can't decide in this time is to be written more simply. */
const limits = { timeout: 60_000, attackTimeout: null, incubationTimeout: null };

const { version } = createRequire(import.meta.url)('recheck/package.json');
/** @type {{ version?: string; results: Record<string, string> }} */
const before = existsSync(keptFile) ? JSON.parse(readFileSync(keptFile, 'utf8')) : { results: {} };
const known = before.version === version ? before.results : {};
/** @type {Record<string, string>} */
const results = {};

/** @param {string} source @param {string} flags @returns {Promise<string>} `safe`, or what is wrong */
async function resultOf(source, flags) {
  const key = `/${source}/${flags}`;
  results[key] ??= known[key] ?? (await decide(source, flags));
  return results[key];
}

/** @param {string} source @param {string} flags */
async function decide(source, flags) {
  const found = await check(source, flags, limits);
  if (found.status === 'safe') return 'safe';
  if (found.status === 'unknown') return `can't be decided (${found.error.kind}): write it more simply`;
  return `${found.complexity.summary}, for example on ${found.attack.pattern}`;
}

function keep() {
  mkdirSync(cache, { recursive: true });
  writeFileSync(keptFile, JSON.stringify({ version, results }, null, 1));
}

let wrong = 0;
const expressions = expressionsOf(root);
for (const { source, flags, places } of expressions) {
  const alternatives = alternativesOf(source);
  for (const one of new Set([source, ...(alternatives.length > 1 ? alternatives : [])])) {
    const result = await resultOf(one, flags);
    if (result === 'safe') continue;
    wrong += 1;
    console.log(`${places.join(', ')}: /${source}/${flags}${one === source ? '' : `, alternative ${one}`}`);
    console.log(`    ${result}`);
  }
}
keep();
console.log(`${expressions.length} expressions, ${wrong} that can be slow`);
process.exit(wrong === 0 ? 0 : 1);
