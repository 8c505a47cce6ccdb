// Names that the glossary replaced, in identifiers, comments, and pages. Counts only go down: scripts/words/old-names.json.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../places.mjs';

/** Each with its replacement. Words of an identifier are separate: `judgedIn` is “judged in”. */
const oldNames = [
  { name: 'judge', found: /\b(judged?|judges|judging|judgements?)\b/g, write: 'check, result' },
  { name: 'verdict', found: /\bverdicts?\b/g, write: 'result, outcome' },
  { name: 'fate', found: /\bfates?\b/g, write: 'disposition' },
  { name: 'doubt', found: /\b(doubt(s|ed|ful|less)?|clouded)\b/g, write: 'unknown, downgradeToUnknown' },
  {
    name: 'patient',
    found: /\b(patients?|doctors?|surroundings)\b/g,
    write: 'analyzed file, controller, context',
  },
  { name: 'at rest', found: /\b(at rest|longer and longer)\b/g, write: 'debounce, exponential backoff' },
  { name: 'far fetched', found: /\bfar ?fetched\b/g, write: 'assumesPrivateLink' },
  { name: 'furnish', found: /\b(furnish(es|ed)?|badness)\b/g, write: 'complete, severityRank' },
  { name: 'mend', found: /\bmend(s|ed|ing)?\b/g, write: 'fix' },
  { name: 'anew', found: /\banew\b/g, write: 'again' },
  { name: 'wish', found: /\bwish(es|ed)?\b/g, write: 'options' },
  { name: 'told', found: /\b(told|tells?)\b/g, write: 'reported, shows, notifies' },
  { name: 'proven', found: /\b(proven|tried)\b/g, write: 'tested' },
  { name: 'door', found: /\bdoors?\b(?! suffix| first| frontend)/g, write: 'surface, endpoint' },
  { name: 'way out', found: /\bways? out\b/g, write: 'outbound access, next hop' },
  { name: 'somebody', found: /\b(some|no)body\b|\bwhoever\b/g, write: 'another user, Azure' },
];

const sources = ['src/**/*.ts', 'webview-ui/src/**/*.ts', 'scripts/**/*.mjs', 'test/**/*.{ts,mts}'];
const pages = ['docs/*.md', 'CONTRIBUTING.md', 'README.md', 'src/**/README.md'];
const left = join(root, 'scripts', 'words', 'old-names.json');
const self = 'scripts/words/';

/** @param {string} text @returns {string} its words, with identifiers split */
function wordsOf(text) {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
}

const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** @param {string} file @param {string} text @returns {string[]} identifiers and comments, without quoted texts */
function namesIn(file, text) {
  const found = [...text.matchAll(comment)].map(([whole]) => whole);
  /** @param {ts.Node} node */
  const collect = (node) => {
    if (ts.isIdentifier(node)) found.push(node.text);
    ts.forEachChild(node, collect);
  };
  collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** @returns {Record<string, number>} how often each old name still occurs */
function countOldNames() {
  const counts = Object.fromEntries(oldNames.map(({ name }) => [name, 0]));
  const filesIn = (/** @type {string[]} */ patterns) =>
    globSync(patterns, { cwd: root })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.startsWith(self) && !file.startsWith('test/fixtures/'))
      .map((file) => /** @type {const} */ ([file, readFileSync(join(root, file), 'utf8')]));
  const texts = [
    ...filesIn(sources).flatMap(([file, text]) => namesIn(file, text)),
    ...filesIn(pages).map(([, text]) => text),
  ];
  for (const text of texts) {
    const words = wordsOf(text);
    for (const { name, found } of oldNames) {
      counts[name] = (counts[name] ?? 0) + [...words.matchAll(found)].length;
    }
  }
  return counts;
}

/** @returns {string[]} what is wrong */
export function oldNameFaults() {
  /** @type {Record<string, number>} */
  const allowed = JSON.parse(readFileSync(left, 'utf8'));
  const counts = countOldNames();
  if (process.argv.includes('--counts')) console.log(JSON.stringify(counts, null, 2));
  return oldNames.flatMap(({ name, write }) => {
    const [now, before] = [counts[name] ?? 0, allowed[name] ?? 0];
    if (now <= before) return [];
    return [`“${name}” is ${now} times in names, comments, or pages instead of ${before}: write ${write}`];
  });
}
