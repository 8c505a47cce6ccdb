// `npm run words -- --sample 30`: random texts of the product, for an editor to read. `npm run words -- --phrases`:
// every phrase to avoid, with its location. `--check` fails if there are more than before.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from './places.mjs';
import { allowedHits, commentHits, countHits, phraseHits } from './words/phrases.mjs';
import { catalogTexts } from './words/texts.mjs';

/** @typedef {import('./words/texts.mjs').TextLanguage} Language */

const { values } = parseArgs({
  options: {
    /** Number of texts to draw for each language. */
    sample: { type: 'string', default: '30' },
    /** The same number draws the same texts. */
    seed: { type: 'string', default: '1' },
    language: { type: 'string', multiple: true, default: ['en', 'fr'] },
    /** Only texts whose file has changed since that commit, and that the commit doesn't contain. */
    since: { type: 'string' },
    phrases: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

if (values.phrases) await listPhrases();
else if (values.check) await checkPhrases();
else await sample();

async function listPhrases() {
  const hits = [...(await phraseHits()), ...commentHits()];
  for (const { name, at, text } of hits) console.log(`${name}: ${at}: ${text}`);
  console.log(JSON.stringify(countHits(hits), null, 2));
}

async function checkPhrases() {
  const counts = countHits([...(await phraseHits()), ...commentHits()]);
  const allowed = allowedHits();
  const wrong = Object.entries(counts).filter(([name, count]) => count !== (allowed[name] ?? 0));
  for (const [name, count] of wrong) {
    const before = allowed[name] ?? 0;
    const what =
      count > before ? 'rewrite the new ones (`--phrases` lists them)' : 'write that down in counts.json';
    console.log(`${name}: ${count} instead of ${before}: ${what}`);
  }
  if (wrong.length > 0) process.exitCode = 1;
}

async function sample() {
  const before = values.since === undefined ? undefined : textsAt(values.since);
  for (const language of values.language) {
    if (language !== 'en' && language !== 'fr') throw new Error(`There are no texts in '${language}'.`);
    const all = (await catalogTexts(language)).filter(
      ({ text }) => before === undefined || !before.includes(text),
    );
    const some = drawn(all, Number(values.sample), Number(values.seed));
    console.log(`\n${language}: ${some.length} of ${all.length} texts, seed ${values.seed}`);
    for (const { key, text } of some) console.log(`- ${key}\n    ${text.replaceAll('\n', '\n    ')}`);
  }
}

/**
 * @param {string} commit
 * @returns {string} the sources of all texts there, with the same escapes as the texts
 */
function textsAt(commit) {
  const paths = [
    'src/messages',
    'src/requirements',
    'package.nls.json',
    'package.nls.fr.json',
    'telemetry.json',
  ];
  const listed = execFileSync('git', ['ls-tree', '-r', '--name-only', commit, ...paths], options());
  const files = listed.split('\n').filter((one) => one !== '');
  return files
    .map((file) => execFileSync('git', ['show', `${commit}:${file}`], options()).replace(/\\(['"])/g, '$1'))
    .join('\n');
}

/** @returns {{ cwd: string; encoding: 'utf8'; maxBuffer: number }} */
function options() {
  return { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
}

/**
 * @template T
 * @param {readonly T[]} all
 * @param {number} count
 * @param {number} seed
 * @returns {readonly T[]}
 */
function drawn(all, count, seed) {
  let state = seed >>> 0;
  // A linear congruential generator (Numerical Recipes): the same on every machine.
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => {
    const [one] = left.splice(Math.floor(next() * left.length), 1);
    return /** @type {T} */ (one);
  });
}
