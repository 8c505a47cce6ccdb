// Each regular expression of the product must take linear time on every text: texts come from files, Azure, and users.
// `recheck` checks this for one search. A search for all matches (`replaceAll`, `split`) can be slow although each
// match is fast: if one alternative reads far and fails, and another matches one character. So each alternative is
// checked too. `safe-expressions.json` lists the expressions that `recheck` found safe, because checking all of them
// takes long. `--accept` adds new ones. `--all` checks every expression again, as the nightly run does.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { check } from 'recheck';
import { alternativesOf, regularExpressionsIn } from './expressions.mjs';
import { root } from './places.mjs';

const listFile = join(root, 'scripts', 'safe-expressions.json');
/** An expression that recheck can't decide in this time must be simplified. */
const limits = { timeout: 60_000, attackTimeout: null, incubationTimeout: null };

const checksAll = process.argv.includes('--all');
const accepts = process.argv.includes('--accept');
const { version } = createRequire(import.meta.url)('recheck/package.json');
/** @type {{ recheck: string; safe: readonly string[] }} */
const list = JSON.parse(readFileSync(listFile, 'utf8'));
const known = new Set(checksAll || list.recheck !== version ? [] : list.safe);
/** @type {Map<string, string>} */
const results = new Map();

/** @param {string} source @param {string} flags @returns {Promise<string>} `safe`, or what is wrong */
async function resultOf(source, flags) {
  const key = `/${source}/${flags}`;
  const result = results.get(key) ?? (known.has(key) ? 'safe' : await decide(source, flags));
  results.set(key, result);
  return result;
}

/** @param {string} source @param {string} flags */
async function decide(source, flags) {
  const found = await check(source, flags, limits);
  if (found.status === 'safe') return 'safe';
  if (found.status === 'unknown') return `can't be decided (${found.error.kind}): write it more simply`;
  return `${found.complexity.summary}, for example on ${found.attack.pattern}`;
}

let wrong = 0;
const expressions = regularExpressionsIn(root);
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
const safe = [...results].flatMap(([key, result]) => (result === 'safe' ? [key] : [])).sort();
const added = safe.filter((key) => !known.has(key)).length;
if (accepts) writeFileSync(listFile, `${JSON.stringify({ recheck: version, safe }, null, 2)}\n`);
console.log(`${expressions.length} expressions, ${wrong} that can be slow`);
if (added > 0 && !accepts && !checksAll) {
  console.log(
    `${added} were checked now, because scripts/safe-expressions.json doesn't list them. Add them:`,
  );
  console.log('    node scripts/bootstrap.mjs scripts/check-expressions.mjs --accept');
}
process.exit(wrong === 0 ? 0 : 1);
