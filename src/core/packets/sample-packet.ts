import { intersect } from '../addresses/interval-algebra';
import { contains, firstOf, intervalOf, type IntervalSet } from '../addresses/interval-set';
import { formatIpv4 } from '../addresses/ipv4';
import type { ExamplePacket } from '../check-result';
import type { Direction } from '../network/model';
import type { PacketSet } from './packet-set';
import { protocolsIn, withPorts } from './protocols';

/** Ports that a client takes, best first: those of RFC 6335, those Linux takes, any but the well-known. */
const clientPorts = [intervalOf(49152, 65535), intervalOf(32768, 49151), intervalOf(1024, 32767)];

/** A port that a service listens on, where any will do. */
const usualPort = 443;

/** One packet of the cell: the lowest addresses, and a source port as a client would take it where that is allowed. */
export function samplePacket(cell: PacketSet, direction: Direction): ExamplePacket {
  const host = firstOf(cell.local) ?? 0;
  const local = formatIpv4(host);
  const remote = formatIpv4(remoteHost(cell.remote, host));
  const [protocol = 'TCP'] = protocolsIn(cell.protocols);
  const hasPorts = (cell.protocols & withPorts) !== 0;
  return {
    protocol,
    source: direction === 'Outbound' ? local : remote,
    sourcePort: hasPorts ? clientPort(cell.sourcePorts) : null,
    destination: direction === 'Outbound' ? remote : local,
    destinationPort: hasPorts ? listeningPort(cell.destinationPorts) : null,
  };
}

/** All but 0.0.0.0/8, where no host is (RFC 1122 3.2.1.3). */
const hosts = intervalOf(0x01000000, 0xffffffff);

/** Addresses of no host, for documentation (RFC 5737): they stand for any host where nearly every address is meant. */
const examples = [0xcb00710a, 0xc633640a, 0xc000020a];

/** True of an address that stands for any host. */
export function isExampleAddress(address: string): boolean {
  return examples.some((one) => formatIpv4(one) === address);
}

/** Inside one subnet the lowest address is that of the network: the host beside the first one stands for the others. */
function remoteHost(remote: IntervalSet, host: number): number {
  if (contains(remote, host) && contains(remote, host + 1)) return host + 1;
  const example = examples.find((one) => contains(remote, one));
  if (example !== undefined) return example;
  return firstOf(intersect(remote, hosts)) ?? firstOf(remote) ?? 0;
}

/** Nothing listens on port 0. */
function listeningPort(ports: IntervalSet): number | null {
  const first = firstOf(ports);
  if (first !== 0) return first ?? null;
  return contains(ports, usualPort) ? usualPort : (firstOf(intersect(ports, intervalOf(1, 65535))) ?? first);
}

function clientPort(ports: IntervalSet): number | null {
  for (const wished of clientPorts) {
    const port = firstOf(intersect(ports, wished));
    if (port !== undefined) return port;
  }
  return firstOf(ports) ?? null;
}
