import { statusOf, type CheckResult } from '../core/check-result';
import { groupBy } from '../core/group-by';
import {
  isRequested,
  ownerRequests,
  requestedCount,
  type NetworkRequest,
  type OwnerRequest,
  type RequestFlow,
  type RequestLayer,
  type RequestSetting,
} from '../core/network-request';
import { sayReason, type Say } from '../messages/say';
import { azureFirewallCode } from '../plans/request/azure-firewall-code';
import { firewallRulesOf } from '../plans/request/firewall-rules';
import { markdownCode, markdownTable, markdownText } from '../plans/request/markdown-text';
import { formatDate } from './dates';
import { formatReason, formatRole } from './reason-text';
import { ownerName, ownerTask, layerStateReason } from './request-words';
import { requirementName, requirementSources } from './requirement-text';
import { formatDirection, formatPacket } from './subject-text';
import { formatOutcome } from './outcome-text';

/** Options for the content of a request's text. */
export interface RequestText {
  /** Whether to list flows that are already allowed at the end. */
  readonly withAllowed?: boolean;
  /** Account of the person who requests it; null or omitted if it isn't known. */
  readonly account?: string | null;
}

/**
 * Returns Markdown that is readable as plain text: what each owner has to change or to confirm, and why each line is
 * needed. Lines keep their number across tables. Names from files and from Azure are shown literally.
 */
export function requestMarkdown(
  say: Say,
  request: NetworkRequest,
  { withAllowed = false, account = null }: RequestText = {},
): string {
  const hasOwners = ({ owners }: RequestFlow): boolean => Object.keys(owners).length > 0;
  const requestedFlows = request.flows.filter(hasOwners);
  const allowed = withAllowed ? request.flows.filter((one) => !hasOwners(one)) : [];
  const owners = ownerRequests(request);
  const settings = owners.flatMap((one) => one.settings);
  const numbers = new Map(
    [...requestedFlows, ...settings, ...allowed].map((one, index) => [one.requirement, index + 1]),
  );
  const about: About = { say, request, from: markdownText(request.addressPrefixes.join(', ')), numbers };
  const isEmpty = requestedCount(request) === 0;
  return `${[
    `# ${say('request.title', { subnet: markdownText(request.subnet) })}`,
    say(isEmpty ? 'request.nothing' : 'request.intro', { subnet: markdownText(request.subnet) }),
    [
      placeLine(about),
      ...(account === null ? [] : [say('request.by', { account: markdownCode(account) })]),
    ].join(' '),
    ...owners.flatMap((one) => ownerSection(about, one)),
    ...allowedSection(about, allowed),
    ...whySection(about, [...requestedFlows, ...settings, ...allowed]),
  ].join('\n\n')}\n`;
}

interface About {
  readonly say: Say;
  readonly request: NetworkRequest;
  /** The subnet's addresses as Markdown. */
  readonly from: string;
  /** Line number of each requirement. */
  readonly numbers: ReadonlyMap<string, number>;
}

function placeLine({ say, request, from }: About): string {
  const { subnet, network, readAt } = request;
  const place = { subnet: markdownText(subnet), network: markdownText(network), addresses: from };
  const read =
    readAt === null ? [] : [say('request.readOn', { date: markdownText(formatDate(say, readAt)) })];
  return [say('request.subnet', place), ...read].join(' ');
}

/** Returns an owner's section: the owner, the task, the tables, and settings that aren't flows. */
function ownerSection(about: About, one: OwnerRequest): readonly string[] {
  const { say } = about;
  const { owner, settings } = one;
  const task = ownerTask(say, one);
  return [
    `## ${markdownText(ownerName(say, owner))}`,
    ...ownerLine(say, one),
    ...(task === null ? [] : [markdownText(task)]),
    ...flowTables(about, one),
    ...(settings.length === 0 ? [] : [settings.map((each) => settingLine(about, each)).join('\n')]),
  ];
}

function ownerLine(say: Say, { owner: { resourceGroup, role, id } }: OwnerRequest): readonly string[] {
  const parts = [
    ...(resourceGroup === null ? [] : [say('request.group', { group: markdownText(resourceGroup) })]),
    ...(role === null || id === null
      ? []
      : [say('request.role', { role: markdownText(formatRole(say, role)) })]),
  ];
  return parts.length === 0 ? [] : [parts.join(' ')];
}

function flowTables(about: About, one: OwnerRequest): readonly string[] {
  if (one.flows.length === 0) return [];
  switch (one.owner.layer) {
    case 'route-table':
      return routeTables(about, one.flows);
    case 'firewall':
      return firewallTables(about, one);
    case 'private-dns':
      return nameTable(about, one.flows);
    default:
      return ruleTable(about, one.flows, one.owner.layer);
  }
}

type Row = readonly [number: string, ...cells: string[]];

