import type { Cloud } from '../../src/core/network/model';
import { createSandbox, type SandboxAzure } from '../../src/sandbox/create-sandbox';
import {
  bodyList,
  bodyObject,
  bodyText,
  bodyTexts,
  type BodyJson,
  type BodyObject,
} from '../../src/sandbox/body-json';
import { addConnection, endpointNames } from '../../src/sandbox/network/endpoint-targets';
import { approved, storeEndpoint } from '../../src/sandbox/network/store-endpoint';
import { withSubnetDefaults } from '../../src/sandbox/network/subnet-defaults';
import { keepRecords } from '../../src/sandbox/network/zone-records';
import { prefixesOf } from '../../src/sandbox/nodes/node-network';
import { anna, regions, researchSubscription } from '../../src/sandbox/sample/names';
import { stableGuid } from '../../src/sandbox/store';
import type { World } from '../../src/sandbox/settings';
import { shippedTagFile } from './shipped-tags';

/** A resource as `resolve` prints it. */
export interface ResolvedResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly location?: string;
  readonly properties?: BodyObject;
  readonly [member: string]: BodyJson | undefined;
}

/** Regions of the other clouds that test templates use. */
const otherRegions = [
  ['usgovvirginia', 'USGovVirginia'],
  ['chinaeast2', 'ChinaEast2'],
].map(([name = '', tagSuffix = '']) => ({ name, displayName: tagSuffix, tagSuffix }));

/** Creates an embedded Azure with a template's resources, except for the compute resources. */
export function deployToSandbox(resources: readonly ResolvedResource[], cloud: Cloud): SandboxAzure {
  return createSandbox(
    { tags: shippedTagFile(cloud) },
    {
      subscriptions: [researchSubscription],
      regions: [...regions, ...otherRegions],
      user: anna,
      fill: (world) => fill(world, resources),
    },
  );
}

/** Children that Azure stores as separate resources, by the type of their parent and the member that lists them. */
const children: Readonly<Record<string, readonly string[]>> = {
  'microsoft.network/virtualnetworks': ['subnets', 'virtualNetworkPeerings'],
  'microsoft.network/networksecuritygroups': ['securityRules'],
  'microsoft.network/routetables': ['routes'],
};

function fill(world: World, resources: readonly ResolvedResource[]): void {
  for (const { id, location = 'westeurope' } of resources) placeGroup(world, id, location);
  const is = (type: string) => (one: ResolvedResource) => one.type.toLowerCase() === type.toLowerCase();
  const endpoints = resources.filter(is('Microsoft.Network/privateEndpoints'));
  const left = resources.filter((one) => !endpoints.includes(one) && !isPlacedApart(one));
  for (const one of left) place(world, one);
  for (const one of endpoints) placeEndpoint(world, one);
  for (const one of resources.filter(is('Microsoft.Network/privateEndpoints/privateDnsZoneGroups'))) {
    placeZoneGroup(world, one);
  }
  for (const one of resources.filter(is('Microsoft.Authorization/policyAssignments'))) assign(world, one);
  connectPeerings(world);
  for (const one of resources.filter(is('Microsoft.Network/azureFirewalls'))) takeAddress(world, one);
  for (const one of resources.filter(is('Microsoft.Network/virtualNetworkGateways'))) takeAddress(world, one);
}

function isPlacedApart({ type }: ResolvedResource): boolean {
  return /^Microsoft\.Authorization|^Microsoft\.Resources|\/computes$|\/privateDnsZoneGroups$/i.test(type);
}

