import { contains, firstOf, type IntervalSet } from '../addresses/interval-set';
import type { PacketSet } from '../packets/packet-set';
import { withPorts } from '../packets/protocols';
import type { CompiledRule } from './compile-group';

/** One packet, in numbers. */
interface Point {
  readonly protocol: number;
  readonly port: number;
  readonly sourcePort: number;
  readonly local: number;
  readonly remote: number;
}

/**
 * True where a packet that the rules `own` name, for certain or perhaps, is in none of `before`, not even perhaps. Says
 * nothing where it is false: few packets are tried, but nearly every rule that something reaches has one among them.
 */
export function hasReachablePacket(own: readonly CompiledRule[], before: readonly CompiledRule[]): boolean {
  return own.some(({ parts }) =>
    parts().some(({ cell }) => pointsOf(cell).some((point) => !before.some((rule) => mayTake(rule, point)))),
  );
}

/** Corners of a cell: its first and last ports and far addresses. */
function pointsOf({ protocols, destinationPorts, sourcePorts, local, remote }: PacketSet): readonly Point[] {
  const ported = protocols & withPorts;
  if (ported === 0) return [];
  const protocol = ported & -ported;
  const sourcePort = lastOf(sourcePorts);
  const near = firstOf(local) ?? 0;
  return [firstOf(destinationPorts) ?? 0, lastOf(destinationPorts)].flatMap((port) =>
    [firstOf(remote) ?? 0, lastOf(remote)].map((far) => ({
      protocol,
      port,
      sourcePort,
      local: near,
      remote: far,
    })),
  );
}

function lastOf(set: IntervalSet): number {
  return set[set.length - 1] ?? 0;
}

function mayTake({ protocols, destinationPorts, parts }: CompiledRule, point: Point): boolean {
  // Most rules are told apart by this, and their parts need not be made.
  if ((protocols & point.protocol) === 0 || !contains(destinationPorts, point.port)) return false;
  return parts().some(
    ({ cell }) =>
      (cell.protocols & point.protocol) !== 0 &&
      contains(cell.destinationPorts, point.port) &&
      contains(cell.sourcePorts, point.sourcePort) &&
      contains(cell.remote, point.remote) &&
      contains(cell.local, point.local),
  );
}