/** Renders a table. Rows with the same request share a row with both numbers. */
function table(say: Say, head: readonly Parameters<Say>[0][], rows: readonly Row[]): string {
  const together = [...groupBy(rows, ([, ...cells]) => cells.join('|')).values()];
  const joined = together.map((same) => [
    same.map(([number]) => number).join(', '),
    ...(same[0]?.slice(1) ?? []),
  ]);
  return markdownTable(
    head.map((key) => say(key)),
    joined,
  ).join('\n');
}

function numberOf({ numbers }: About, { requirement }: RequestFlow): string {
  return String(numbers.get(requirement) ?? '');
}

function ruleTable(about: About, flows: readonly RequestFlow[], layer: RequestLayer): readonly string[] {
  const rows = flows
    .flatMap(eachWay)
    .map((flow): Row => [
      numberOf(about, flow),
      ...fullFlowRow(about, flow),
      todayText(about.say, layer, flow),
    ]);
  return [table(about.say, [...flowHead, 'request.column.today'], rows)];
}

function eachWay(flow: RequestFlow): readonly RequestFlow[] {
  if (!flow.isBothWays) return [flow];
  return [flow, { ...flow, direction: flow.direction === 'Outbound' ? 'Inbound' : 'Outbound' }];
}

const flowHead = [
  'request.column.line',
  'request.column.direction',
  'request.column.protocol',
  'request.column.ports',
  'request.column.from',
  'request.column.to',
] as const;

function fullFlowRow({ say, from }: About, flow: RequestFlow): readonly string[] {
  const remote = farSide(flow);
  const ends = flow.direction === 'Outbound' ? [from, remote] : [remote, from];
  return [formatDirection(say, flow.direction), flow.protocol, portsText(say, flow), ...ends];
}

/** Returns the far side: service tags or prefixes, or hosts without a tag. */
function farSide({ remotes, hosts }: RequestFlow): string {
  return remotes.length > 0 ? markdownText(remotes.join(', ')) : hosts.map(markdownCode).join(', ');
}

/** Returns `80, 443`, or the text for any port. */
export function portsText(say: Say, { ports }: Pick<RequestFlow, 'ports'>): string {
  return ports.includes('*') ? say('request.anyPort') : ports.join(', ');
}

/**
 * Returns the tables of routes. Replies leave on the path of the calls: past the NVA, or back through it if it
 * translated the callers' addresses.
 */
function routeTables(about: About, flows: readonly RequestFlow[]): readonly string[] {
  const { say } = about;
  const rows = flows.map((flow): Row => [
    numberOf(about, flow),
    farSide(flow),
    say(flow.direction === 'Inbound' ? 'request.internet' : 'request.internetOrFirewall'),
    todayText(say, 'route-table', flow),
  ]);
  const appliances = [...new Set(flows.flatMap((flow) => replyHop(flow) ?? []))];
  return [
    table(
      say,
      ['request.column.line', 'request.column.to', 'request.column.nextHop', 'request.column.today'],
      rows,
    ),
    ...passedBy(about, flows),
    ...appliances.map((ip) => say('request.snat', { ip: markdownText(ip) })),
  ];
}

/** Returns the NVA to which replies are sent. */
function replyHop({ direction, layers }: RequestFlow): string | null {
  const layerState = layers['route-table'];
  if (direction !== 'Inbound' || layerState?.is !== 'blocked' || layerState.by?.kind !== 'route') return null;
  return layerState.by.nextHopAddress;
}

/**
 * Returns a note about routes by tag. They send every flow to that tag past the firewall, which doesn't have to allow
 * it then.
 */
function passedBy(about: About, routed: readonly RequestFlow[]): readonly string[] {
  const tags = new Set(
    routed.filter(({ direction }) => direction === 'Inbound').flatMap(({ remotes }) => remotes),
  );
  const passing = about.request.flows.filter(
    (one) =>
      isRequested(one.layers.firewall) && one.remotes.length > 0 && one.remotes.every((tag) => tags.has(tag)),
  );
  if (passing.length === 0) return [];
  const lines = passing.map((one) => numberOf(about, one));
  return [about.say('request.passedBy', { n: lines.length, lines })];
}

/**
 * Returns the tables for firewalls. Service tags belong to network rules and host names to application rules; other
 * firewalls accept either.
 */
function firewallTables(about: About, one: OwnerRequest): readonly string[] {
  const { say, request } = about;
  const { firewall } = one.owner;
  if (firewall === 'on-premises') return [anyFirewallTable(about, one.flows)];
  const code = azureFirewallCode(request, one, (key, values) => sayReason(say, { key, values }));
  return [
    ...azureFirewallTables(about, one.flows),
    ...(firewall === 'azure'
      ? []
      : [`### ${say('request.firewall.other')}`, anyFirewallTable(about, one.flows)]),
    ...(code === undefined ? [] : [`### ${say('request.firewall.code')}`, codeBlock(code)]),
  ];
}

