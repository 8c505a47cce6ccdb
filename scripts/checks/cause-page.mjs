// Writes the pages of docs/causes: one for each kind of cause, which links to its requirements, and their index.
import { table } from './check-page.mjs';

/** @typedef {import('../../src/core/cause').CauseKind} CauseKind */

/**
 * @typedef {object} CausePages
 * @property {typeof import('./causes-en.mjs').englishCauses} words
 * @property {string} checks path to the pages of checks
 * @property {readonly (readonly [string, string])[]} links requirement and its name, in the order of the catalog
 * @property {(kind: string) => string} nameOf what a kind is called, as the product shows it
 */

/** Kinds that decide over flows, and their directions. @type {Partial<Readonly<Record<string, readonly string[]>>>} */
export const kindsOfFlows = {
  'nsg-rule-blocks': ['outbound', 'inbound'],
  'nsg-default-blocks': ['outbound', 'inbound'],
  'admin-rule-blocks': ['outbound', 'inbound'],
  'route-drops': ['outbound'],
  'reply-route': ['inbound'],
  'no-outbound-access': ['outbound'],
  'firewall-blocks': ['outbound'],
  'appliance-decides': ['outbound'],
};

/** @param {CauseKind} kind @param {CausePages} given @param {readonly string[]} ids IDs of its requirements */
export function causePageText(kind, { words, links, checks, nameOf }, ids) {
  const { means, see, fix } = words.kinds[kind];
  const items = links
    .filter(([id]) => ids.includes(id))
    .map(([id, title]) => `- [${title}](${checks}/${id}.md)`);
  return [
    `---\nid: ${kind}\n---`,
    `# ${nameOf(kind)} (${kind})`,
    means,
    `## ${words.heads.see}`,
    see,
    `## ${words.heads.fix}`,
    fix,
    `## ${words.heads.requirements}`,
    items.length > 0 ? items.join('\n') : words.any(`${checks}/README.md`),
  ].join('\n\n');
}

/** @param {CausePages} given */
export function causeIndexPage({ words: { index, kinds }, nameOf }) {
  const rows = Object.keys(kinds).map((kind) => [`[${kind}](${kind}.md)`, nameOf(kind)]);
  return [`# ${index.title}`, index.intro, table([index.columns, ...rows])].join('\n\n');
}
