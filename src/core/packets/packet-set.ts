import { intersect, setsOverlap, subtract } from '../addresses/interval-algebra';
import { isEmpty, memberCount, type IntervalSet } from '../addresses/interval-set';
import type { ProtocolSet } from './protocols';

/**
 * A set of packets as a product of sets: every combination of a member of each. `local` is the checked subnet's side
 * and `remote` the far side, whichever of them sends. A cell without members doesn't exist: `undefined`.
 */
export interface PacketSet {
  readonly protocols: ProtocolSet;
  readonly destinationPorts: IntervalSet;
  readonly sourcePorts: IntervalSet;
  readonly local: IntervalSet;
  readonly remote: IntervalSet;
}

/** Returns the packets in both cells; undefined if they don't share any. Cheap dimensions come first. */
export function intersectCells(a: PacketSet, b: PacketSet): PacketSet | undefined {
  const protocols = a.protocols & b.protocols;
  if (protocols === 0) return undefined;
  const destinationPorts = intersect(a.destinationPorts, b.destinationPorts);
  if (isEmpty(destinationPorts)) return undefined;
  const sourcePorts = intersect(a.sourcePorts, b.sourcePorts);
  if (isEmpty(sourcePorts)) return undefined;
  const local = intersect(a.local, b.local);
  if (isEmpty(local)) return undefined;
  const remote = intersect(a.remote, b.remote);
  return isEmpty(remote) ? undefined : { protocols, destinationPorts, sourcePorts, local, remote };
}

/** True if the cells share a packet. */
export function cellsOverlap(a: PacketSet, b: PacketSet): boolean {
  return (
    (a.protocols & b.protocols) !== 0 &&
    setsOverlap(a.destinationPorts, b.destinationPorts) &&
    setsOverlap(a.sourcePorts, b.sourcePorts) &&
    setsOverlap(a.local, b.local) &&
    setsOverlap(a.remote, b.remote)
  );
}

/**
 * Returns the packets of `cell` outside `taken`, which must be within it (a result of `intersectCells`): at most five
 * disjoint cells. The remote side comes last, so that a large set of prefixes is cut once.
 */
export function subtractWithin(cell: PacketSet, removed: PacketSet): PacketSet[] {
  const rest: PacketSet[] = [];
  const protocols = cell.protocols & ~removed.protocols;
  if (protocols !== 0) rest.push({ ...cell, protocols });
  let inside: PacketSet = protocols === 0 ? cell : { ...cell, protocols: removed.protocols };
  for (const side of ['destinationPorts', 'sourcePorts', 'local', 'remote'] as const) {
    if (inside[side] === removed[side]) continue;
    const outside = subtract(inside[side], removed[side]);
    if (!isEmpty(outside)) rest.push({ ...inside, [side]: outside });
    inside = { ...inside, [side]: removed[side] };
  }
  return rest;
}

/** Returns the packets of `cell` that are in none of `taken`. */
export function subtractCells(cell: PacketSet, removed: readonly PacketSet[]): PacketSet[] {
  let rest: PacketSet[] = [cell];
  for (const other of removed) {
    rest = rest.flatMap((part) => {
      const shared = intersectCells(part, other);
      return shared ? subtractWithin(part, shared) : [part];
    });
  }
  return rest;
}

/** Returns the number of packets, a product of sizes. */
export function volumeOf(cell: PacketSet): bigint {
  const { destinationPorts, sourcePorts, local, remote } = cell;
  return [destinationPorts, sourcePorts, local, remote].reduce(
    (product, side) => product * BigInt(memberCount(side)),
    BigInt(bitCount(cell.protocols)),
  );
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
