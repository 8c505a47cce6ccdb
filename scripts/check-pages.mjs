// Writes docs/checks/<id>.md, one page a requirement, from src/requirements and the message catalogue.
// `node scripts/check-pages.mjs` writes them; `--check` only says which differ and fails.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { findings, noteFindings } from './check-findings.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'checks');

/**
 * @typedef {import('../src/requirements/requirement').Requirement} Requirement
 * @typedef {import('../src/requirements/requirement').InProfile} InProfile
 * @typedef {import('../src/requirements/requirement').FlowTemplate} FlowTemplate
 * @typedef {typeof import('../src/requirements/requirements')} RequirementsModule
 * @typedef {typeof import('../src/requirements/sources')} SourcesModule
 * @typedef {typeof import('../src/messages/en/requirements').requirements & typeof import('../src/messages/en/governance').governance & typeof import('../src/messages/en/attached-requirements').attachedRequirements} Texts
 */

/** The pages' data, bundled from the sources so that pages and product never differ. */
async function load() {
  const result = await build({
    absWorkingDir: root,
    stdin: {
      contents: [
        `export * from './src/requirements/requirements';`,
        `export { sources } from './src/requirements/sources';`,
        `import { attachedRequirements } from './src/messages/en/attached-requirements';`,
        `import { governance } from './src/messages/en/governance';`,
        `import { requirements } from './src/messages/en/requirements';`,
        `export const texts = { ...requirements, ...governance, ...attachedRequirements };`,
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
  /** @type {RequirementsModule & SourcesModule & { texts: Texts }} */
  const loaded = await import(`data:text/javascript;base64,${code}`);
  return loaded;
}

/** @typedef {Awaited<ReturnType<typeof load>>} Loaded */

const profileNames = { current: 'Today’s requirements', '2020-12': 'Requirements of December 2020' };

/** @type {Readonly<Record<InProfile['appliesTo']['kinds'][number], string>>} */
const kindNames = {
  cluster: 'a cluster',
  instance: 'an instance',
  databricks: 'an attached Databricks',
  'virtual-machine': 'an attached virtual machine',
  hdinsight: 'an attached HDInsight',
};

/** Settings that a route repairs. */
const routeFixes = ['udr-forced-tunnel-aml', 'udr-hdinsight-management', 'udr-databricks'];

/** What no verdict of a kind can see. */
const blindSpots = {
  flows:
    'Appliances and firewalls on the way, whose own rules decide; the security group of a network card that the service makes; security admin rules of Azure Virtual Network Manager; proxies and TLS inspection. What a service tag holds is as old as the list in use, whose date stands beside every verdict.',
  setting:
    'Only what Azure Resource Manager returns for the network, or what a file says. What you may not read is told as unknown, never as met.',
  azure:
    'Files: only Azure can say it, so it is asked for the place that is chosen, never for a list’s rows. Deny assignments, eligible roles that are not active, and what changes after the reading. What you may not read is told as unknown.',
  note: 'All of it: no network model holds host names behind somebody’s firewall, browsers, proxies or data. That is why it stands among the things to ask, and never counts against a subnet.',
};

/**
 * @param {Requirement} requirement
 * @param {Loaded} data
 */
function page(requirement, data) {
  const text = (/** @type {string} */ name) => textOf(requirement, data, name);
  const [latest] = profilesOf(requirement);
  if (!latest) throw new Error(`${requirement.id} belongs to no profile`);
  const { asked } = latest;
  const parts = [
    frontMatter(requirement, asked),
    `# ${text('name')}`,
    '## What it finds',
    ...profilesOf(requirement).map(({ profile, asked: one }) => finds(profile, one, asked)),
    '## Why it matters',
    text('consequence'),
    '## How to fix',
    howToFix(asked, text('ask')),
    '## Who says so',
    whoSays(requirement, data),
    ...(requirement.disagreement ? [`Sources disagree. ${text('disagree')}`] : []),
    '## What it cannot see',
    blindSpots[isAzures(requirement) ? 'azure' : asked.what.is],
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * Roles, locks, policies and quotas.
 * @param {Requirement} requirement
 */
function isAzures({ group }) {
  return group === 'permissions' || group === 'quota';
}

/**
 * @param {Requirement} requirement
 * @param {Loaded} data
 * @param {string} name
 */
function textOf({ id }, data, name) {
  const key = `requirement.${id}.${name}`;
  const found = /** @type {Record<string, string>} */ (data.texts)[key];
  if (found === undefined) throw new Error(`No text ${key}`);
  return found;
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
 */
function frontMatter({ id, group, profiles }, asked) {
  const lines = {
    id,
    group,
    severity: asked.severity,
    level: asked.level,
    basis: asked.basis,
    kinds: asked.appliesTo.kinds.join(', '),
    publicIp: asked.appliesTo.publicIp,
    profiles: Object.keys(profiles).join(', '),
    fixable: asked.what.is === 'flows' || routeFixes.includes(id),
  };
  return ['---', ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`), '---'].join('\n');
}

/**
 * What is asked is told once where both profiles ask the same.
 * @param {keyof typeof profileNames} profile
 * @param {InProfile} asked
 * @param {InProfile} latest
 */
function finds(profile, asked, latest) {
  const until = asked.until === null ? '' : ` until ${asked.until}`;
  const { publicIp, kinds, workspace, clouds, network, clusterType } = asked.appliesTo;
  const conditions = [
    `for ${kinds.map((kind) => kindNames[kind]).join(' or ')}`,
    ...(publicIp === 'any' ? [] : [`${publicIp} a public IP`]),
    ...(workspace === 'any' ? [] : ['in a workspace with a private endpoint']),
    ...(clouds.length === 3 ? [] : [`in the clouds ${clouds.join(', ')}`]),
    ...(network === 'own' ? [] : [withoutSubnet(kinds)]),
    ...(clusterType === 'any' ? [] : [`of the type ${clusterType}`]),
  ];
  const head = `**${profileNames[profile]}** (from ${asked.from}${until}, ${asked.level}, ${asked.severity}${asked.refused ? ', Azure refuses without it' : ''}): ${conditions.join(', ')}.${ofAttached(asked)}`;
  const toldAlready = asked !== latest && subject(asked.what) === subject(latest.what);
  return toldAlready ? head : `${head}\n\n${subject(asked.what)}`;
}

/** @param {InProfile['appliesTo']['kinds']} kinds */
function withoutSubnet(kinds) {
  return kinds.includes('cluster') || kinds.includes('instance')
    ? 'also in a managed network'
    : 'also in no network of yours';
}

/** @param {InProfile} asked */
function ofAttached({ ofAttached: other }) {
  return other ? ` Of what is attached: ${Object.values(other).join(', ')}.` : '';
}

/** @param {InProfile['what']} what */
function subject(what) {
  switch (what.is) {
    case 'flows':
      return flowTable(what.flows);
    case 'setting':
      return findings[what.setting];
    case 'note':
      return what.unlessInternet ? noteFindings.unlessInternet : noteFindings.always;
  }
}

/** @param {readonly FlowTemplate[]} flows */
function flowTable(flows) {
  const rows = flows.map(
    ({ direction, protocol, ports, remote, writeProtocol }) =>
      `| ${direction} | ${protocol} | ${ports.includes('*') ? 'any' : ports.join(', ')} | ${farSide(remote)} | ${writeProtocol === '*' ? 'Any' : writeProtocol} |`,
  );
  return [
    '| Direction | Protocol | Ports | Far side | A rule says |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** @param {FlowTemplate['remote']} remote */
function farSide(remote) {
  switch (remote.is) {
    case 'tag':
      return tagText(remote);
    case 'own-subnet':
      return 'the subnet itself';
    case 'target-subnets':
      return 'both subnets of Databricks';
    case 'private-endpoints':
      return `private endpoints (${remote.groups.join(', ')}) in this or a peered network`;
  }
}

/** @param {Extract<FlowTemplate['remote'], { is: 'tag' }>} remote */
function tagText({ tag, scope }) {
  switch (scope) {
    case 'none':
      return `\`${tag}\``;
    case 'subnet+workspace':
      return `\`${tag}.{region}\`, of the subnet’s region and the workspace’s`;
    case 'hdinsight':
      return `\`${tag}.{region}\`, of every region that looks after the subnet’s`;
  }
}

/**
 * @param {InProfile} asked
 * @param {string} ask
 */
function howToFix(asked, ask) {
  return asked.what.is === 'flows'
    ? `${ask}\n\nWhere a security rule or a service-tag route is enough, a fix is offered: tried on a copy first, and only where no other verdict gets worse.`
    : ask;
}

/**
 * @param {Requirement} requirement
 * @param {Loaded} data
 */
function whoSays(requirement, { sources }) {
  return requirement.sources
    .map((key) => sources[key])
    .map(({ title, url, date }) => `- [${title}](${url}), ${date ?? 'undated'}`)
    .join('\n');
}

/** @returns {Promise<Map<string, string>>} file name to text */
async function pages() {
  const data = await load();
  const options = { ...(await resolveConfig(join(root, 'docs', 'x.md'))), parser: 'markdown' };
  const texts = data.requirements.map(async (one) => {
    const text = await format(page(one, data), options);
    return /** @type {const} */ ([`${one.id}.md`, text]);
  });
  return new Map(await Promise.all(texts));
}

/** Files that are not as the data says, with what is wrong. */
export async function differences() {
  const wanted = await pages();
  const present = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  const wrong = [...wanted].flatMap(([name, text]) => {
    const file = join(folder, name);
    if (!existsSync(file)) return [`${name} is missing`];
    return readFileSync(file, 'utf8') === text ? [] : [`${name} differs from the data`];
  });
  return [
    ...wrong,
    ...present.filter((name) => !wanted.has(name)).map((name) => `${name} belongs to no requirement`),
  ];
}

async function write() {
  const wanted = await pages();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.md') && !wanted.has(name)) rmSync(join(folder, name));
  }
  for (const [name, text] of wanted) writeFileSync(join(folder, name), text);
  return wanted.size;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) {
    const wrong = await differences();
    for (const one of wrong) process.stderr.write(`docs/checks/${one}\n`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } else process.stdout.write(`${await write()} pages in docs/checks\n`);
}
