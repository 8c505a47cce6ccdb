import { jsonAt, isJsonObject, textAt, type JsonObject, listAt, type Json } from '../../azure/json';
import { toCompute } from '../../azure/learning/to-compute';
import { toWorkspace } from '../../azure/learning/to-workspace';
import { toEndpointPolicy } from '../../azure/network/to-endpoint-policy';
import { toModel } from '../../azure/network/to-model';
import { toSubnet } from '../../azure/network/to-subnet';
import type { ComputeState } from '../../azure/ports';
import { known, unknown, type Known } from '../../core/known';
import type {
  Cloud,
  NetworkModel,
  ResourceId,
  PrivateEndpoint,
  VirtualNetwork,
} from '../../core/network/model';
import { reason } from '../../core/reason';
import type { FileInputs, CheckedCompute } from '../../documents/subjects/subjects';
import { armBody } from './arm-body';
import { firewallsInFiles, type FirewallBodiesOf } from './firewalls-in-files';
import { unknownInFiles, withBothEnds, withSubnets } from './known-subnets';
import type { PrintedResource } from './read-resources';
import { toServices, exportedZones } from './to-services';
import { virtualNetworkIdOf, idSet, nameOf, sameId } from '../../core/network/find';

const networkInterfaceType = 'Microsoft.Network/networkInterfaces';

/**
 * Adds network interfaces to private endpoints. With a zone group, only the network interfaces contain the addresses.
 */
function endpointsWithNic(bodies: FirewallBodiesOf): readonly JsonObject[] {
  const interfaces = bodies(networkInterfaceType);
  const networkInterfaceOf = (printed: Json): Json =>
    interfaces.find((nic) => isSame(nic, printed)) ?? printed;
  return bodies('Microsoft.Network/privateEndpoints').map((endpoint) => {
    const properties = jsonAt(endpoint, 'properties');
    if (!isJsonObject(properties)) return endpoint;
    const networkInterfaces = listAt(properties, 'networkInterfaces').map(networkInterfaceOf);
    return { ...endpoint, properties: { ...properties, networkInterfaces } };
  });
}

function isSame(one: Json, other: Json): boolean {
  return sameId(textAt(one, 'id') ?? '', textAt(other, 'id') ?? '');
}

/** Marks endpoints without addresses with the network interface that is missing in the files. */
function withMissingNic(
  endpoints: Known<readonly PrivateEndpoint[]>,
  bodies: FirewallBodiesOf,
): Known<readonly PrivateEndpoint[]> {
  if (!endpoints.known) return endpoints;
  const interfaces = bodies('Microsoft.Network/privateEndpoints').map((body) => ({
    id: textAt(body, 'id') ?? '',
    missing: listAt(body, 'properties', 'networkInterfaces')
      .map((nic) => textAt(nic, 'id') ?? '')
      .find((id) => !bodies(networkInterfaceType).some((one) => sameId(textAt(one, 'id') ?? '', id))),
  }));
  const value = endpoints.value.map((endpoint): PrivateEndpoint => {
    const missing = interfaces.find(({ id }) => sameId(id, endpoint.id))?.missing;
    return endpoint.addresses.known || missing === undefined
      ? endpoint
      : { ...endpoint, addresses: unknown(reason('terminal.notInFiles', { name: nameOf(missing) })) };
  });
  return { ...endpoints, value };
}

/** A printed resource without its place. */
type Body = Pick<PrintedResource, 'body' | 'type'>;

/** The networks, workspaces, and compute resources in the files. */
export interface CheckInputs extends FileInputs {
  /** Names of networks and NSGs without their properties, as `az resource list` prints them. */
  readonly bare: readonly string[];
  /** Networks whose file doesn't contain their peerings. They are checked as if they didn't have any. */
  readonly statedWithoutPeerings: readonly ResourceId[];
}

