// Writes the page of one check, in the same form for all.
import { errorOf } from './azure-errors.mjs';
import { capital, flowCells } from './check-facts.mjs';
import { examples, shownPart, terraformExample } from './examples.mjs';
import { commands, portalPlace } from './fix-ways.mjs';
import { relatedTo } from './related.mjs';

/**
 * @typedef {import('./check-facts.mjs').CheckFacts} CheckFacts
 * @typedef {import('./check-facts.mjs').Words} Words
 * @typedef {{ readonly code: string; readonly message: string; readonly origin: string; readonly source?: string }} ErrorText
 */

/**
 * @typedef {object} PageData
 * @property {Words} words
 * @property {Readonly<Record<string, ErrorText>>} errors
 * @property {typeof import('../../src/requirements/sources').sources} sources
 * @property {ReadonlyMap<string, string>} readOn the day on which a source was last read, by its key
 * @property {readonly CheckFacts[]} all
 */

/** @param {CheckFacts} check @param {PageData} data */
export function checkPageText(check, data) {
  const { heads } = data.words;
  const sections = [
    [heads.when, whenPart(check, data)],
    [heads.impact, impactPart(check, data)],
    [heads.fails, examplePart(check, 'fails', data)],
    [heads.passes, examplePart(check, 'passes', data)],
    [heads.fix, fixPart(check, data)],
    [heads.suppress, suppressPart(check, data)],
    [heads.limits, limitsPart(check, data)],
    [heads.related, relatedPart(check, data)],
    [heads.sources, sourcesPart(check, data)],
  ];
  const body = sections.map(([head, text]) => `## ${head}\n\n${text}`);
  return `---\nid: ${check.id}\n---\n\n# ${titleOf(check)}\n\n${factsTable(check, data)}\n\n${body.join('\n\n')}\n`;
}

/** Adds the port if the name doesn't contain it. @param {CheckFacts} check */
function titleOf({ id, name, port }) {
  const numbers = port.match(/\d+/g) ?? [];
  const isNamed = numbers.every((one) => name.includes(one));
  return `${name} (${[id, ...(port === '' || isNamed ? [] : [port])].join(', ')})`;
}

/** @param {readonly (readonly string[])[]} rows the first is the head */
export function table([head = [], ...rows]) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** @param {CheckFacts} check @param {PageData} data */
function factsTable(check, { words }) {
  return table([
    [words.facts.severity, words.severity[check.severity]],
    ...check.rows,
    [words.facts.quickFix, quickFixOf(check, words)],
  ]);
}

/** @param {CheckFacts} check @param {Words} words */
export function quickFixOf({ change, reason }, words) {
  const slug = (/** @type {number} */ at) => anchorOf(words.about[at] ?? '');
  if (change !== null) return `[${words.changes[change]}](about.md#${slug(6)})`;
  return `[${words.noFix[reason ?? '']}](about.md#${slug(8)})`;
}

/** Returns the anchor of a heading in GitHub and VS Code. @param {string} heading */
export const anchorOf = (heading) =>
  heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** @param {CheckFacts} check @param {PageData} data */
function whenPart({ id, when, flows }, { words }) {
  const flowTable =
    flows.length > 1 ? [table([words.columns, ...flows.map((one) => flowCells(one, words))])] : [];
  const profile = examples[id]?.profile === '2020-12' ? [words.profile2020] : [];
  return [when, ...flowTable, ...profile].join('\n\n');
}

/** @param {CheckFacts} check @param {PageData} data */
function impactPart({ id, impact }, { words, errors }) {
  const [first = '', ...kinds] = impact;
  const list = kinds.length > 0 ? [kinds.join('\n')] : [];
  const key = errorOf[id];
  const error = key === undefined ? undefined : errors[key];
  return [first, ...list, ...(error ? [errorPart(error, words)] : [])].join('\n\n');
}

/**
 * Returns the text if it was seen; otherwise only the code, which is certain. @param {ErrorText} error @param {Words}
 * words
 */
