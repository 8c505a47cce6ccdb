import { formatIpv4, parseIpv4 } from '../../core/addresses/ipv4';
import { sameText } from '../resource-id';
import { bodyText, type BodyObject } from '../body-json';
import type { World } from '../settings';
import { stableGuid, type Item } from '../store';
import { addressInPrefix } from './public-prefixes';
import { usesOf } from './references';

/** What Azure fills in of a public address, and who uses it. */
export function showPublicAddress(world: World, item: Item): BodyObject {
  const defaults: BodyObject = {
    publicIPAddressVersion: 'IPv4',
    publicIPAllocationMethod: 'Dynamic',
    idleTimeoutInMinutes: 4,
    ipTags: [],
  };
  const properties = { ...defaults, ...item.properties };
  // A dynamic address comes with its first machine.
  const isGiven = sameText(bodyText(properties, 'publicIPAllocationMethod') ?? '', 'Static');
  return {
    resourceGuid: stableGuid(item.id),
    ...(isGiven ? { ipAddress: addressOf(world, item) } : {}),
    ...properties,
    ...userOf(world, item),
  };
}

function userOf(world: World, item: Item): BodyObject {
  const [user] = usesOf(world, item.id);
  if (user === undefined) return {};
  const [, type = ''] = /\/([^/]+)\/[^/]+$/.exec(user) ?? [];
  switch (type.toLowerCase()) {
    case 'loadbalancers':
      return { ipConfiguration: { id: `${user}/frontendIPConfigurations/frontend` } };
    case 'networkinterfaces':
      return { ipConfiguration: { id: `${user}/ipConfigurations/ipconfig1` } };
    default:
      return { natGateway: { id: user } };
  }
}

/** Out of its prefix where it has one, else out of a range that is kept for examples (RFC 5737); always the same. */
function addressOf(world: World, item: Item): string {
  const prefix = world.store.get(bodyText(item.properties, 'publicIPPrefix', 'id') ?? '');
  if (prefix) {
    const siblings = usesOf(world, prefix.id).filter((id) => /\/publicIPAddresses\//i.test(id));
    return addressInPrefix(prefix, siblings.indexOf(item.id));
  }
  const pick = Number.parseInt(stableGuid(`address of ${item.id.toLowerCase()}`).slice(0, 4), 16);
  return formatIpv4((parseIpv4('198.51.100.0') ?? 0) + 2 + (pick % 250));
}
