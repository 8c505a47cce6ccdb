// Names that the glossary replaced, in identifiers, comments, and pages.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../places.mjs';

/** Each with its replacement. Words of an identifier are separate: `judgedIn` is “judged in”. */
const oldNames = [
  { found: /\b(judged?|judges|judging|judgements?)\b/g, write: 'check, result' },
  { found: /\bverdicts?\b/g, write: 'result, outcome' },
  { found: /\bfates?\b/g, write: 'disposition' },
  { found: /\b(doubt(s|ed|ful|less)?|clouded)\b/g, write: 'unknown, downgradeToUnknown' },
  {
    found: /\b(patients?|doctors?|surroundings)\b/g,
    write: 'analyzed file, controller, context',
  },
  { found: /\b(at rest|longer and longer)\b/g, write: 'debounce, exponential backoff' },
  { found: /\bfar ?fetched\b/g, write: 'assumesPrivateLink' },
  { found: /\b(furnish(es|ed)?|badness)\b/g, write: 'complete, severityRank' },
  { found: /\bmend(s|ed|ing)?\b/g, write: 'fix' },
  { found: /\banew\b/g, write: 'again' },
  { found: /\bwish(es|ed)?\b/g, write: 'options' },
  { found: /\b(told|tells?)\b/g, write: 'reported, shows, notifies' },
  { found: /\b(proven|tried)\b/g, write: 'tested' },
  { found: /(?<!front )\bdoors?\b/g, write: 'surface, endpoint' },
  { found: /\bways? out\b/g, write: 'outbound access, next hop' },
  { found: /(?<!circuit )\bboards?\b/g, write: 'Readiness' },
  { found: /\bcrews?\b/g, write: 'worker pool' },
  { found: /\b(some|no)body\b|\bwhoever\b/g, write: 'another user, Azure' },
];

const sources = ['src/**/*.ts', 'webview-ui/src/**/*.ts', 'scripts/**/*.mjs', 'test/**/*.{ts,mts}'];
const pages = ['docs/*.md', 'CONTRIBUTING.md', 'README.md', 'src/**/README.md'];
const self = 'scripts/words/';

/** @param {string} text @returns {string} its words, with identifiers split */
function wordsOf(text) {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
}

const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** Matches a quoted name without spaces, such as a message key or the kind of a result. */
const quotedName = /^[a-z][\w.-]*$/i;

/**
 * Returns identifiers, comments, and quoted names of the product. Tests also quote words that users type.
 * @param {string} file @param {string} text @returns {string[]}
 */
function namesIn(file, text) {
  const found = [...text.matchAll(comment)].map(([whole]) => whole);
  const isProduct = file.startsWith('src/') || file.startsWith('webview-ui/');
  /** @param {ts.Node} node */
  const collect = (node) => {
    if (ts.isIdentifier(node)) found.push(node.text);
    else if (isProduct && ts.isStringLiteral(node) && quotedName.test(node.text)) found.push(node.text);
    ts.forEachChild(node, collect);
  };
  collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** @returns {readonly (readonly [file: string, texts: readonly string[]])[]} */
function namedTexts() {
  const filesIn = (/** @type {string[]} */ patterns) =>
    globSync(patterns, { cwd: root })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.startsWith(self) && !file.startsWith('test/fixtures/'))
      .map((file) => /** @type {const} */ ([file, readFileSync(join(root, file), 'utf8')]));
  return [
    ...filesIn(sources).map(([file, text]) => /** @type {const} */ ([file, namesIn(file, text)])),
    ...filesIn(pages).map(([file, text]) => /** @type {const} */ ([file, [text]])),
  ];
}

/** @returns {string[]} what is wrong */
export function oldNameFaults() {
  return namedTexts().flatMap(([file, texts]) => {
    const words = texts.map(wordsOf).join('\n');
    return oldNames.flatMap(({ found, write }) =>
      [...words.matchAll(found)].map(([name]) => `${file}: instead of “${name}”, write ${write}`),
    );
  });
}
