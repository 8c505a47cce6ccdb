// Phrases that English texts, pages, and comments avoid. Counts only go down: scripts/words/counts.json has the remaining ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.mjs';
import { catalogTexts, commentTexts, pages, schemaTexts } from './texts.mjs';

/** Each with its replacement. */
const phrases = [
  {
    name: 'negated noun',
    found: /\b(is|are|has|have|holds|names) no \w/gi,
    write: 'negate the verb: isn’t valid',
  },
  {
    name: 'let in, let out',
    found: /\blets?\b[^.]*\b(in|out|through)\b/gi,
    write: 'allow inbound, allow outbound, allow',
  },
  {
    name: 'things that act as people',
    found: /\b(Azure|rule|file|page|table|subnet|plan) (takes|says|asks|tells|names|brings)\b/gi,
    write: 'accepts, reports, requires, shows',
  },
  { name: 'of its own', found: /\bof (yours|its own|ours)\b/gi, write: 'your, its' },
  { name: 'somebody', found: /\b(some|no|any)body\b|\bwhoever\b/gi, write: 'you, another user, Azure' },
  { name: 'computes', found: /\bcomputes\b/gi, write: 'compute resources' },
  { name: 'is made', found: /\b(is|are) made\b/gi, write: 'is created' },
  {
    name: 'stands',
    found: /\bstands? (for|in|already|before|beside)\b/gi,
    write: 'is in, exists, comes before',
  },
  { name: 'may not', found: /\bmay not\b/gi, write: 'can’t, or don’t have permission' },
  { name: 'no more', found: /\b(no|any) more\b/gi, write: 'no longer' },
  {
    name: 'British spelling',
    found: /organisation|misspelt|licence|colour|behaviour/gi,
    write: 'US spelling',
  },
  { name: 'way out', found: /\bway out\b/gi, write: 'outbound access, next hop' },
  { name: 'beside', found: /\bbeside\b/gi, write: 'next to' },
  { name: 'is meant', found: /\bis (meant|wanted)\b/gi, write: 'state who does what' },
  {
    name: 'old words',
    found: /\b(anew|mend(s|ed|ing)?|grave|lacks)\b/gi,
    write: 'again, fix, severe, doesn’t have',
  },
  { name: 'given to', found: /\bgiven to\b/gi, write: 'delegated to' },
  { name: 'advised', found: /\badvised\b/gi, write: 'warning, recommended' },
];

/** Words that the glossary replaces. */
const glossary = [
  { name: 'count to fix', found: /(\d|\}) to fix\b/gi, write: 'error, warning' },
  { name: 'told', found: /\b(told|tells|says|speaks)\b/gi, write: 'reported, shows' },
  { name: 'judged', found: /\b(judged?|judges|verdicts?)\b/gi, write: 'checked, result' },
  { name: 'proven', found: /\b(proven|proved)\b/gi, write: 'tested' },
  { name: 'network card', found: /\bnetwork cards?\b/gi, write: 'network interface (NIC)' },
  { name: 'brings routes', found: /\bbrings? routes\b/gi, write: 'advertises routes' },
  { name: 'lends', found: /\blends?\b/gi, write: 'default outbound access' },
  {
    name: 'managed network',
    found: /(?<!Microsoft-)\bmanaged networks?\b/gi,
    write: 'managed virtual network',
  },
  { name: 'board', found: /\bboards?\b/gi, write: 'Readiness' },
  { name: 'door', found: /(?<!Front )\bdoors?\b/gi, write: 'surface' },
  { name: 'promised', found: /\bpromised?\b/gi, write: 'reserved' },
  { name: 'organization', found: /\borganizations?\b/gi, write: 'tenant' },
  { name: 'close the rest', found: /\bclose the rest\b/gi, write: 'deny other outbound traffic' },
  { name: 'AML network', found: /\bAML network\b/g, write: 'Secured AML Compute' },
];

/** Parts of texts that stay as they are, each with the reason. */
const exceptions = [
  { found: /\{\w+\}/g, because: 'a reader sees the value, not its name' },
  { found: /\/computes\/\w+/g, because: 'an action of Azure, as Azure writes it' },
  { found: /(?<=^- .+ — code) › .+$/gm, because: 'quotes the title of a test' },
];

/** Maximum number of words in a sentence: of a text on a surface, and of a page. */
const longest = { text: 20, page: 25 };

/**
 * @typedef {object} Hit
 * @property {string} name of the phrase
 * @property {string} write what to write instead
 * @property {string} at a key of the catalog, or a file
 * @property {string} text
 */

/** @returns {Promise<readonly Hit[]>} in the order of the texts */
export async function phraseHits() {
  const texts = (await catalogTexts('en')).map(({ key, text }) => ({ at: key, text, most: longest.text }));
  const described = schemaTexts().map(({ file, text }) => ({ at: file, text, most: longest.page }));
  const prose = pages().map(({ file, text }) => ({ at: file, text: proseOf(text), most: longest.page }));
  const read = [...texts, ...described, ...prose].map((one) => ({
    ...one,
    text: withoutExceptions(one.text),
  }));
  return read.flatMap(({ at, text, most }) => [
    ...[...phrases, ...glossary].flatMap(({ name, found, write }) =>
      [...text.matchAll(found)].map((one) => ({ name, write, at, text: one[0] })),
    ),
    ...sentencesOf(text)
      .filter((one) => one.split(/\s+/).length > most)
      .map((one) => ({ name: 'long sentence', write: `at most ${most} words`, at, text: one })),
  ]);
}

/** The one name for all phrases in comments. */
const inComments = 'in comments';

/** Sentences of a comment that begin with *What* or *Who*, and aren't questions. */
const question = /(?:^|[.:;] )(?:What|Who|Whom|Whose|Whoever) [^?.]*[.:;]/g;

/** @returns {readonly Hit[]} in the order of the files */
export function commentHits() {
  const all = [
    ...phrases,
    ...glossary,
    { name: 'what', found: question, write: 'begin with a verb or a noun' },
  ];
  return commentTexts().flatMap(({ file, text }) =>
    all.flatMap(({ name, found, write }) =>
      [...text.matchAll(found)].map((one) => ({
        name: inComments,
        write: `${name}: ${write}`,
        at: file,
        text: one[0],
      })),
    ),
  );
}

/** @returns {Readonly<Record<string, number>>} how many hits of each phrase are left to rewrite */
export function allowedHits() {
  return JSON.parse(readFileSync(join(root, 'scripts/words/counts.json'), 'utf8'));
}

/** @param {readonly Hit[]} hits @returns {Readonly<Record<string, number>>} by the phrase's name */
export function countHits(hits) {
  const names = [...[...phrases, ...glossary].map(({ name }) => name), 'long sentence', inComments];
  return Object.fromEntries(names.map((name) => [name, hits.filter((one) => one.name === name).length]));
}

/** @param {string} text @returns {string} */
function withoutExceptions(text) {
  return exceptions.reduce((left, { found }) => left.replaceAll(found, 'code'), text);
}

/** @param {string} markdown @returns {string} without code, URLs of links, and parts that come from the catalog */
function proseOf(markdown) {
  return markdown
    .replaceAll(/<!-- generated:[^]*?<!-- \/generated -->/g, '')
    .replaceAll(/^```[^]*?^```/gm, '')
    .replaceAll(/`[^`\n]*`/g, 'code')
    .replaceAll(/\]\([^)\n]*\)/g, ']');
}

/** @param {string} text @returns {readonly string[]} */
function sentencesOf(text) {
  return text.split(/(?<=[.!?:])\s|\n|\|/).map((one) => one.trim());
}
