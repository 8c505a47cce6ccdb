import { overlapsRange, unionAll } from '../addresses/interval-algebra';
import { equals, everyPort, rangeCount, memberCount, type IntervalSet } from '../addresses/interval-set';
import { formatPorts } from '../addresses/ports';
import type { FarShare, FlowPart } from '../check-result';
import type { PacketSet } from '../packets/packet-set';
import { documentedAny, protocolsIn, withPorts } from '../packets/protocols';
import type { TagCatalog } from '../tags/tag-catalog';
import type { FlowSegment } from './flow-disposition';

/** The whole flow of which parts are a share. */
export interface FullFlow {
  readonly cell: PacketSet;
  /** Its far side in the query: service tags, prefixes, addresses. */
  readonly remotes: readonly string[];
  readonly tags: TagCatalog;
}

interface Group {
  readonly protocol: FlowPart['protocol'];
  readonly ports: string;
  readonly remotes: IntervalSet[];
  readonly locals: IntervalSet[];
  readonly names: Set<string>;
}

/**
 * Returns the segments as lines for display: protocol, ports, number of address ranges on the far side, and, with
 * `whole`, their share of it.
 */
export function flowParts(
  pieces: readonly Pick<FlowSegment, 'cell' | 'name'>[],
  fullFlow?: FullFlow,
): FlowPart[] {
  return groupsOf(pieces).map(({ protocol, ports, remotes, locals, names }) => {
    const remote = unionAll(remotes);
    return {
      protocol,
      ports,
      ranges: rangeCount(remote),
      ...(names.size > 0 ? { names: [...names] } : {}),
      ...(fullFlow ? sharesOf(fullFlow, { remote, local: unionAll(locals) }) : {}),
    };
  });
}

function groupsOf(pieces: readonly Pick<FlowSegment, 'cell' | 'name'>[]): readonly Group[] {
  const grouped = new Map<string, Group>();
  for (const { cell, name } of pieces) {
    const ports = formatPorts(cell.destinationPorts);
    const hasAllPorts = equals(cell.destinationPorts, everyPort);
    const isAny = cell.protocols === (hasAllPorts ? documentedAny : withPorts);
    const protocols: FlowPart['protocol'][] = isAny ? ['Any'] : protocolsIn(cell.protocols);
    for (const protocol of protocols) {
      const key = `${protocol} ${ports} ${name === undefined ? '' : 'by name'}`;
      const group = grouped.get(key) ?? {
        protocol,
        ports,
        remotes: [],
        locals: [],
        names: new Set<string>(),
      };
      group.remotes.push(cell.remote);
      group.locals.push(cell.local);
      if (name !== undefined) group.names.add(name);
      grouped.set(key, group);
    }
  }
  return [...grouped.values()];
}

function sharesOf(
  { cell, remotes, tags }: FullFlow,
  part: Pick<PacketSet, 'remote' | 'local'>,
): Pick<FlowPart, 'far' | 'near'> {
  const near = equals(part.local, cell.local) ? {} : { near: percentOf(part.local, cell.local) };
  if (equals(part.remote, cell.remote)) return near;
  return {
    ...near,
    far: { percent: percentOf(part.remote, cell.remote), ...prefixesIn(part.remote, remotes, tags) },
  };
}

function percentOf(part: IntervalSet, fullFlow: IntervalSet): number {
  return (100 * memberCount(part)) / memberCount(fullFlow);
}

function prefixesIn(
  part: IntervalSet,
  remotes: readonly string[],
  tags: TagCatalog,
): Pick<FarShare, 'prefixes'> {
  const named = remotes.flatMap((remote) => {
    const prefixes = tags.prefixes(remote);
    return prefixes ? [{ tag: tags.spelling(remote) ?? remote, prefixes }] : [];
  });
  if (named.length === 0 || named.length < remotes.length) return {};
  const counted = named.map(({ tag, prefixes }) => ({
    tag,
    some: prefixes.reduce((n, { first, last }) => (overlapsRange(part, first, last) ? n + 1 : n), 0),
    all: prefixes.length,
  }));
  // A tag without addresses in the part isn't relevant to it.
  const about = counted.filter(({ some }) => some > 0);
  return {
    prefixes: {
      tags: about.map(({ tag }) => tag),
      some: about.reduce((sum, { some }) => sum + some, 0),
      all: about.reduce((sum, { all }) => sum + all, 0),
    },
  };
}
