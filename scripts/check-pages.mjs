// Writes docs/checks/<id>.md and docs/checks/fr/<id>.md, one page a requirement or check and language, from
// src/requirements, src/checks/findings, src/file-checks and the message catalogues.
// `node scripts/check-pages.mjs` writes them, and the tables of reference-pages.mjs; `--check` only lists which differ, and
// fails.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { endpointIds, endpointInFiles, namedIds, noFix, noFixOf } from './check-fixes.mjs';
import { regional, words as languages } from './check-words.mjs';
import { findingPage } from './finding-pages.mjs';
import { outdatedPages, writeReferencePages } from './reference-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'checks');

/**
 * @typedef {import('../src/requirements/requirement').CheckedRequirement} Requirement
 * @typedef {import('../src/requirements/requirement').InProfile} InProfile
 * @typedef {import('../src/requirements/requirement').FlowTemplate} FlowTemplate
 * @typedef {typeof import('../src/requirements/requirements')} RequirementsModule
 * @typedef {typeof import('../src/requirements/sources')} SourcesModule
 * @typedef {typeof import('../src/requirements/host-names')} HostsModule
 * @typedef {typeof import('../src/requirements/advice-values')} AdviceModule
 * @typedef {typeof import('../src/checks/findings/catalogue')} FindingsModule
 * @typedef {typeof import('../src/checks/fixes/extend-draft')} FixesModule
 * @typedef {typeof import('../src/file-checks/catalogue')} FileOnlyModule
 * @typedef {typeof import('../src/messages/en/requirements').requirements & typeof import('../src/messages/en/governance').governance & typeof import('../src/messages/en/attached-requirements').attachedRequirements & typeof import('../src/messages/en/findings').findings & typeof import('../src/messages/en/file-checks').fileChecks & typeof import('../src/messages/en/services').services} Texts
 */