function placeGroup(world: World, id: string, location: string): void {
  const [, , subscriptionId = '', , name] = id.split('/');
  if (name === undefined || !/\/resourceGroups\//i.test(id)) return;
  const group = `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
  world.resourceGroups.set(group.toLowerCase(), { id: group, name, location, subscriptionId, tags: {} });
}

const notTop = new Set(['id', 'type', 'name', 'apiVersion', 'location', 'properties', 'dependsOn']);

function place(world: World, resource: ResolvedResource): void {
  const { id, location, properties = {} } = resource;
  const lists = children[resource.type.toLowerCase()] ?? [];
  const top: BodyObject = {};
  for (const [name, value] of Object.entries(resource)) {
    if (!notTop.has(name) && value !== undefined) top[name] = value;
  }
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !lists.includes(name)));
  world.store.put({ id, location, top, properties: stored(resource, own) });
  for (const list of lists) {
    for (const child of bodyList(properties, list)) {
      const childId = `${id}/${list}/${bodyText(child, 'name') ?? ''}`;
      const type = `${resource.type}/${list}`;
      place(world, { id: childId, type, name: '', properties: bodyObject(child, 'properties') ?? {} });
    }
  }
}

/** Returns the properties with the values that Azure fills in. */
function stored({ id, type, name }: ResolvedResource, properties: BodyObject): BodyObject {
  switch (type.toLowerCase()) {
    case 'microsoft.network/virtualnetworks/subnets':
      return withSubnetDefaults(properties);
    case 'microsoft.machinelearningservices/workspaces':
      return {
        workspaceId: stableGuid(id),
        privateEndpointConnections: [],
        hbiWorkspace: false,
        managedNetwork: { isolationMode: 'Disabled' },
        ...properties,
      };
    case 'microsoft.network/publicipaddresses':
      return { ipAddress: '198.51.100.7', ...properties };
    case 'microsoft.storage/storageaccounts':
    case 'microsoft.keyvault/vaults':
      return {
        publicNetworkAccess: 'Enabled',
        privateEndpointConnections: [],
        networkAcls: {
          bypass: 'AzureServices',
          defaultAction: 'Allow',
          ipRules: [],
          virtualNetworkRules: [],
        },
        ...(type.endsWith('vaults') ? { vaultUri: `https://${name}.vault.azure.net/` } : {}),
        ...properties,
      };
    default:
      return properties;
  }
}

function placeEndpoint(world: World, { id, location = '', name, properties = {} }: ResolvedResource): void {
  const [connection] = bodyList(properties, 'privateLinkServiceConnections');
  const subnetId = bodyText(properties, 'subnet', 'id') ?? '';
  const targetId = bodyText(connection, 'properties', 'privateLinkServiceId') ?? '';
  const groupIds = bodyTexts(connection, 'properties', 'groupIds');
  const [subnet, target] = [world.store.get(subnetId), world.store.get(targetId)];
  if (!subnet || !target) throw new Error(`${id} names what isn't there`);
  storeEndpoint(world, {
    ...{ id, location, subnetId, targetId, groupIds },
    prefixes: prefixesOf(subnet),
    connectionName: name,
    names: groupIds.flatMap((group) => endpointNames(target, group)),
  });
  addConnection(world, target, { endpointId: id, name, state: approved });
}

function placeZoneGroup(world: World, { id, properties = {} }: ResolvedResource): void {
  world.store.put({ id, properties });
  const zones = bodyList(properties, 'privateDnsZoneConfigs').map(
    (one) => bodyText(one, 'properties', 'privateDnsZoneId') ?? '',
  );
  keepRecords(world, id.replace(/\/privateDnsZoneGroups\/.*$/i, ''), zones);
}

function assign({ governance }: World, { id, name, properties = {} }: ResolvedResource): void {
  governance.policies.assignments.set(id.toLowerCase(), { id, name, properties });
}

/** Both ends exist, so both are connected. */
function connectPeerings({ store }: World): void {
  for (const { id, properties } of store.all('Microsoft.Network/virtualNetworks/virtualNetworkPeerings')) {
    const remote = store.get(bodyText(properties, 'remoteVirtualNetwork', 'id') ?? '');
    const addressPrefixes = bodyTexts(remote?.properties, 'addressSpace', 'addressPrefixes');
    const space = { addressPrefixes: [...addressPrefixes] };
    store.patch(id, {
      properties: {
        allowGatewayTransit: false,
        useRemoteGateways: false,
        ...properties,
        peeringState: 'Connected',
        peeringSyncLevel: 'FullyInSync',
        remoteAddressSpace: space,
        remoteVirtualNetworkAddressSpace: space,
      },
    });
  }
}

/** A firewall or gateway gets the first address of its subnet. */
function takeAddress(world: World, { id }: ResolvedResource): void {
  const item = world.store.get(id);
  if (!item) return;
  const ipConfigurations = bodyList(item.properties, 'ipConfigurations').map((one) => {
    const subnetId = bodyText(one, 'properties', 'subnet', 'id') ?? '';
    const subnet = world.store.get(subnetId);
    const configuration = `${id}/ipConfigurations/${bodyText(one, 'name') ?? ''}`;
    const [held] = world.addresses.allocate({
      ...{ subnetId, prefixes: subnet ? prefixesOf(subnet) : [], count: 1, owner: id },
      configurationId: () => configuration,
    });
    const properties = { ...bodyObject(one, 'properties'), privateIPAddress: held?.address ?? '' };
    return { ...(one as BodyObject), id: configuration, properties };
  });
  world.store.patch(id, { properties: { ...item.properties, ipConfigurations } });
}
