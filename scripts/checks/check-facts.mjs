// Collects the statements of a check's page, from a requirement or a finding, in one language.
import { changeOf } from './fix-ways.mjs';
import { noFixOf, noFixOfFinding } from './no-fix.mjs';

/**
 * @typedef {import('../../src/requirements/requirement').Requirement} Requirement
 * @typedef {import('../../src/requirements/requirement').InProfile} InProfile
 * @typedef {import('../../src/requirements/requirement').FlowTemplate} FlowTemplate
 * @typedef {import('../../src/requirements/sources').SourceKey} SourceKey
 * @typedef {import('../../src/checks/findings/finding-catalog').FindingCheck | import('../../src/file-checks/file-check-catalog').FileOnlyCheck} FindingCheck
 * @typedef {typeof import('./words-en.mjs').englishPageWords} Words
 * @typedef {typeof import('../../src/requirements/requirements')} RequirementsModule
 */

/**
 * @typedef {object} CheckFacts
 * @property {string} id
 * @property {string} name
 * @property {string} port `UDP 5831`; empty where the check isn't about flows, or about several
 * @property {'error' | 'warning' | 'info'} severity
 * @property {readonly (readonly [string, string])[]} rows of the table at the top, without severity and quick fix
 * @property {string} group
 * @property {string} groupName as Readiness shows it
 * @property {string | null} change what the quick fix changes; null: there is none
 * @property {string | null} reason why there is no quick fix
 * @property {string} when
 * @property {readonly FlowTemplate[]} flows
 * @property {string} subject what the first flow is about; empty without flows
 * @property {readonly string[]} impact
 * @property {string} advice
 * @property {readonly string[]} hosts
 * @property {readonly string[]} limits sentences of this check alone
 * @property {string} limitsOf a key of `limits` in the words
 * @property {readonly SourceKey[]} sources
 * @property {string | null} contradiction
 * @property {string | null} refines
 */

/**
 * @typedef {object} Data
 * @property {Readonly<Record<string, string>>} texts
 * @property {Words} words
 * @property {(id: string) => boolean} mayBeRepaired
 * @property {(id: string, cloud: 'public', region: string) => readonly string[]} hostNames
 * @property {'en' | 'fr'} language
 * @property {(id: string, cloud: 'public', region: string) => { readonly values?: Readonly<Record<string, unknown>> }} adviceOf
 */

