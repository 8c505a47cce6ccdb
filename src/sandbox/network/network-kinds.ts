import { failure } from '../failure-texts';
import { bodyList, bodyText, type BodyJson, type BodyObject } from '../body-json';
import { refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import { checkAddressSpace, validateSubnets } from './check-subnets';
import { checkRoutes } from './check-routes';
import { checkSecurityRules, type SentRule } from './check-security-rules';
import { bodyTexts } from '../body-json';
import { checkPublicPrefix } from './public-prefixes';
import { usesOf } from './references';
import { withSubnetDefaults } from './subnet-defaults';

/** A resource as sent, with all its children after the write. */
export interface SentResource {
  readonly id: string;
  readonly name: string;
  readonly body: BodyObject;
  readonly properties: BodyJson;
  readonly children: readonly SentRule[];
}

export interface ChildKind {
  readonly type: string;
  /** Member of the parent's properties with the list of children. */
  readonly member: string;
  readonly inUse: (world: World, item: Item) => Reply | undefined;
  /** Set if the parent only references its children, which are written separately. */
  readonly isApart?: true;
  /** Returns the properties as they are stored, with defaults. */
  readonly complete: (properties: BodyObject) => BodyObject;
}

/** Differences between the network provider's resource types. */
export interface NetworkKind {
  readonly type: string;
  readonly child?: ChildKind;
  readonly check: (world: World, sent: SentResource) => Reply | undefined;
  readonly inUse: (world: World, item: Item) => Reply | undefined;
}

/** Members that Azure derives. Clients that read before they write send them back, and they aren't stored. */
export const derivedMembers: readonly string[] = [
  'provisioningState',
  'resourceGuid',
  'virtualNetworkPeerings',
  'ipConfigurations',
  'ipConfigurationProfiles',
  'privateEndpoints',
  'defaultSecurityRules',
  'networkInterfaces',
  'serviceAssociationLinks',
  'resourceNavigationLinks',
  'purpose',
  'childPolicies',
  'firewalls',
  'firewallPolicies',
];

const nothing = (): undefined => undefined;
const asSent = (properties: BodyObject): BodyObject => properties;

function users(world: World, item: Item): string {
  return usesOf(world, item.id).join(', ');
}

function subnetInUse(world: World, subnet: Item): Reply | undefined {
  const user = world.addresses.inUse(subnet.id)[0]?.ipConfigurationId;
  return user === undefined ? undefined : refusal(400, failure('subnetInUse', { name: subnet.name, user }));
}

export const networkKinds: readonly NetworkKind[] = [
  {
    type: 'Microsoft.Network/virtualNetworks',
    child: {
      type: 'Microsoft.Network/virtualNetworks/subnets',
      member: 'subnets',
      inUse: subnetInUse,
      complete: withSubnetDefaults,
    },
    check: (world, sent) =>
      checkAddressSpace(sent.id, sent.name, sent.properties) ??
      validateSubnets(world, {
        networkName: sent.name,
        addressPrefixes: bodyTexts(sent.properties, 'addressSpace', 'addressPrefixes'),
        subnets: sent.children,
      }),
    inUse: (world, item) =>
      world.store
        .children(item.id, 'Microsoft.Network/virtualNetworks/subnets')
        .map((subnet) => subnetInUse(world, subnet))
        .find((reply) => reply !== undefined),
  },
  {
    type: 'Microsoft.Network/networkSecurityGroups',
    child: {
      type: 'Microsoft.Network/networkSecurityGroups/securityRules',
      member: 'securityRules',
      inUse: nothing,
      complete: asSent,
    },
    check: (world, sent) => checkSecurityRules(world, sent.id, sent.children),
    inUse: (world, item) =>
      refusedWhenUsed(world, item, failure('groupInUse', { id: item.id, users: users(world, item) })),
  },
  {
    type: 'Microsoft.Network/routeTables',
    child: {
      type: 'Microsoft.Network/routeTables/routes',
      member: 'routes',
      inUse: nothing,
      complete: asSent,
    },
    check: (world, sent) => checkRoutes(world, sent.id, sent.children),
    inUse: (world, item) => refusedWhenUsed(world, item, failure('routeTableInUse', { id: item.id })),
  },
  {
    type: 'Microsoft.Network/natGateways',
    check: checkNatGateway,
    inUse: (world, item) =>
      refusedWhenUsed(world, item, failure('natGatewayInUse', { id: item.id, users: users(world, item) })),
  },
  {
    type: 'Microsoft.Network/publicIPPrefixes',
    check: checkPublicPrefix,
    inUse: (world, item) =>
      refusedWhenUsed(world, item, failure('publicPrefixInUse', { id: item.id, users: users(world, item) })),
  },
  {
    type: 'Microsoft.Network/publicIPAddresses',
    check: nothing,
    inUse: (world, item) =>
      refusedWhenUsed(world, item, failure('publicAddressInUse', { id: item.id, users: users(world, item) })),
  },
  { type: 'Microsoft.Network/azureFirewalls', check: nothing, inUse: nothing },
  {
    type: 'Microsoft.Network/firewallPolicies',
    child: {
      type: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
      member: 'ruleCollectionGroups',
      isApart: true,
      inUse: nothing,
      complete: asSent,
    },
    check: nothing,
    inUse: nothing,
  },
  { type: 'Microsoft.Network/ipGroups', check: nothing, inUse: nothing },
  { type: 'Microsoft.Network/virtualHubs', check: nothing, inUse: nothing },
  { type: 'Microsoft.Network/dnsForwardingRulesets', check: nothing, inUse: nothing },
];

function refusedWhenUsed(world: World, item: Item, error: ReturnType<typeof failure>): Reply | undefined {
  return usesOf(world, item.id).length === 0 ? undefined : refusal(400, error);
}

/** Checks a NAT gateway. Its SKU decides which public IP addresses it can have (NAT gateway overview). */
function checkNatGateway(world: World, sent: SentResource): Reply | undefined {
  const sku = bodyText(sent.body, 'sku', 'name') ?? '';
  if (!['standard', 'standardv2'].includes(sku.toLowerCase())) {
    return refusal(400, failure('natGatewaySku', { id: sent.id }));
  }
  for (const entry of bodyList(sent.properties, 'publicIpAddresses')) {
    const target = bodyText(entry, 'id') ?? '';
    const address = world.store.get(target);
    if (!address) return refusal(400, failure('invalidReference', { target, id: sent.id }));
    const reply = checkGatewayAddress(world, address, sent);
    if (reply) return reply;
  }
  return undefined;
}

function checkGatewayAddress(world: World, address: Item, sent: SentResource): Reply | undefined {
  const sku = bodyText(sent.body, 'sku', 'name') ?? '';
  const addressSku = bodyText(address.top, 'sku', 'name') ?? 'Basic';
  if (!sameText(addressSku, sku)) return refusal(400, failure('natGatewaySku', { id: sent.id }));
  const region = (bodyText(sent.body, 'location') ?? '').replaceAll(' ', '');
  if (!sameText(address.location ?? '', region)) {
    return refusal(400, failure('invalidReference', { target: address.id, id: sent.id }));
  }
  const user = usesOf(world, address.id).find((id) => !sameText(id, sent.id));
  return user === undefined
    ? undefined
    : refusal(400, failure('publicAddressTaken', { id: address.id, user }));
}