function errorPart({ code, message, origin, source = '' }, words) {
  if (origin !== 'seen') return `${words.errorCode} \`${code}\``;
  const [line = ''] = message.split('\n');
  const shown = line.replaceAll(/\{\w+\}/g, '…').replace(/ For network security group requirements.*/, '');
  const seen = source.startsWith('https://') ? ` ([source](${source.split(' ')[0]}))` : '';
  return `${words.error}\n\n> ${code}: ${shown}${seen}`;
}

/** @param {CheckFacts} check @param {'fails' | 'passes'} which @param {PageData} data */
function examplePart({ id, groupName, limitsOf }, which, { words }) {
  const example = examples[id];
  if (example) {
    const { text, isWithout } = shownPart(example, which, 'bicep');
    const terraform = shownPart(example, which, 'tf');
    return [
      ...(isWithout ? [words.without] : []),
      `\`\`\`bicep\n${text}\n\`\`\``,
      ...(terraform.isWithout && !isWithout ? [words.without] : []),
      `\`\`\`terraform\n${terraform.text}\n\`\`\``,
    ].join('\n\n');
  }
  const terraform = terraformExample(id);
  if (terraform) return `\`\`\`terraform\n${terraform[which]}\n\`\`\``;
  if (which === 'passes') return limitsOf === 'note' ? words.confirmed : words.seenPassing;
  return words.seenIn(groupName);
}

/** @param {CheckFacts} check @param {PageData} data */
function fixPart(check, { words }) {
  const { id, advice, flows, hosts, group } = check;
  const lines = commands(id, flows, hosts);
  const shell = lines.map((one) => words.placeholders(one)).join('\n');
  const ways = [
    `- ${words.facts.quickFix}${words.colon} ${quickFixOf(check, words)}`,
    ...(id in examples || terraformExample(id)
      ? [`- ${words.ways.bicep}${words.colon} ${words.asInPasses}`]
      : []),
    ...(terraformExample(id)
      ? []
      : [`- ${words.ways.portal}${words.colon} ${words.portal[portalPlace(id, group)]}`]),
    ...(hosts.length > 0
      ? [`- ${words.ways.hosts}${words.colon} ${hosts.map((one) => `\`${one}\``).join(', ')}`]
      : []),
    ...(lines.length > 0 ? [`- ${words.ways.cli}${words.colon}`] : []),
  ];
  return [
    advice,
    ways.join('\n'),
    ...(shell === '' ? [] : [`  \`\`\`sh\n${shell.replaceAll(/^/gm, '  ')}\n  \`\`\``]),
  ].join('\n\n');
}

/** @param {CheckFacts} check @param {PageData} data */
function suppressPart({ id, subject, limitsOf, flows }, { words }) {
  const { suppress } = words;
  const isOfTerraform = terraformExample(id) !== undefined;
  if (!(id in examples) && !isOfTerraform) return suppress.none;
  const reason =
    flows.length === 1 ? suppress.flow(subject) : limitsOf === 'finding' ? suppress.finding : suppress.file;
  return `${capital(reason)}\n\n\`\`\`${isOfTerraform ? 'terraform\n#' : 'bicep\n//'} aml-secure-compute: ignore-next-line ${id}\n\`\`\`\n\n\`\`\`json\n{ "amlSecureCompute.files.severity": { "${id}": "off" } }\n\`\`\``;
}

/** @param {CheckFacts} check @param {PageData} data */
function limitsPart({ limits, limitsOf }, { words }) {
  return [...limits.map(capital), words.limits[limitsOf]].map((one) => `- ${one}`).join('\n');
}

/** @param {CheckFacts} check @param {PageData} data */
function relatedPart(check, { words, all }) {
  const related = relatedTo(check, all).map(({ id, name }) => `- [${id}](${id}.md)${words.colon} ${name}`);
  return [...related, `- [${words.all}](README.md)`].join('\n');
}

/** @param {CheckFacts} check @param {PageData} data */
function sourcesPart(check, { words, sources, readOn }) {
  const lines = check.sources.map((key) => {
    const { title, url, date } = sources[key];
    const read = readOn.get(key);
    const parts = [date === null ? words.undated : words.dated(date), ...(read ? [words.read(read)] : [])];
    return `- [${title}](${url}), ${parts.join(', ')}`;
  });
  return `${lines.join('\n')}\n\n${words.contradictions} ${check.contradiction ?? words.noContradictions}`;
}
