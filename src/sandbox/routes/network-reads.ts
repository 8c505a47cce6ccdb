import { formatPrefix } from '../../core/addresses/prefix';
import type { Json, JsonObject } from '../json';
import { networkUsages } from '../network/network-usages';
import { prefixesOf } from '../nodes/node-network';
import { ok, type Reply } from '../responses';
import { groupId, sameText } from '../resource-id';
import { route, type Route, type RouteCall } from '../router';
import type { World } from '../settings';
import { capacityOf } from '../subnet-addresses';
import { inGroup, inSubscription, notFound } from './guards';

const network = 'Microsoft.Network';
const places = `/subscriptions/:subscription/providers/${network}/locations/:location`;

/** What is asked of the network provider beside its resources. */
export const networkReadRoutes: readonly Route[] = [
  route(`GET ${places}/serviceTags`, inSubscription(listServiceTags)),
  route(`GET ${places}/usages`, inSubscription(listNetworkUsages)),
  route(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${network}/virtualNetworks/:name/usages`,
    inGroup(listSubnetUsages),
  ),
];

/** As the REST call writes tags: numbers as text, `state`, no regionId and no platform; IPv4 only, as shipped. */
function listServiceTags({ world, param }: RouteCall): Reply {
  const { changeNumber, cloud } = world.tagFile;
  const values = world.tags.names.map((name): Json => ({
    name,
    id: name,
    serviceTagChangeNumber: changeNumber,
    properties: {
      changeNumber,
      region: regionOf(world, name),
      state: 'GA',
      systemService: '',
      addressPrefixes: world.tags.prefixes(name).map(formatPrefix),
    },
  }));
  const id = `/subscriptions/${param('subscription')}/providers/${network}/serviceTags/${param('location')}`;
  const name = cloudNames[cloud] ?? cloud;
  return ok({ name, id, type: `${network}/serviceTags`, changeNumber, cloud: name, values });
}

const cloudNames: Readonly<Record<string, string>> = {
  public: 'Public',
  usgov: 'AzureGovernment',
  china: 'China',
};

/** The region of a regional form; empty for a tag as a whole. */
function regionOf({ settings }: World, tag: string): string {
  const suffix = tag.split('.').at(-1) ?? '';
  return settings.regions.find((region) => sameText(region.tagSuffix, suffix))?.name ?? '';
}

function listNetworkUsages({ world, param }: RouteCall): Reply {
  const base = `/subscriptions/${param('subscription')}/providers/${network}/locations/${param('location')}/usages`;
  const place = { subscriptionId: param('subscription'), location: param('location') };
  const value = networkUsages(world, place).map(({ name, title, current, limit }): Json => ({
    id: `${base}/${name}`,
    unit: 'Count',
    currentValue: current,
    limit,
    name: { value: name, localizedValue: title },
  }));
  return ok({ value });
}

/** Addresses of each subnet: `limit` is what machines may have, Azure's own five already taken off. */
function listSubnetUsages({ world, param }: RouteCall): Reply {
  const type = `${network}/virtualNetworks`;
  const id = `${groupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
  const refused = world.access.check('read', id, type);
  if (refused) return refused;
  if (!world.store.get(id)) return notFound({ type, path: param('name'), group: param('group') });
  const value = world.store.children(id, `${type}/subnets`).map((subnet): JsonObject => ({
    id: subnet.id,
    unit: 'Count',
    currentValue: world.addresses.inUse(subnet.id).length,
    limit: capacityOf(prefixesOf(subnet)),
    name: { value: 'SubnetSpace', localizedValue: 'Subnet size and usage' },
  }));
  return ok({ value });
}
