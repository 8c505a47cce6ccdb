import type { FlowSubject } from '../../core/judgement';
import type { Say } from '../say';
import { markdownCode, markdownTable, markdownText } from './markdown-text';

/** One thing to ask for, in the person's language. */
export interface RequestItem {
  /** Requirement id. */
  readonly requirement: string;
  /** Its name on screen. */
  readonly title: string;
  /** Null for what is no traffic: it is listed below the tables. */
  readonly subject: FlowSubject | null;
  /** Host names for firewalls that go by name; empty where Microsoft lists none. */
  readonly hosts: readonly string[];
  /** Name of the Azure Firewall that stops it: its rules are to be changed, and no security group. Null where none does. */
  readonly firewall: string | null;
  /** “Documented by Microsoft” */
  readonly level: string;
  readonly source: { readonly title: string; readonly date: string };
  /** The packet that fails today, as shown; null where none does. */
  readonly packet: string | null;
  /** What has to change for it: rules of NSG and firewalls, those of a firewall alone, a route, or nothing listed here. */
  readonly needs: 'rules' | 'firewall' | 'route' | 'nothing';
  /** How it stands today: blocked by what, unknown, or already allowed; null of what is no traffic. */
  readonly state: string | null;
  /** Of replies that are lost: the appliance that they're sent to, by address; null where it is none. */
  readonly appliance: string | null;
  /** What to do, of what is no traffic; null of a flow, whose table states it. */
  readonly advice: string | null;
}

export interface NetworkRequest {
  readonly subnet: string;
  readonly network: string;
  readonly addressPrefixes: readonly string[];
  readonly items: readonly RequestItem[];
}

/**
 * Markdown to hand to whoever owns the network: one table a product, then why each line is needed and the packet
 * that fails today. Lines keep their number from table to table.
 */
export function requestForNetworkTeam(request: NetworkRequest, say: Say): string {
  const lines = request.items.map((item, index) => ({ item, number: String(index + 1) }));
  const flows = lines.flatMap((line) =>
    line.item.subject === null ? [] : [{ ...line, subject: line.item.subject }],
  );
  const from = markdownText(request.addressPrefixes.join(', '));
  const sections = [securityGroup, returnRoutes, networkRules, applicationRules, otherFirewalls].flatMap(
    (table) => {
      const { title, head, rows, after = [] } = table({ flows, from, say });
      if (rows.length === 0) return [];
      return [
        `## ${say(title)}`,
        markdownTable(
          [...head].map((one) => say(one)),
          rows,
        ).join('\n'),
        ...after,
      ];
    },
  );
  return `${[
    say('request.intro', { subnet: markdownText(request.subnet) }),
    say('request.subnet', {
      subnet: markdownText(request.subnet),
      network: markdownText(request.network),
      addresses: from,
    }),
    ...sections,
    `## ${say('request.why')}`,
    lines.map(({ item, number }) => `${number}. ${whyLine(item, say)}`).join('\n'),
  ].join('\n\n')}\n`;
}

interface Flow {
  readonly item: RequestItem;
  readonly subject: FlowSubject;
  readonly number: string;
}

interface Flows {
  readonly flows: readonly Flow[];
  /** The subnet's addresses. */
  readonly from: string;
  readonly say: Say;
}

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly after?: readonly string[];
}

const line = 'request.column.line';
const protocol = 'request.column.protocol';
const ports = 'request.column.ports';
const source = 'request.column.from';
const destination = 'request.column.to';

function securityGroup({ flows, from, say }: Flows): Table {
  return {
    title: 'request.securityGroup',
    head: [line, 'request.column.direction', protocol, ports, source, destination],
    rows: flows.filter(isForGroup).map(({ subject, number }) => {
      const remote = markdownText(subject.remote);
      const ends = subject.direction === 'Outbound' ? [from, remote] : [remote, from];
      const direction = say(subject.direction === 'Outbound' ? 'request.outbound' : 'request.inbound');
      return [number, direction, subject.protocol, subject.ports, ...ends];
    }),
  };
}

/** Replies leave as the calls came: past the appliance, or back through it where it translated the callers. */
function returnRoutes({ flows, say }: Flows): Table {
  const lost = flows.filter(({ item }) => item.needs === 'route');
  const appliances = [...new Set(lost.flatMap(({ item }) => item.appliance ?? []))];
  return {
    title: 'request.routes',
    head: [line, destination, 'request.column.nextHop'],
    rows: lost.map(({ subject, number }) => [number, markdownText(subject.remote), say('request.internet')]),
    after: appliances.map((ip) => say('request.snat', { ip: markdownText(ip) })),
  };
}

/** Service tags, for whatever no application rule can carry. */
function networkRules({ flows, from }: Flows): Table {
  return {
    title: 'request.networkRules',
    head: [line, protocol, ports, source, destination],
    rows: outbound(flows)
      .filter((flow) => !isWeb(flow))
      .map(({ subject, number }) => [
        number,
        subject.protocol,
        subject.ports,
        from,
        markdownText(subject.remote),
      ]),
  };
}

/** Azure Firewall takes host names on ports 80 and 443 (how-to-access-azureml-behind-firewall, 2026-03-19). */
function applicationRules({ flows, from }: Flows): Table {
  return {
    title: 'request.applicationRules',
    head: [line, 'request.column.protocol', source, 'request.column.hosts'],
    rows: outbound(flows)
      .filter(isWeb)
      .map(({ item, subject, number }) => [number, webProtocols(subject.ports), from, hostList(item)]),
  };
}

function otherFirewalls({ flows, from }: Flows): Table {
  return {
    title: 'request.otherFirewalls',
    head: [line, protocol, ports, source, 'request.column.hostsOrTag'],
    rows: outbound(flows.filter(isForAnyone)).map(({ item, subject, number }) => [
      number,
      subject.protocol,
      subject.ports,
      from,
      item.hosts.length > 0 ? hostList(item) : markdownText(subject.remote),
    ]),
  };
}

/** True where no firewall that could be read says which rule is missing. */
function isForAnyone({ item }: Flow): boolean {
  return item.firewall === null;
}

/** A rule of the NSG stops it, or may. */
function isForGroup(flow: Flow): boolean {
  return isForAnyone(flow) && flow.item.needs === 'rules';
}

function outbound(flows: readonly Flow[]): readonly Flow[] {
  return flows.filter(
    ({ subject, item }) => subject.direction === 'Outbound' && ['rules', 'firewall'].includes(item.needs),
  );
}

function isWeb({ item, subject }: Flow): boolean {
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

function whyLine(
  { requirement, title, level, source: from, packet, firewall, state, advice }: RequestItem,
  say: Say,
): string {
  const why = say('request.why.line', {
    title: markdownText(title),
    id: markdownText(requirement),
    level: markdownText(level),
    source: markdownText(from.title),
    date: markdownText(from.date),
  });
  const fails = packet === null ? [] : [say('request.fails', { packet: markdownText(packet) })];
  const stopped = firewall === null ? [] : [say('request.firewall', { firewall: markdownText(firewall) })];
  const does = advice === null ? [] : [markdownText(advice)];
  const stands = state === null ? [] : [markdownText(state)];
  return [why, ...stands, ...fails, ...stopped, ...does].join(' ');
}
