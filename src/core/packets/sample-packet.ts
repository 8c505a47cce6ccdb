import { intersect } from '../addresses/interval-algebra';
import { firstOf, intervalOf, type IntervalSet } from '../addresses/interval-set';
import { formatIpv4 } from '../addresses/ipv4';
import type { Packet } from '../judgement';
import type { Direction } from '../network/model';
import type { Cell } from './cell';
import { protocolsIn, withPorts } from './protocols';

/** Ports that a client takes, best first: those of RFC 6335, those Linux takes, any but the well-known. */
const clientPorts = [intervalOf(49152, 65535), intervalOf(32768, 49151), intervalOf(1024, 32767)];

/** One packet of the cell: the lowest addresses, and a source port as a client would take it where that is allowed. */
export function samplePacket(cell: Cell, direction: Direction): Packet {
  const local = formatIpv4(firstOf(cell.local) ?? 0);
  const remote = formatIpv4(firstOf(cell.remote) ?? 0);
  const [protocol = 'TCP'] = protocolsIn(cell.protocols);
  const hasPorts = (cell.protocols & -cell.protocols & withPorts) !== 0;
  return {
    protocol,
    source: direction === 'Outbound' ? local : remote,
    sourcePort: hasPorts ? clientPort(cell.sourcePorts) : null,
    destination: direction === 'Outbound' ? remote : local,
    destinationPort: hasPorts ? (firstOf(cell.destinationPorts) ?? null) : null,
  };
}

function clientPort(ports: IntervalSet): number | null {
  for (const wished of clientPorts) {
    const port = firstOf(intersect(ports, wished));
    if (port !== undefined) return port;
  }
  return firstOf(ports) ?? null;
}