/** The pages' data, bundled from the sources so that pages and product never differ. */
async function load() {
  const result = await build({
    absWorkingDir: root,
    stdin: {
      contents: [
        `export * from './src/requirements/requirements';`,
        `export { sources } from './src/requirements/sources';`,
        `export { hostNames } from './src/requirements/host-names';`,
        `export { adviceOf } from './src/requirements/advice-values';`,
        `export { findingChecks } from './src/checks/findings/catalogue';`,
        `export { fileOnlyChecks } from './src/file-checks/catalogue';`,
        `export { mayBeRepaired } from './src/checks/fixes/extend-draft';`,
        ...languages.flatMap(({ language }) => [
          `import { attachedRequirements as ${language}Attached } from './src/messages/${language}/attached-requirements';`,
          `import { governance as ${language}Governance } from './src/messages/${language}/governance';`,
          `import { findings as ${language}Findings } from './src/messages/${language}/findings';`,
          `import { fileChecks as ${language}FileChecks } from './src/messages/${language}/file-checks';`,
          `import { services as ${language}Services } from './src/messages/${language}/services';`,
          `import { requirements as ${language}Requirements } from './src/messages/${language}/requirements';`,
          `export const ${language} = { ...${language}Requirements, ...${language}Governance, ...${language}Attached, ...${language}Findings, ...${language}FileChecks, ...${language}Services };`,
        ]),
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'warning',
  });
  const code = Buffer.from(result.outputFiles[0]?.contents ?? []).toString('base64');
  /** @type {RequirementsModule & SourcesModule & HostsModule & AdviceModule & FindingsModule & FileOnlyModule & FixesModule & { en: Texts; fr: Texts }} */
  const loaded = await import(`data:text/javascript;base64,${code}`);
  return loaded;
}

/**
 * @typedef {import('./check-words.mjs').Words} Words
 * @typedef {Awaited<ReturnType<typeof load>> & { texts: Texts; words: Words; language: 'en' | 'fr' }} In
 */

/**
 * @param {Requirement} requirement
 * @param {In} data
 */
function page(requirement, data) {
  const { words } = data;
  const text = (/** @type {string} */ name) => textOf(requirement, data, name);
  const [latest] = profilesOf(requirement);
  if (!latest) throw new Error(`${requirement.id} belongs to no profile`);
  const { asked } = latest;
  const parts = [
    frontMatter(requirement, asked, data.mayBeRepaired(requirement.id)),
    `# ${text('name')}`,
    `## ${words.heads.finds}`,
    ...profilesOf(requirement).map(({ profile, asked: one }) =>
      finds(profile, one, { latest: asked, words }),
    ),
    `## ${words.heads.why}`,
    text('consequence'),
    ...ofKinds(requirement, data),
    words.effect[requirement.effect](requirement.checked),
    `## ${words.heads.fix}`,
    adviceText(requirement, data),
    fixSentence(requirement, asked, data),
    ...hostsOf(requirement, data),
    `## ${words.heads.sources}`,
    whoSays(requirement, data),
    `${words.read(requirement.checked)} ${requirement.disagreement ? `${words.disagree} ${text('disagree')}` : words.agree}`,
    `## ${words.heads.blind}`,
    words.blindSpots[blindSpot(requirement, asked)],
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * What happens to a kind, where its text is another one.
 * @param {Requirement} requirement
 * @param {In} data
 */
function ofKinds({ id, profiles }, { texts, words }) {
  const kinds = new Set(Object.values(profiles).flatMap(({ appliesTo }) => appliesTo.kinds));
  const lines = [...kinds].flatMap((kind) => {
    const own = /** @type {Record<string, string>} */ (texts)[`requirement.${id}.consequence.${kind}`];
    return own === undefined ? [] : [`- ${words.ofKind(words.kinds[kind])} ${own}`];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/**
 * What a firewall that goes by name has to let through.
 * @param {Requirement} requirement
 * @param {In} data
 */
function hostsOf({ id }, { hostNames, words }) {
  const hosts = hostNames(id, 'public', '<region>');
  return hosts.length === 0 ? [] : [words.hosts(hosts.map((one) => `\`${one}\``).join(', '))];
}

/**
 * @param {Requirement} requirement
 * @param {InProfile} asked
 */
function blindSpot({ group }, { what }) {
  if (group === 'permissions' || group === 'quota') return 'azure';
  if (what.is === 'note' && what.byName) return 'names';
  return what.is === 'setting' && (group === 'services' || group === 'names') ? 'services' : what.is;
}

/**
 * @param {Requirement} requirement
 * @param {In} data
 * @param {string} name
 */
function textOf({ id }, data, name) {
  const key = `requirement.${id}.${name}`;
  const found = /** @type {Record<string, string>} */ (data.texts)[key];
  if (found === undefined) throw new Error(`No text ${key}`);
  return found;
}

/**
 * The advice with the hosts of the public cloud.
 * @param {Requirement} requirement
 * @param {In} data
 */
function adviceText(requirement, data) {
  const hosts = data.adviceOf(requirement.id, 'public', '<region>').values?.hosts ?? '';
  return textOf(requirement, data, 'ask').replace(
    '{hosts}',
    String(hosts)
      .split(', ')
      .map((one) => `\`${one}\``)
      .join(', '),
  );
}

/** @param {Requirement} requirement */
function profilesOf({ profiles }) {
  return /** @type {const} */ (['current', '2020-12']).flatMap((profile) => {
    const asked = profiles[profile];
    return asked ? [{ profile, asked }] : [];
  });
}

/**
 * @param {Requirement} requirement
 * @param {InProfile} asked
 * @param {boolean} fixable
 */
function frontMatter({ id, group, profiles, effect, checked }, asked, fixable) {
  const lines = {
    id,
    group,
    severity: asked.severity,
    effect,
    checked,
    level: asked.level,
    basis: asked.basis,
    kinds: asked.appliesTo.kinds.join(', '),
    publicIp: asked.appliesTo.publicIp,
    profiles: Object.keys(profiles).join(', '),
    fixable,
  };
  return ['---', ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`), '---'].join('\n');
}

/**
 * What is asked is told once where both profiles ask the same.
 * @param {'current' | '2020-12'} profile
 * @param {InProfile} asked
 * @param {{ latest: InProfile; words: Words }} beside
 */
function finds(profile, asked, { latest, words }) {
  const { publicIp, kinds, workspace, clouds, network, clusterType } = asked.appliesTo;
  const term = (/** @type {string} */ name) => words.terms[name] ?? name;
  const conditions = [
    words.forKinds(kinds.map((kind) => words.kinds[kind])),
    ...(publicIp === 'any' ? [] : [words.publicIp[publicIp]]),
    ...(workspace === 'any' ? [] : [words.privateLink]),
    ...(clouds.length === 3 ? [] : [words.clouds(clouds)]),
    ...(network === 'own' ? [] : [withoutSubnet(kinds, words)]),
    ...(clusterType === 'any' ? [] : [words.clusterType(clusterType)]),
  ];
  const until = asked.until === null ? '' : words.until(asked.until);
  const about = `${words.from(asked.from)}${until}, ${term(asked.level)}, ${term(asked.severity)}`;
  const head = `**${words.profiles[profile]}** (${about})${words.colon} ${conditions.join(', ')}.${ofAttached(asked, words)}`;
  const toldAlready = asked !== latest && subject(asked.what, words) === subject(latest.what, words);
  return toldAlready ? head : `${head}\n\n${subject(asked.what, words)}`;
}

/**
 * @param {InProfile['appliesTo']['kinds']} kinds
 * @param {Words} words
 */
function withoutSubnet(kinds, words) {
  return kinds.includes('cluster') || kinds.includes('instance') ? words.managed : words.noNetwork;
}

/**
 * @param {InProfile} asked
 * @param {Words} words
 */
function ofAttached({ ofAttached: other }, words) {
  if (!other) return '';
  return words.ofAttached(
    Object.values(other)
      .map((one) => words.terms[String(one)] ?? one)
      .join(', '),
  );
}

/**
 * @param {InProfile['what']} what
 * @param {Words} words
 */
function subject(what, words) {
  switch (what.is) {
    case 'flows':
      return flowTable(what.flows, words);
    case 'setting':
      return words.findings[what.setting];
    case 'note':
      if (what.byName) return words.noteFindings.byName;
      return what.unlessInternet ? words.noteFindings.unlessInternet : words.noteFindings.always;
  }
}

/**
 * @param {readonly FlowTemplate[]} flows
 * @param {Words} words
 */
function flowTable(flows, words) {
  const rows = flows.map(({ direction, protocol, ports, remote, writeProtocol }) => [
    words.terms[direction] ?? direction,
    protocol === 'Any' ? words.anyProtocol : protocol,
    ports.includes('*') ? words.any : ports.join(', '),
    farSide(remote, words),
    writeProtocol === '*' ? words.anyProtocol : writeProtocol,
  ]);
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(words.columns), line(words.columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/**
 * @param {FlowTemplate['remote']} remote
 * @param {Words} words
 */
function farSide(remote, words) {
  switch (remote.is) {
    case 'tag':
      return tagText(remote, words);
    case 'own-subnet':
      return words.ownSubnet;
    case 'own-network':
      return words.ownNetwork;
    case 'target-subnets':
      return words.targetSubnets;
    case 'private-endpoints':
      return words.endpoints(remote.groups.join(', '));
  }
}

/**
 * @param {Extract<FlowTemplate['remote'], { is: 'tag' }>} remote
 * @param {Words} words
 */
function tagText(remote, words) {
  switch (remote.scope) {
    case 'none':
      return `\`${remote.tag}\``;
    case 'hdinsight':
      return words.manyRegions(remote);
    default:
      return `${regional(remote)}, ${words.regions[remote.scope]}`;
  }
}

/**
 * Whether a fix is looked for, or why none is.
 * @param {Requirement} requirement
 * @param {InProfile} asked
 * @param {In} data
 */
function fixSentence(requirement, asked, { words, language, mayBeRepaired }) {
  if (!mayBeRepaired(requirement.id)) return noFix[language][noFixOf(requirement, asked)];
  if (namedIds.includes(requirement.id)) throw new Error(`${requirement.id} has a fix after all`);
  const offered = asked.what.is === 'flows' ? words.fixOffered : words.fixLookedFor;
  return endpointIds.includes(requirement.id) ? `${offered} ${endpointInFiles[language]}` : offered;
}

/**
 * @param {Requirement} requirement
 * @param {In} data
 */
function whoSays(requirement, { sources, words }) {
  return requirement.sources
    .map((key) => sources[key])
    .map(({ title, url, date }) => `- [${title}](${url}), ${date ?? words.undated}`)
    .join('\n');
}

/** @returns {Promise<Map<string, string>>} file below docs/checks to text */
async function pages() {
  const data = await load();
  const options = { ...(await resolveConfig(join(root, 'docs', 'x.md'))), parser: 'markdown' };
  const texts = languages.flatMap(({ folder: place, language, words }) => {
    const spoken = { ...data, texts: data[language], words, language };
    const all = [
      ...data.requirements.map((one) => ({ id: one.id, text: page(one, spoken) })),
      ...[...data.findingChecks, ...data.fileOnlyChecks].map((one) => ({
        id: one.id,
        text: findingPage(one, spoken),
      })),
    ];
    return all.map(async ({ id, text }) => {
      return /** @type {const} */ ([join(place, `${id}.md`), await format(text, options)]);
    });
  });
  return new Map(await Promise.all(texts));
}

/** The pages that are there, of every language. */
function present() {
  return languages.flatMap(({ folder: place }) => {
    const at = join(folder, place);
    const names = existsSync(at) ? readdirSync(at).filter((name) => name.endsWith('.md')) : [];
    return names.map((name) => join(place, name));
  });
}

/** Files that are not as the data says, with what is wrong. */
export async function differences() {
  const wanted = await pages();
  const wrong = [...wanted].flatMap(([name, text]) => {
    const file = join(folder, name);
    if (!existsSync(file)) return [`${name} is missing`];
    return readFileSync(file, 'utf8') === text ? [] : [`${name} differs from the data`];
  });
  const extra = present().filter((name) => !wanted.has(name));
  return [...wrong, ...extra.map((name) => `${name} belongs to no requirement`)];
}

async function write() {
  const wanted = await pages();
  for (const { folder: place } of languages) mkdirSync(join(folder, place), { recursive: true });
  for (const name of present()) if (!wanted.has(name)) rmSync(join(folder, name));
  for (const [name, text] of wanted) writeFileSync(join(folder, name), text);
  return wanted.size;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) {
    const wrong = [...(await differences()).map((one) => `docs/checks/${one}`), ...(await outdatedPages())];
    for (const one of wrong) process.stderr.write(`${one}\n`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } else {
    await writeReferencePages();
    process.stdout.write(`${await write()} pages in docs/checks\n`);
  }
}
