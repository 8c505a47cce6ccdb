import type { FlowSubject } from '../../core/check-result';
import type { PlanSay } from '../say';
import { markdownCode, markdownText } from './markdown-text';
import type { FirewallKind, RequestedChange, RequestItem } from './request-item';

interface RequestFlow {
  readonly item: RequestItem;
  readonly subject: FlowSubject;
  /** Its number in every table. */
  readonly number: string;
}

interface RequestFlows {
  readonly flows: readonly RequestFlow[];
  /** The subnet's addresses. */
  readonly from: string;
  readonly say: PlanSay;
}

/** A heading, a table, and what follows it. Cells are Markdown already. */
export interface RequestSection {
  readonly title: string;
  /** Message keys. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
}

type Row = readonly [number: string, ...cells: string[]];
type AskOf<Of extends RequestedChange['of']> = Extract<RequestedChange, { of: Of }>;
interface Asked<Of extends RequestedChange['of']> extends RequestFlow {
  readonly ask: AskOf<Of>;
}

const line = 'request.column.line';
const protocol = 'request.column.protocol';
const ports = 'request.column.ports';
const source = 'request.column.from';
const destination = 'request.column.to';
const direction = 'request.column.direction';

/** How each flow stands today. */
export function stateSection({ flows, from, say }: RequestFlows): readonly RequestSection[] {
  const rows = flows.map((flow): Row => [
    flow.number,
    ...wholeFlow(flow, from, say),
    markdownText(flow.item.state ?? ''),
  ]);
  const head = [line, direction, protocol, ports, source, destination, 'request.column.today'];
  return sectionOf({ title: say('request.today'), head, rows });
}

/** One section for each NSG, and for each network manager's configuration. */
export function ruleSections({ flows, from, say }: RequestFlows): readonly RequestSection[] {
  const head = [line, direction, protocol, ports, source, destination];
  return groupedBy(asked(flows, 'rules'), ({ ask }) => `${ask.where} ${ask.name ?? ''}`).flatMap((all) => {
    const { where, name } = all[0].ask;
    const word = where === 'manager' ? 'request.adminRules' : 'request.securityGroup';
    const title = say(name === null ? 'request.someSecurityGroup' : word, { name: markdownText(name ?? '') });
    return sectionOf({
      title,
      head,
      rows: all.map((flow): Row => [flow.number, ...wholeFlow(flow, from, say)]),
    });
  });
}

/** Replies leave as the calls came: past the NVA, or back through it where it translated the callers. */
export function routeSections({ flows, say }: RequestFlows): readonly RequestSection[] {
  return groupedBy(asked(flows, 'route'), ({ ask }) => ask.table ?? '').flatMap((all) => {
    const { table } = all[0].ask;
    const title =
      table === null ? say('request.someRoutes') : say('request.routes', { name: markdownText(table) });
    const rows = all.map(({ ask, number }): Row => [
      number,
      markdownText(ask.to),
      say(ask.hop === 'internet' ? 'request.internet' : 'request.internetOrFirewall'),
    ]);
    const appliances = [...new Set(all.flatMap(({ ask }) => ask.snat ?? []))];
    const after = [
      ...passedBy(flows, all, say),
      ...appliances.map((ip) => say('request.snat', { ip: markdownText(ip) })),
    ];
    return sectionOf({ title, head: [line, destination, 'request.column.nextHop'], rows, after });
  });
}

/** A route by tag takes every flow to that tag past the firewall, which has nothing to allow for them then. */
function passedBy(
  flows: readonly RequestFlow[],
  routed: readonly Asked<'route'>[],
  say: PlanSay,
): readonly string[] {
  const tags = new Set(routed.filter(({ ask }) => ask.hop === 'internet').map(({ ask }) => ask.to));
  const lines = asked(flows, 'firewall').filter(({ subject }) => tags.has(subject.remote));
  if (lines.length === 0) return [];
  return [say('request.passedBy', { n: lines.length, lines: lines.map(({ number }) => String(number)) })];
}

/**
 * Rules of each firewall on the path. An Azure Firewall takes tags in network rules, and host names on ports 80 and 443
 * in application rules (how-to-access-azureml-behind-firewall, 2026-03-19); others take either.
 */
export function firewallSections({ flows, from, say }: RequestFlows): readonly RequestSection[] {
  const all = asked(flows, 'firewall').filter(({ subject }) => subject.direction === 'Outbound');
  return groupedBy(all, ({ ask }) => `${ask.kind} ${ask.at}`).flatMap((some) => {
    const { kind, at } = some[0].ask;
    const titled = (what: string): string =>
      say(`request.${titles[kind]}.${what}`, { name: markdownText(at) });
    const azure = kind === 'on-premises' ? [] : [networkRules(titled('network'), some, from)];
    const byName = kind === 'on-premises' ? [] : [applicationRules(titled('application'), some, from)];
    const other = kind === 'azure' ? [] : [otherRules(titled('other'), some, from)];
    return [...azure, ...byName, ...other].flat();
  });
}

const titles: Readonly<Record<FirewallKind, string>> = {
  azure: 'azureFirewall',
  appliance: 'appliance',
  'on-premises': 'onPremises',
  unknown: 'someFirewall',
};

function networkRules(title: string, flows: readonly RequestFlow[], from: string): readonly RequestSection[] {
  const rows = flows
    .filter((flow) => !isWeb(flow))
    .map(({ subject, number }): Row => [
      number,
      subject.protocol,
      subject.ports,
      from,
      markdownText(subject.remote),
    ]);
  return sectionOf({ title, head: [line, protocol, ports, source, destination], rows });
}

function applicationRules(
  title: string,
  flows: readonly RequestFlow[],
  from: string,
): readonly RequestSection[] {
  const rows = flows
    .filter(isWeb)
    .map(({ item, subject, number }): Row => [number, webProtocols(subject.ports), from, hostList(item)]);
  return sectionOf({ title, head: [line, protocol, source, 'request.column.hosts'], rows });
}

function otherRules(title: string, flows: readonly RequestFlow[], from: string): readonly RequestSection[] {
  const rows = flows.map(({ item, subject, number }): Row => [
    number,
    subject.protocol,
    subject.ports,
    from,
    item.hosts.length > 0 ? hostList(item) : markdownText(subject.remote),
  ]);
  return sectionOf({ title, head: [line, protocol, ports, source, 'request.column.hostsOrTag'], rows });
}

/** No section without rows; lines that ask for the same share one row. */
function sectionOf({
  rows,
  ...section
}: Omit<RequestSection, 'rows' | 'after'> & {
  readonly rows: readonly Row[];
  readonly after?: readonly string[];
}): readonly RequestSection[] {
  if (rows.length === 0) return [];
  const together = groupedBy(rows, ([, ...cells]) => cells.join('|'));
  const joined = together.map((same) => [same.map(([number]) => number).join(', '), ...same[0].slice(1)]);
  return [{ after: [], ...section, rows: joined }];
}

function asked<Of extends RequestedChange['of']>(
  flows: readonly RequestFlow[],
  of: Of,
): readonly Asked<Of>[] {
  return flows.flatMap((flow) =>
    flow.item.asks.flatMap((ask) => (ask.of === of ? [{ ...flow, ask: ask as AskOf<Of> }] : [])),
  );
}

function groupedBy<T>(all: readonly T[], key: (one: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function wholeFlow({ subject }: RequestFlow, from: string, say: PlanSay): readonly string[] {
  const remote = markdownText(subject.remote);
  const ends = subject.direction === 'Outbound' ? [from, remote] : [remote, from];
  const way = say(subject.direction === 'Outbound' ? 'request.outbound' : 'request.inbound');
  return [way, subject.protocol, subject.ports, ...ends];
}

function isWeb({ item, subject }: RequestFlow): boolean {
  return (
    item.hosts.length > 0 &&
    subject.protocol !== 'UDP' &&
    subject.ports.split(',').every((port) => ['80', '443'].includes(port.trim()))
  );
}

function webProtocols(list: string): string {
  return list
    .split(',')
    .map((port) => (port.trim() === '80' ? 'http:80' : 'https:443'))
    .join(', ');
}

function hostList({ hosts }: RequestItem): string {
  return hosts.map(markdownCode).join(', ');
}
