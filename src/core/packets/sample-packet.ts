import { intersect } from '../addresses/interval-algebra';
import { contains, firstOf, intervalOf, type IntervalSet } from '../addresses/interval-set';
import { formatIpv4 } from '../addresses/ipv4';
import type { ExamplePacket } from '../check-result';
import type { Direction } from '../network/model';
import type { PacketSet } from './packet-set';
import { protocolsIn, withPorts } from './protocols';

/** Source ports of a client, best first: those of RFC 6335, those that Linux uses, any except the well-known. */
const clientPorts = [intervalOf(49152, 65535), intervalOf(32768, 49151), intervalOf(1024, 32767)];

/** Destination port if any port is suitable. */
const usualPort = 443;

/** Returns a packet of the cell: the lowest addresses, and a source port that a client would use if that is allowed. */
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

/** All addresses except 0.0.0.0/8, which doesn't contain hosts (RFC 1122 3.2.1.3). */
const hosts = intervalOf(0x01000000, 0xffffffff);

/** Documentation addresses (RFC 5737), which represent any host if nearly every address is included. */
const examples = [0xcb00710a, 0xc633640a, 0xc000020a];

/** True for an address that represents any host. */
export function isExampleAddress(address: string): boolean {
  return examples.some((one) => formatIpv4(one) === address);
}

/**
 * Returns a remote host. Inside a subnet, the lowest address is the network's, so the host after the first one is used.
 */
function remoteHost(remote: IntervalSet, host: number): number {
  if (contains(remote, host) && contains(remote, host + 1)) return host + 1;
  const example = examples.find((one) => contains(remote, one));
  if (example !== undefined) return example;
  return firstOf(intersect(remote, hosts)) ?? firstOf(remote) ?? 0;
}

/** Returns a port. No service listens on port 0. */
function listeningPort(ports: IntervalSet): number | null {
  const first = firstOf(ports);
  if (first !== 0) return first ?? null;
  return contains(ports, usualPort) ? usualPort : (firstOf(intersect(ports, intervalOf(1, 65535))) ?? first);
}

function clientPort(ports: IntervalSet): number | null {
  for (const preferred of clientPorts) {
    const port = firstOf(intersect(ports, preferred));
    if (port !== undefined) return port;
  }
  return firstOf(ports) ?? null;
}