/** Joins the resources of all files. If several files contain a resource, the last one counts. */
export function toInputs(cloud: Cloud, printed: readonly Body[]): CheckInputs {
  const all = lastOfEach(printed);
  const bodies = (type: string): readonly JsonObject[] =>
    all.filter((one) => one.type === type.toLowerCase()).map((one) => armBody(one.body));
  const endpoints = endpointsWithNic(bodies);
  const networks = bodies('Microsoft.Network/virtualNetworks');
  const model = toModel(cloud, {
    virtualNetworks: networks.map((body) => (statesNoPeerings(body) ? withoutPeerings(body) : body)),
    securityGroups: bodies('Microsoft.Network/networkSecurityGroups'),
    routeTables: bodies('Microsoft.Network/routeTables'),
    natGateways: bodies('Microsoft.Network/natGateways'),
    // If files don't contain any, there may still be some.
    privateEndpoints: endpoints.length > 0 ? known(endpoints) : unknown(reason('terminal.noEndpoints')),
  });
  const subnets = bodies('Microsoft.Network/virtualNetworks/subnets').map((body) =>
    toSubnet(body, virtualNetworkIdOf(textAt(body, 'id') ?? '')),
  );
  const workspaces = bodies('Microsoft.MachineLearningServices/workspaces');
  const zones = exportedZones(cloud, bodies);
  const network = withBothEnds(withSubnets(ofFiles(model, all), subnets));
  return {
    model: {
      ...network,
      privateEndpoints: withMissingNic(network.privateEndpoints, bodies),
      virtualNetworks: withAdminRules(withGateways(network.virtualNetworks, bodies), bodies),
      endpointPolicies: bodies('Microsoft.Network/serviceEndpointPolicies').map(toEndpointPolicy),
      firewalls: firewallsInFiles(bodies),
    },
    workspaces: workspaces.map(toWorkspace),
    services: toServices(cloud, bodies),
    ...(zones.found.length > 0 ? { zones } : {}),
    computes: [
      ...bodies('Microsoft.MachineLearningServices/workspaces/computes').map(toCompute).map(toChecked),
      ...workspaces.flatMap(toServerlessCompute),
    ],
    statedWithoutPeerings: networks.filter(statesNoPeerings).map((body) => textAt(body, 'id') ?? ''),
    bare: [...networks, ...bodies('Microsoft.Network/networkSecurityGroups')].flatMap((body) =>
      isBare(body) ? [textAt(body, 'name') ?? ''] : [],
    ),
  };
}

function isBare(body: JsonObject): boolean {
  const properties = jsonAt(body, 'properties');
  return isJsonObject(properties) && Object.keys(properties).length === 0;
}

/**
 * True if a network has properties, but no list of peerings. Azure's tools print an empty list for a network without
 * peerings.
 */
function statesNoPeerings(body: JsonObject): boolean {
  return !isBare(body) && !Array.isArray(jsonAt(body, 'properties', 'virtualNetworkPeerings'));
}

function withoutPeerings(body: JsonObject): JsonObject {
  const properties = jsonAt(body, 'properties');
  return {
    ...body,
    properties: { ...(isJsonObject(properties) ? properties : {}), virtualNetworkPeerings: [] },
  };
}

function lastOfEach(printed: readonly Body[]): readonly Body[] {
  const byId = new Map(printed.map((one) => [(textAt(one.body, 'id') ?? '').toLowerCase(), one]));
  return [...byId.values()];
}

/**
 * Adjusts attached resources. In Azure's lists, a missing resource isn't readable with the user's permissions. In
 * files, it wasn't exported.
 */
function ofFiles(model: NetworkModel, printed: readonly Body[]): NetworkModel {
  const ids = new Set(printed.map((one) => (textAt(one.body, 'id') ?? '').toLowerCase()));
  const isThere = ({ id }: { readonly id: string }): boolean => ids.has(id.toLowerCase());
  const not = ({ name }: { readonly name: string }): Known<never> => unknownInFiles(name);
  return {
    ...model,
    securityGroups: model.securityGroups.map((one) =>
      isThere(one) ? one : { ...one, location: not(one), rules: not(one), usedBy: not(one) },
    ),
    routeTables: model.routeTables.map((one) =>
      isThere(one)
        ? one
        : {
            ...one,
            location: not(one),
            routes: not(one),
            disableBgpRoutePropagation: not(one),
            usedBy: not(one),
          },
    ),
    natGateways: model.natGateways.map((one) =>
      isThere(one) ? one : { ...one, location: not(one), sku: not(one), publicAddresses: not(one) },
    ),
  };
}

