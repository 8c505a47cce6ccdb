import type { DecidingRoute, FarShare, FlowPart, FlowSubject, ExamplePacket } from '../core/check-result';
import type { Direction } from '../core/network/model';
import type { Say } from '../messages/say';
import { formatList } from '../messages/format-list';

/** Returns the short form of a flow: “UDP 5831”, “port 443”, “any protocol”. */
export function formatSubject(say: Say, subject: FlowSubject): string {
  const anyPort = subject.ports === 'any' || subject.ports === '*';
  if (subject.protocol !== 'Any') {
    return anyPort
      ? say('part.portAll', { protocol: subject.protocol })
      : `${subject.protocol} ${wordPorts(say, subject.ports)}`;
  }
  if (anyPort) return say('subject.any');
  const ports = subject.ports.split(', ');
  return say('subject.port', { n: ports.length, ports });
}

/** Returns the short form of a flow for a line under its title; empty if the title already has protocol and ports. */
export function subjectUnder(say: Say, title: string, subject: FlowSubject): string {
  return isStatedIn(title, subject) ? '' : formatSubject(say, subject);
}

/** Checks whether a title has the protocol and all ports of a flow. Titles of TCP flows can leave out the protocol. */
export function isStatedIn(
  title: string,
  { protocol, ports }: Pick<FlowSubject, 'protocol' | 'ports'>,
): boolean {
  const words = new Set(title.split(/[^\p{L}\d]+/u));
  const numbers = ports.split(/\D+/).filter((one) => one !== '');
  const isNamed = protocol === 'UDP' ? words.has('UDP') : !words.has('UDP');
  return numbers.length > 0 && isNamed && numbers.every((one) => words.has(one));
}

/** Returns ports as a list: “80 and 443”. */
function wordPorts(say: Say, ports: string): string {
  return formatList(say, ports.split(', '));
}

export function formatDirection(say: Say, direction: Direction): string {
  return say(direction === 'Outbound' ? 'request.outbound' : 'request.inbound');
}

/** Returns a packet as a line: “UDP 10.40.4.4 → 20.86.88.160 port 5831”, “TCP 10.40.4.4 → anaconda.com port 443”. */
export function formatPacket(say: Say, packet: ExamplePacket): string {
  const { protocol, source, destination, host } = packet;
  const values = { protocol, source, destination: host ?? destination };
  return packet.destinationPort === null
    ? say('detail.packetNoPort', values)
    : say('detail.packetText', { ...values, port: packet.destinationPort });
}

/** Returns up to three parts of a flow: “TCP 443, UDP 53, and 2 more”. */
export function formatParts(say: Say, parts: readonly FlowPart[]): string {
  const shown = parts.slice(0, 3).map((part) => formatPart(say, part));
  const rest = parts.length - shown.length;
  const more = rest > 0 ? [say('detail.moreRanges', { n: rest })] : [];
  return formatList(say, [...shown, ...more]);
}

/** Returns a part, with its share of the far side and of the subnet. */
function formatPart(say: Say, part: FlowPart): string {
  const { far, near, to } = part;
  const flow = formatFullPart(say, part);
  const fullText = to === undefined || far?.prefixes ? flow : say('part.to', { part: flow, to });
  const farther = far ? farText(say, fullText, far) : fullText;
  return near === undefined
    ? farther
    : say('part.ofSubnet', { part: farther, percent: formatPercent(say, near) });
}

function farText(say: Say, part: string, { percent, prefixes }: FarShare): string {
  const values = { part, percent: formatPercent(say, percent) };
  if (!prefixes) return say('part.ofAddresses', values);
  const { tags, some, all } = prefixes;
  const list = new Intl.ListFormat(say.language, { type: 'conjunction' }).format(tags);
  return some === all
    ? say('part.ofWholeTags', { ...values, tags: list })
    : say('part.ofPrefixes', { ...values, some, all, tags: list });
}

/** Returns “14%”. A part is never shown as nothing or as everything. */
function formatPercent(say: Say, percent: number): string {
  const written = new Intl.NumberFormat(say.language, { style: 'percent' });
  if (percent < 1) return `<${written.format(0.01)}`;
  return percent > 99 ? `>${written.format(0.99)}` : written.format(Math.round(percent) / 100);
}

function formatFullPart(say: Say, part: FlowPart): string {
  const protocol = part.protocol === 'Any' ? say('subject.any') : part.protocol;
  const everyPort = ['0-65535', '*', 'any', ''].includes(part.ports);
  const subject = everyPort ? protocol : `${protocol} ${wordPorts(say, part.ports)}`;
  const { names = [] } = part;
  if (names.length === 0) return subject;
  const rest = names.length - mostNames;
  const more = rest > 0 ? [say('detail.moreRanges', { n: rest })] : [];
  const hosts = names.slice(0, mostNames).map((name) => formatHost(say, name));
  return `${subject} (${formatList(say, [...hosts, ...more])})`;
}

/** Returns a host by its name. `*` next to others means every host that none of them names. */
function formatHost(say: Say, name: string): string {
  return name === '*' ? say('part.otherHosts') : name;
}

/** Maximum number of host names in a line. */
const mostNames = 3;

/** Returns a route's next hop: “appliance 10.0.1.4”, “the internet”. */
export function formatHop(say: Say, route: Pick<DecidingRoute, 'nextHop' | 'nextHopAddress'>): string {
  switch (route.nextHop) {
    case 'VirtualAppliance':
      return say('hop.appliance', { ip: route.nextHopAddress ?? '?' });
    case 'VirtualNetworkGateway':
      return say('hop.gateway');
    case 'Internet':
      return say('hop.internet');
    case 'None':
      return say('hop.none');
    case 'VnetLocal':
      return say('hop.local');
    case 'VirtualNetworkServiceEndpoint':
      return say('hop.endpoint');
  }
}