/** Splits a text into sentences, without splitting code and abbreviations. @param {string} text */
export const sentencesOf = (text) => text.split(/(?<=[.?!])\s+(?=[A-ZÀ-Ý`])/);

/** @param {Data} data @param {string} key */
function textOf({ texts }, key) {
  const found = texts[key];
  if (found === undefined) throw new Error(`No text ${key}`);
  return found;
}

/** @param {FindingCheck} check @param {Data} data @returns {CheckFacts} */
export function factsOfFinding(check, data) {
  const { id, of, severity, basis, profiles, refines, fixable, sources } = check;
  const { words } = data;
  const text = (/** @type {string} */ name) => textOf(data, `finding.${id}.${name}`);
  const [when = '', ...details] = sentencesOf(text('finds'));
  return {
    id,
    name: text('name'),
    port: '',
    severity,
    rows: [
      [words.facts.appliesTo, words.findingOf[of] ?? of],
      [words.facts.status, capital(words.basis[basis] ?? basis)],
      ...olderRow(profiles, words),
    ],
    group: of,
    groupName: textOf(data, `readiness.group.${of === 'route-table' ? 'routes' : 'inbound'}`),
    change: fixable ? changeOf(id) : null,
    reason: fixable ? null : noFixOfFinding(id),
    when,
    flows: [],
    subject: '',
    impact: [text('consequence')],
    advice: text('ask'),
    hosts: [],
    limits: [...details, ...sentencesOf(text('blind'))],
    limitsOf: 'finding',
    sources,
    contradiction: null,
    refines,
  };
}

/** @param {readonly string[]} profiles @param {Words} words @returns {readonly (readonly [string, string])[]} */
function olderRow(profiles, words) {
  if (!profiles.includes('current')) return [[words.facts.older, words.only]];
  return [[words.facts.older, profiles.includes('2020-12') ? words.same : words.notThen]];
}

/** @param {Requirement} requirement @param {Data} data @returns {CheckFacts} */
export function factsOfRequirement(requirement, data) {
  const { id, group, profiles, effect = 'fails', sources, disagreement } = requirement;
  const { words } = data;
  const text = (/** @type {string} */ name) => textOf(data, `requirement.${id}.${name}`);
  const asked = profiles.current ?? profiles['2020-12'];
  if (!asked) throw new Error(`${id} belongs to no profile`);
  const flows = asked.what.is === 'flows' ? asked.what.flows : [];
  const fixable = data.mayBeRepaired(id);
  const { when, limits, subject } = reported(asked, words);
  return {
    id,
    name: text('name'),
    port: flows.length === 1 ? portOf(flows[0], words) : '',
    severity: asked.severity,
    rows: [
      [words.facts.appliesTo, appliesTo(asked, words)],
      [words.facts.status, statusOf(asked, words)],
      [words.facts.older, older(profiles, words)],
      ...attachedRow(asked, words),
      [words.facts.effect, words.effect[effect]],
    ],
    group,
    groupName: textOf(data, `readiness.group.${group}`),
    change: fixable ? changeOf(id) : null,
    reason: fixable ? null : noFixOf(requirement, asked),
    when,
    flows,
    subject,
    impact: [text('consequence'), ...ofKinds(id, asked, data)],
    advice: advice(id, text('ask'), data),
    hosts: data.hostNames(id, 'public', '<region>'),
    limits,
    limitsOf: limitsOf(group, asked),
    sources,
    contradiction: disagreement ? text('disagree') : null,
    refines: null,
  };
}

/** @param {string} text */
const uncapital = (text) => text.charAt(0).toLowerCase() + text.slice(1);

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {InProfile} asked @param {Words} words */
function appliesTo({ appliesTo: { kinds, publicIp, workspace, clouds, network, clusterType } }, words) {
  const hasNodes = kinds.includes('cluster') || kinds.includes('instance');
  return capital(
    [
      words.listed(
        kinds.map((kind) => words.kinds[kind] ?? kind),
        'or',
      ),
      ...(publicIp === 'any' ? [] : [words.publicIp[publicIp]]),
      ...(workspace === 'any' ? [] : [words.privateLink]),
      ...(clouds.length === 3 ? [] : [words.clouds(clouds.map((one) => words.cloudNames[one] ?? one))]),
      ...(network === 'own' ? [] : [hasNodes ? words.managed : words.noNetwork]),
      ...(clusterType === 'any' ? [] : [words.clusterType(clusterType)]),
    ].join(', '),
  );
}

/**
 * Returns the differences for attached compute. @param {InProfile} asked @param {Words} words @returns {readonly
 * (readonly [string, string])[]}
 */
function attachedRow({ ofAttached }, words) {
  if (!ofAttached) return [];
  const { severity, level } = ofAttached;
  const parts = [
    ...(severity === undefined ? [] : [words.severity[severity]]),
    ...(level === undefined ? [] : [String(words.level[level])]),
  ];
  return [[words.facts.attached, capital(parts.join(', ').toLowerCase())]];
}

/** @param {InProfile} asked @param {Words} words */
const statusOf = ({ level, basis, from, until }, words) =>
  `${words.level[level]}, ${words.basis[basis]}, ${words.dates(from, until)}`;

/** @param {Requirement['profiles']} profiles @param {Words} words */
function older(profiles, words) {
  const then = profiles['2020-12'];
  if (!profiles.current) return words.only;
  if (!then) return words.notThen;
  const now = profiles.current;
  const isSame =
    then.severity === now.severity &&
    then.level === now.level &&
    appliesTo(then, words) === appliesTo(now, words);
  if (isSame) return words.same;
  return `${words.severity[then.severity]}, ${String(words.level[then.level]).toLowerCase()}, ${uncapital(appliesTo(then, words))}`;
}

/** @param {InProfile} asked @param {Words} words @returns {{ when: string; limits: readonly string[]; subject: string }} */
function reported({ what }, words) {
  if (what.is === 'setting') {
    const { when, limits = [] } = words.settings[what.setting];
    return { when, limits, subject: '' };
  }
  if (what.is === 'note') {
    const when = what.byName
      ? words.notes.byName
      : what.unlessInternet
        ? words.notes.unlessInternet
        : words.notes.always;
    return { when, limits: [], subject: '' };
  }
  const [first, second] = what.flows;
  if (!first) throw new Error('A requirement without flows');
  const subject = words.subject(portOf(first, words), remoteOf(first.remote, words), first.direction);
  return { when: second ? words.stoppedOne : words.stopped(first.direction, subject), limits: [], subject };
}

/** @param {FlowTemplate | undefined} flow @param {Words} words */
function portOf(flow, words) {
  if (!flow) return '';
  const ports = flow.ports.includes('*') ? '' : words.listed(flow.ports, 'and');
  return words.ports(ports, flow.protocol);
}

/** @param {FlowTemplate['remote']} remote @param {Words} words */
function remoteOf(remote, words) {
  switch (remote.is) {
    case 'tag':
      return remote.scope === 'none'
        ? `\`${remote.tag}\``
        : `\`${remote.tag}\` ${words.regions[remote.scope]}`;
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

/** @param {FlowTemplate} flow @param {Words} words */
export const flowCells = (flow, words) => [
  words.directions[flow.direction],
  flow.protocol === 'Any' ? words.anyProtocol : flow.protocol,
  flow.ports.includes('*') ? words.any : flow.ports.join(', '),
  remoteOf(flow.remote, words),
  flow.writeProtocol === '*' ? words.anyProtocol : flow.writeProtocol,
];

/**
 * Returns the consequence for a kind that has its own text. @param {string} id @param {InProfile} asked @param {Data}
 * data
 */
function ofKinds(id, { appliesTo: { kinds } }, { texts, words }) {
  return kinds.flatMap((kind) => {
    const own = texts[`requirement.${id}.consequence.${kind}`];
    return own === undefined ? [] : [`- ${capital(words.kinds[kind] ?? kind)}${words.colon} ${own}`];
  });
}

/** Returns the advice with the hosts of the public cloud. @param {string} id @param {string} text @param {Data} data */
function advice(id, text, data) {
  const hosts = data.adviceOf(id, 'public', '<region>').values?.['hosts'];
  const written = (Array.isArray(hosts) ? hosts : []).map((one) => `\`${one}\``);
  return text.replace('{hosts}', new Intl.ListFormat(data.language).format(written));
}

/** @param {string} group @param {InProfile} asked */
function limitsOf(group, { what }) {
  if (group === 'permissions' || group === 'quota') return 'azure';
  if (what.is === 'note') return what.byName ? 'names' : 'note';
  if (what.is === 'flows') return 'flows';
  return group === 'services' || group === 'names' ? 'services' : 'setting';
}
