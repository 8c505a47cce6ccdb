import { sameText } from '../resource-id';
import { bodyList, bodyText, type BodyJson, type BodyObject } from '../body-json';
import { prefixesOf } from '../nodes/node-network';
import type { World } from '../settings';

/** A resource in the format of `az resource show`. A subnet contains its IP configurations and no others. */
export interface SampleResource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location?: string;
  readonly properties: BodyObject;
}

const ofEvery: readonly string[] = ['id', 'name', 'type', 'location', 'properties'];

/**
 * Adds resources to the store. Members that Azure derives from other resources (`ipConfigurations` of a subnet) aren't
 * stored.
 */
export function addResources(world: World, resources: readonly SampleResource[]): void {
  for (const resource of resources) {
    const { id, type, location, properties } = resource;
    const stored = isSubnet(type) ? without(properties, ['ipConfigurations']) : properties;
    world.store.put({ id, location, top: without({ ...resource }, ofEvery), properties: stored });
  }
}

/** Adds resource groups in Azure's output format. */
export function addResourceGroups(world: World, groups: readonly SampleResource[]): void {
  for (const { id, name, location = '' } of groups) {
    const [, , subscriptionId = ''] = id.split('/');
    world.resourceGroups.set(id.toLowerCase(), { id, name, location, subscriptionId, tags: {} });
  }
}

/** Assigns an address to each IP configuration of a subnet, the lowest first. */
export function allocateAddresses(world: World, resources: readonly SampleResource[]): void {
  for (const { id, properties } of resources.filter(({ type }) => isSubnet(type))) {
    const subnet = world.store.get(id);
    const prefixes = subnet ? prefixesOf(subnet) : [];
    const others = clusterIn(world, id) ?? `${id}/machines`;
    for (const one of bodyList(properties, 'ipConfigurations')) {
      const configuration = bodyText(one, 'id') ?? '';
      const owner = ownerOf(world, configuration) ?? others;
      const configurationId = () => configuration;
      world.addresses.allocate({ subnetId: id, prefixes, count: 1, owner, configurationId });
    }
  }
}

/**
 * Returns the resource whose deletion releases the address; undefined if the sample doesn't include the network
 * interface.
 */
function ownerOf({ store }: World, configuration: string): string | undefined {
  for (let id = configuration; id !== ''; id = id.slice(0, id.lastIndexOf('/'))) {
    const item = store.get(id);
    if (item) return bodyText(item.properties, 'privateEndpoint', 'id') ?? item.id;
  }
  return undefined;
}

/**
 * Returns the HDInsight cluster with nodes in a subnet. Their network interfaces are in a resource group of HDInsight.
 */
function clusterIn({ store }: World, subnet: string): string | undefined {
  const isIn = (role: BodyJson): boolean =>
    sameText(bodyText(role, 'virtualNetworkProfile', 'subnet') ?? '', subnet);
  return store
    .all('Microsoft.HDInsight/clusters')
    .find(({ properties }) => bodyList(properties, 'computeProfile', 'roles').some(isIn))?.id;
}

function isSubnet(type: string): boolean {
  return sameText(type, 'Microsoft.Network/virtualNetworks/subnets');
}

function without(object: BodyObject, names: readonly string[]): BodyObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
