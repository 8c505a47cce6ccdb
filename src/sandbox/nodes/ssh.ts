import { parseIpv4 } from '../../core/addresses/ipv4';
import type { World } from '../settings';
import type { Item } from '../store';
import { nodeDefaultRules } from './default-rules';
import { nodeNetworkOf, ownRulesOf, type NodeNetwork } from './node-network';
import { ephemeralPort, triedAddresses, whyNotIn } from './reach';
import { firstMatch, nodeRulesInOrder, type NodePacket } from './rules';

/** A machine that shall answer SSH from outside. */
export interface SshEndpoint {
  readonly subnet: Item;
  /** Its private address: a public one is translated before any rule is asked. */
  readonly address: string;
  readonly port: number;
  /** Security group of its network interface. */
  readonly cardGroupId: string | undefined;
}

/** Why Azure ML's service does not come in by SSH; nothing where it does from all of its addresses. */
export function whyNoSsh(world: World, door: SshEndpoint): string | undefined {
  const network = nodeNetworkOf(world, door.subnet);
  if (!network) return 'no network';
  for (const from of world.tags.samples('AzureMachineLearning', triedAddresses)) {
    const to = parseIpv4(door.address) ?? 0;
    const packet: NodePacket = { protocol: 'Tcp', from, fromPort: ephemeralPort, to, toPort: door.port };
    const why = whyNotIn(network, packet) ?? deniedByCard(world, network, { packet, door });
    if (why) return why;
  }
  return undefined;
}

/** The card's group is asked after the subnet's: both must let the packet in. */
function deniedByCard(
  world: World,
  network: NodeNetwork,
  { packet, door }: { readonly packet: NodePacket; readonly door: SshEndpoint },
): string | undefined {
  if (door.cardGroupId === undefined) return undefined;
  const rules = nodeRulesInOrder([...ownRulesOf(world, door.cardGroupId), ...nodeDefaultRules], 'Inbound');
  const rule = firstMatch(rules, packet, network.means);
  return rule?.access === 'Deny' ? `rule ${rule.priority} ${rule.name} of the card` : undefined;
}