function azureFirewallTables(about: About, flows: readonly RequestFlow[]): readonly string[] {
  const { say, from } = about;
  const { network, application } = firewallRulesOf(flows);
  const networkRows = network.map(({ flow }): Row => [
    numberOf(about, flow),
    flow.protocol,
    portsText(say, flow),
    from,
    farSide(flow),
    todayText(say, 'firewall', flow),
  ]);
  const applicationRows = application.map(({ flow, protocols, fqdns }): Row => [
    numberOf(about, flow),
    protocols.map(({ type, port }) => `${type}:${port}`).join(', '),
    from,
    fqdns.map(markdownCode).join(', '),
    todayText(say, 'firewall', flow),
  ]);
  const title = (key: 'request.firewall.network' | 'request.firewall.application'): string =>
    `### ${say(key)}`;
  return [
    ...(network.length === 0
      ? []
      : [title('request.firewall.network'), table(say, networkHead, networkRows)]),
    ...(application.length === 0
      ? []
      : [title('request.firewall.application'), table(say, applicationHead, applicationRows)]),
  ];
}

const networkHead = [
  'request.column.line',
  'request.column.protocol',
  'request.column.ports',
  'request.column.from',
  'request.column.to',
  'request.column.today',
] as const;

const applicationHead = [
  'request.column.line',
  'request.column.protocol',
  'request.column.from',
  'request.column.hosts',
  'request.column.today',
] as const;

const anyHead = [
  'request.column.line',
  'request.column.protocol',
  'request.column.ports',
  'request.column.from',
  'request.column.hostsOrTag',
  'request.column.today',
] as const;

function anyFirewallTable(about: About, flows: readonly RequestFlow[]): string {
  const { say, from } = about;
  const rows = flows.map((flow): Row => [
    numberOf(about, flow),
    flow.protocol,
    portsText(say, flow),
    from,
    flow.hosts.length > 0 ? flow.hosts.map(markdownCode).join(', ') : farSide(flow),
    todayText(say, 'firewall', flow),
  ]);
  return table(say, anyHead, rows);
}

/** Returns the current state of a flow in a layer, with the reason. */
function todayText(say: Say, layer: RequestLayer, flow: RequestFlow): string {
  return markdownText(layerStateReason(say, layer, flow));
}

/** Returns a code block with a fence longer than any in the code, so that names can't end it. */
function codeBlock(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}bicep\n${code}${fence}`;
}

function nameTable(about: About, flows: readonly RequestFlow[]): readonly string[] {
  const { say } = about;
  const rows = flows.map((flow): Row => [
    numberOf(about, flow),
    flow.hosts.map(markdownCode).join(', '),
    todayText(say, 'private-dns', flow),
  ]);
  return [table(say, ['request.column.line', 'request.column.hosts', 'request.column.today'], rows)];
}

function settingLine({ say, numbers }: About, { requirement, result }: RequestSetting): string {
  const number = String(numbers.get(requirement) ?? '');
  const line = say('request.setting', {
    title: requirementName(say, requirement),
    state: settingState(say, result),
    advice: formatReason(say, result.advice),
  });
  return `- ${number}. ${markdownText(line)}`;
}

/** Returns the state of a setting without its advice. */
export function settingState(say: Say, result: CheckResult): string {
  if (statusOf(result.outcome) === 'note') return say('request.cell.unknown');
  return formatOutcome(say, result).line.replace(/\.$/, '');
}

function allowedSection(about: About, flows: readonly RequestFlow[]): readonly string[] {
  if (flows.length === 0) return [];
  const { say } = about;
  const rows = flows.map((flow): Row => [numberOf(about, flow), ...fullFlowRow(about, flow)]);
  return [`## ${say('request.allowed')}`, table(say, flowHead, rows)];
}

function whySection(
  { say, numbers }: About,
  all: readonly Pick<RequestFlow, 'requirement' | 'result'>[],
): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.map(
    ({ requirement, result }) => `${String(numbers.get(requirement))}. ${whyLine(say, result)}`,
  );
  return [`## ${say('request.why')}`, lines.join('\n')];
}

function whyLine(say: Say, result: CheckResult): string {
  const { requirement, packet, subject, outcome } = result;
  const [source] = requirementSources(requirement);
  const title = source?.title ?? '';
  const why = say('request.why.line', {
    title: markdownText(requirementName(say, requirement)),
    id: markdownText(requirement),
    level: markdownText(say(levelKey(result))),
    source: markdownText(
      source?.date ? say('request.source', { title, date: formatDate(say, source.date) }) : title,
    ),
  });
  const fails = subject !== null && packet !== null && statusOf(outcome) === 'open';
  return [
    why,
    ...(fails ? [say('request.fails', { packet: markdownText(formatPacket(say, packet)) })] : []),
  ].join(' ');
}

function levelKey({
  effect,
  basis,
}: CheckResult): 'level.refused' | 'level.documented' | 'level.recommended' {
  if (effect === 'refused') return 'level.refused';
  return basis === 'documented' ? 'level.documented' : 'level.recommended';
}
