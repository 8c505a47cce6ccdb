import type { TagBook } from './tags';
import type { NodePacket } from './rules';

/**
 * A stateful firewall that the signed-in user can't read. It allows the listed outbound traffic, and no replies to
 * calls that it didn't see.
 */
export interface Appliance {
  readonly name: string;
  readonly address: string;
  readonly allows: readonly ApplianceRule[];
}

interface ApplianceRule {
  readonly protocol: 'Tcp' | 'Udp';
  readonly ports: readonly number[];
  /** Service tags, with `{region}` already replaced. */
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
