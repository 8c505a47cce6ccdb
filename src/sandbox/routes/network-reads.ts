import { failure } from '../failure-texts';
import { bodyText, type BodyJson, type BodyObject } from '../body-json';
import { networkUsages } from '../network/network-usages';
import { shownDefaultRules } from '../network/show-network';
import { prefixesOf } from '../nodes/node-network';
import { ok, refusal, type Reply } from '../responses';
import { resourceGroupId, sameText } from '../resource-id';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import { usableAddressCount } from '../subnet-addresses';
import { withResourceGroup, inSubscription, notFound } from './guards';

const network = 'Microsoft.Network';
const places = `/subscriptions/:subscription/providers/${network}/locations/:location`;

const defaultRules = `/subscriptions/:subscription/resourceGroups/:group/providers/${network}/networkSecurityGroups/:name/defaultSecurityRules`;

/** Routes for queries to the network provider other than its resources. */
export const networkReadRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${places}/serviceTags`, inSubscription(listServiceTags)),
  defineRoute(`GET ${places}/usages`, inSubscription(listNetworkUsages)),
  defineRoute(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${network}/virtualNetworks/:name/usages`,
    withResourceGroup(listSubnetUsages),
  ),
  defineRoute(`GET ${defaultRules}`, withResourceGroup(ofGroup((rules) => ok({ value: [...rules] })))),
  defineRoute(`GET ${defaultRules}/:rule`, withResourceGroup(ofGroup(getDefaultRule))),
];

/**
 * Lists tags in the REST API's format: numbers as text, `state`, no regionId, and no platform; IPv4 only, as shipped.
 */
function listServiceTags({ world, param }: RouteCall): Reply {
  const { changeNumber, cloud } = world.tagFile;
  const id = `/subscriptions/${param('subscription')}/providers/${network}/serviceTags/${param('location')}`;
  const name = cloudNames[cloud] ?? cloud;
  return ok({
    name,
    id,
    type: `${network}/serviceTags`,
    changeNumber,
    cloud: name,
    values: tagValues(world),
  });
}

interface KeptValues {
  readonly regions: World['settings']['regions'];
  readonly values: BodyJson[];
}

/** Cache of three thousand tags, the same for each call and each sandbox with the same tags and regions. */
const keptValues = new WeakMap<World['tags'], KeptValues>();

function tagValues(world: World): BodyJson[] {
  const { regions } = world.settings;
  const kept = keptValues.get(world.tags);
  if (kept?.regions === regions) return kept.values;
  const { changeNumber } = world.tagFile;
  const values = world.tags.names.map((name): BodyJson => ({
    name,
    id: name,
    serviceTagChangeNumber: changeNumber,
    properties: {
      changeNumber,
      region: regionOf(world, name),
      state: 'GA',
      systemService: '',
      addressPrefixes: [...world.tags.texts(name)],
    },
  }));
  keptValues.set(world.tags, { regions, values });
  return values;
}

const cloudNames: Readonly<Record<string, string>> = {
  public: 'Public',
  usgov: 'AzureGovernment',
  china: 'China',
};

/** Returns the region of a regional tag; empty for a global tag. */
function regionOf({ settings }: World, tag: string): string {
  const suffix = tag.split('.').at(-1) ?? '';
  return settings.regions.find((region) => sameText(region.tagSuffix, suffix))?.name ?? '';
}

function listNetworkUsages({ world, param }: RouteCall): Reply {
  const base = `/subscriptions/${param('subscription')}/providers/${network}/locations/${param('location')}/usages`;
  const place = { subscriptionId: param('subscription'), location: param('location') };
  const value = networkUsages(world, place).map(({ name, title, current, limit }): BodyJson => ({
    id: `${base}/${name}`,
    unit: 'Count',
    currentValue: current,
    limit,
    name: { value: name, localizedValue: title },
  }));
  return ok({ value });
}

/** Lists the addresses of each subnet. `limit` is the number for machines, without Azure's own five. */
function listSubnetUsages({ world, param }: RouteCall): Reply {
  const type = `${network}/virtualNetworks`;
  const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
  const refused = world.access.check('read', id, type);
  if (refused) return refused;
  if (!world.store.get(id)) return notFound({ type, path: param('name'), group: param('group') });
  const value = world.store.children(id, `${type}/subnets`).map((subnet): BodyObject => ({
    id: subnet.id,
    unit: 'Count',
    currentValue: world.addresses.inUse(subnet.id).length,
    limit: usableAddressCount(prefixesOf(subnet)),
    name: { value: 'SubnetSpace', localizedValue: 'Subnet size and usage' },
  }));
  return ok({ value });
}

/** Runs a handler with the default rules of an NSG. */
function ofGroup(handle: (rules: readonly BodyObject[], call: RouteCall) => Reply): Handler {
  return (call) => {
    const { world, param } = call;
    const type = `${network}/networkSecurityGroups`;
    const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
    const refused = world.access.check('read', id, type);
    if (refused) return refused;
    const group = world.store.get(id);
    return group
      ? handle(shownDefaultRules(group), call)
      : notFound({ type, path: param('name'), group: param('group') });
  };
}

function getDefaultRule(rules: readonly BodyObject[], { request, param }: RouteCall): Reply {
  const found = rules.find((rule) => sameText(bodyText(rule, 'name') ?? '', param('rule')));
  return found ? ok(found) : refusal(404, failure('childNotFound', { id: request.url.pathname }));
}