/**
 * Converts an existing compute resource. It needs the nodes by which it can still grow. It has a public IP address by
 * default.
 */
export function toChecked(compute: ComputeState): CheckedCompute {
  const { nodes, kind } = compute;
  return {
    id: compute.id,
    name: compute.name,
    givenName: compute.name,
    kind: known(kind),
    workspaceId: compute.workspaceId,
    subnetId: known(compute.subnetId),
    publicIp: known(compute.publicIp ?? true),
    publicSsh: known(compute.publicSsh ?? false),
    minNodes: known(nodes ? nodes.min : 1),
    maxNodes: known(nodes ? Math.max(0, nodes.max - nodes.current) : 1),
  };
}

/** Marks networks that learn routes, because a gateway or route server of the files is in one of their subnets. */
function withGateways(
  networks: readonly VirtualNetwork[],
  bodies: FirewallBodiesOf,
): readonly VirtualNetwork[] {
  const theirs = [
    ...bodies('Microsoft.Network/virtualNetworkGateways').flatMap(subnetsOfGateway),
    ...bodies('Microsoft.Network/virtualHubs/ipConfigurations').flatMap(subnetOf),
  ].map(virtualNetworkIdOf);
  return networks.map((one) =>
    theirs.some((id) => sameId(id, one.id)) ? { ...one, hasGateway: known(true) } : one,
  );
}

const adminRulesType = 'Microsoft.Network/effectiveSecurityAdminRules';

/** Marks networks with unknown security admin rules. Resource Graph has a record for each network with such rules. */
function withAdminRules(
  networks: readonly VirtualNetwork[],
  bodies: FirewallBodiesOf,
): readonly VirtualNetwork[] {
  const records = bodies(adminRulesType).map((body) => (textAt(body, 'id') ?? '').toLowerCase());
  const hasAdminRuleRecord = idSet(
    records.flatMap((id) => id.split(`/providers/${adminRulesType.toLowerCase()}/`, 1)),
  );
  return networks.map((one) => {
    if (!hasAdminRuleRecord(one.id)) return one;
    const because = reason('terminal.adminRulesUnread', { name: one.name, option: '--admin-rules' });
    return { ...one, adminRules: unknown(because) };
  });
}

function subnetsOfGateway(gateway: JsonObject): readonly ResourceId[] {
  return listAt(gateway, 'properties', 'ipConfigurations').flatMap(subnetOf);
}

function subnetOf(configuration: Json): readonly ResourceId[] {
  const id = textAt(configuration, 'properties', 'subnet', 'id');
  return id === undefined ? [] : [id];
}

/**
 * Returns the serverless compute of a workspace that sets a subnet for it. Empty if it doesn't, because it's in a
 * Microsoft network then. Nodes have a public IP address by default.
 */
function toServerlessCompute(workspace: JsonObject): readonly CheckedCompute[] {
  const settings = jsonAt(workspace, 'properties', 'serverlessComputeSettings');
  const subnetId = textAt(settings, 'serverlessComputeCustomSubnet');
  const workspaceId = textAt(workspace, 'id');
  if (subnetId === undefined || workspaceId === undefined) return [];
  return [
    {
      id: `${workspaceId}/serverless`,
      name: textAt(workspace, 'name') ?? '',
      givenName: null,
      kind: known('serverless'),
      workspaceId,
      subnetId: known(subnetId),
      publicIp: known(jsonAt(settings, 'serverlessComputeNoPublicIP') !== true),
      publicSsh: known(false),
      minNodes: known(0),
      maxNodes: known(0),
    },
  ];
}
