import type { TagBook } from './tags';
import type { NodePacket } from './rules';

/** A stateful firewall that the signed-in person cannot read: it lets out what it lists, and replies to nothing else. */
export interface Appliance {
  readonly name: string;
  readonly address: string;
  readonly allows: readonly ApplianceRule[];
}

interface ApplianceRule {
  readonly protocol: 'Tcp' | 'Udp';
  readonly ports: readonly number[];
  /** Service tags, `{region}` already put in. */
  readonly tags: readonly string[];
}

export function letsOut(appliance: Appliance, packet: NodePacket, tags: TagBook): boolean {
  return appliance.allows.some(
    (rule) =>
      rule.protocol === packet.protocol &&
      rule.ports.includes(packet.toPort) &&
      rule.tags.some((tag) => tags.contains(tag, packet.to)),
  );
}
