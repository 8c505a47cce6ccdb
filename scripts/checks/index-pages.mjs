// Writes the pages about all checks: an index by ID, severity, and fix, and how to read a page.
import { quickFixOf, table } from './check-page.mjs';
import { changeKinds } from './fix-ways.mjs';
import { noFixReasons } from './no-fix.mjs';

/** @typedef {import('./check-facts.mjs').CheckFacts} CheckFacts */
/** @typedef {import('./check-facts.mjs').Words} Words */

/** @param {readonly CheckFacts[]} checks @param {Words} words */
export function indexPage(checks, words) {
  const { index } = words;
  const sorted = [...checks].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map((one) => [
    linkTo(one),
    one.name,
    words.severity[one.severity],
    quickFixOf(one, words),
  ]);
  const severities = /** @type {const} */ (['error', 'warning', 'info']);
  return [
    `# ${index.title}`,
    index.intro,
    `## ${index.byId}`,
    table([index.columns, ...rows]),
    `## ${index.bySeverity}`,
    ...severities.flatMap((severity) =>
      part(
        words.severity[severity],
        sorted.filter((one) => one.severity === severity),
      ),
    ),
    `## ${index.byFix}`,
    ...changeKinds.flatMap((kind) =>
      part(
        words.changes[kind] ?? kind,
        sorted.filter((one) => one.change === kind),
      ),
    ),
    ...noFixReasons.flatMap((reason) =>
      part(
        words.noFix[reason] ?? reason,
        sorted.filter((one) => one.reason === reason),
      ),
    ),
  ].join('\n\n');
}

/** @param {CheckFacts} check */
const linkTo = ({ id }) => `[${id}](${id}.md)`;

/** @param {string} head @param {readonly CheckFacts[]} checks @returns {readonly string[]} */
const part = (head, checks) =>
  checks.length === 0 ? [] : [`### ${head}`, checks.map((one) => `- ${linkTo(one)}`).join('\n')];

/** @param {Words} words */
export function aboutPage(words) {
  const reasons = noFixReasons.map((one) => [String(words.noFix[one]), String(words.noFixMeaning[one])]);
  const meaning = table([[words.facts.quickFix, words.reason], ...reasons]);
  return words.about.map((one) => (one === '{noFix}' ? meaning : one)).join('\n\n');
}
