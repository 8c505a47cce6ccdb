import { failure } from '../failure-texts';
import { textAt, type Json, type JsonObject } from '../json';
import { networkUsages } from '../network/network-usages';
import { shownDefaultRules } from '../network/show-network';
import { prefixesOf } from '../nodes/node-network';
import { ok, refusal, type Reply } from '../responses';
import { groupId, sameText } from '../resource-id';
import { route, type Handler, type Route, type RouteCall } from '../router';
import type { World } from '../settings';
import { capacityOf } from '../subnet-addresses';
import { inGroup, inSubscription, notFound } from './guards';

const network = 'Microsoft.Network';
const places = `/subscriptions/:subscription/providers/${network}/locations/:location`;

const defaultRules = `/subscriptions/:subscription/resourceGroups/:group/providers/${network}/networkSecurityGroups/:name/defaultSecurityRules`;

/** What is asked of the network provider beside its resources. */
export const networkReadRoutes: readonly Route[] = [
  route(`GET ${places}/serviceTags`, inSubscription(listServiceTags)),
  route(`GET ${places}/usages`, inSubscription(listNetworkUsages)),
  route(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${network}/virtualNetworks/:name/usages`,
    inGroup(listSubnetUsages),
  ),
  route(`GET ${defaultRules}`, inGroup(ofGroup((rules) => ok({ value: [...rules] })))),
  route(`GET ${defaultRules}/:rule`, inGroup(ofGroup(getDefaultRule))),
];

/** As the REST call writes tags: numbers as text, `state`, no regionId and no platform; IPv4 only, as shipped. */
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
  readonly values: Json[];
}

/** Three thousand tags, the same at each call and in each sandbox of the same tags and regions. */
const keptValues = new WeakMap<World['tags'], KeptValues>();

function tagValues(world: World): Json[] {
  const { regions } = world.settings;
  const kept = keptValues.get(world.tags);
  if (kept?.regions === regions) return kept.values;
  const { changeNumber } = world.tagFile;
  const values = world.tags.names.map((name): Json => ({
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

/** The rules that a security group has below its own. */
function ofGroup(handle: (rules: readonly JsonObject[], call: RouteCall) => Reply): Handler {
  return (call) => {
    const { world, param } = call;
    const type = `${network}/networkSecurityGroups`;
    const id = `${groupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
    const refused = world.access.check('read', id, type);
    if (refused) return refused;
    const group = world.store.get(id);
    return group
      ? handle(shownDefaultRules(group), call)
      : notFound({ type, path: param('name'), group: param('group') });
  };
}

function getDefaultRule(rules: readonly JsonObject[], { request, param }: RouteCall): Reply {
  const found = rules.find((rule) => sameText(textAt(rule, 'name') ?? '', param('rule')));
  return found ? ok(found) : refusal(404, failure('childNotFound', { id: request.url.pathname }));
}
