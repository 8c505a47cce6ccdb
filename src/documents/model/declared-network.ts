import { known, mapKnown, type Known } from '../../core/known';
import type {
  Cloud,
  NetworkModel,
  ResourceId,
  VirtualNetwork,
  ServiceEndpointPolicy,
} from '../../core/network/model';
import { emptyModel } from '../../core/network/empty-model';
import type { KnownZones, WorkspaceServices } from '../../core/services/services';
import type { EvaluatedResource } from '../evaluate/evaluated-resource';
import { adminChildren, declaredAdminRules } from './admin-rules';
import { withAnySubnets } from './any-subnet';
import { childOf, childrenPart, withApart, type Child } from './children';
import { indexOf, type DeclaredIndex } from './declared-index';
import { declaredResources, parentIdOf, propertyOf, type DeclaredResource } from './declared-resource';
import { firewallAddressLookup } from './firewall/firewall-address';
import { declaredFirewalls, createdFirewalls } from './firewall/to-firewall';
import { declaredGovernance, type DeclaredGovernance } from './governance/declared-governance';
import { withImpliedParents } from './implied-parents';
import type { ResourceAssumption } from '../subjects/subjects';
import { itemsPart, partOf, referencePart, allKnown, idsPart, identityOf } from './parts';
import {
  declaredServices,
  createsServices,
  type DeclaredContext,
  type DeclaredServices,
} from './services/declared-services';
import { declaredZones } from './services/to-zones';
import {
  toDeclaredCompute,
  toDeclaredServerless,
  toDeclaredWorkspace,
  type DeclaredCompute,
  type DeclaredWorkspace,
} from './to-compute';
import { listedSubnet, subnetsByPosition, type SubnetAt } from './subnet-by-position';
import { unreadNatGateway, toDeclaredNatGateway } from './to-nat-gateway';
import { declaredEndpoints } from './to-private-endpoint';
import { unreadRouteTable, toDeclaredRouteTable } from './to-route-table';
import { unreadSecurityGroup, toDeclaredSecurityGroup } from './to-security-group';
import { spaceOf, toDeclaredVirtualNetwork, withNameServers, type NetworkParts } from './to-virtual-network';
import { displayName } from './display-name';

const type = 'microsoft.network/serviceendpointpolicies';

/** Returns the service endpoint policies that files create, with everything that their definitions allow. */
function endpointPoliciesOf(index: DeclaredIndex): readonly ServiceEndpointPolicy[] {
  return index
    .of(type)
    .filter(({ isExisting }) => !isExisting)
    .map((one) => toEndpointPolicy(one, index.below(one.id, `${type}/serviceendpointpolicydefinitions`)));
}

function toEndpointPolicy(
  policy: DeclaredResource,
  apart: readonly DeclaredResource[],
): ServiceEndpointPolicy {
  return { id: policy.id, name: displayName(policy.name), resources: resourcesOf(policy, apart) };
}

function resourcesOf(policy: DeclaredResource, apart: readonly DeclaredResource[]): Known<readonly string[]> {
  if (!policy.isDeployed.known) return policy.isDeployed;
  const inside = childrenPart(propertyOf(policy, 'serviceEndpointPolicyDefinitions'));
  if (!inside.known) return inside;
  const lists = allKnown([...inside.value, ...apart.map(childOf)].map(resourcesIn));
  return lists.known ? known(lists.value.flat()) : lists;
}

function resourcesIn({ value, isDeployed }: Child): Known<readonly string[]> {
  return isDeployed.known ? idsPart(partOf(value, 'properties', 'serviceResources')) : isDeployed;
}

/** The networks and compute resources that files declare, with the underlying resources. */
export interface DeclaredNetwork {
  readonly model: NetworkModel;
  readonly computes: readonly DeclaredCompute[];
  /** Compute resources that a condition certainly excludes. */
  readonly omittedComputeResources: readonly DeclaredResource[];
  readonly workspaces: readonly DeclaredWorkspace[];
  /** The services in which the workspaces store their data, if the files create them. */
  readonly services: readonly WorkspaceServices[];
  /** The same for every workspace that the files create, even if they don't create a service. */
  readonly declaredServices: readonly DeclaredServices[];
  /** Private DNS zones of the files. Missing if there are none. */
  readonly zones?: KnownZones;
  /** Locks and policies that the files declare. */
  readonly governance: DeclaredGovernance;
  readonly resources: readonly DeclaredResource[];
  /** Finds subnets of the files' networks by position in the list. */
  readonly subnetAt: SubnetAt;
  /** IDs of subnets that the files only refer to, in lowercase. */
  readonly referencedSubnets: ReadonlySet<string>;
  /** Assumptions about resources. Missing if there are none. */
  readonly assumed?: readonly ResourceAssumption[];
  /** Rules of an NSG and routes of a route table, in the model's order, by the parent's ID in lowercase. */
  readonly children: ReadonlyMap<string, readonly Child[]>;
}

const types = {
  network: 'microsoft.network/virtualnetworks',
  subnet: 'microsoft.network/virtualnetworks/subnets',
  peering: 'microsoft.network/virtualnetworks/virtualnetworkpeerings',
  group: 'microsoft.network/networksecuritygroups',
  rule: 'microsoft.network/networksecuritygroups/securityrules',
  table: 'microsoft.network/routetables',
  route: 'microsoft.network/routetables/routes',
  nat: 'microsoft.network/natgateways',
  endpoint: 'microsoft.network/privateendpoints',
  nic: 'microsoft.network/networkinterfaces',
  workspace: 'microsoft.machinelearningservices/workspaces',
  compute: 'microsoft.machinelearningservices/workspaces/computes',
} as const;

/** Types of compute resources: those of Azure Machine Learning, and those of services that can be attached to it. */
const computeTypes: readonly string[] = [
  types.compute,
  'microsoft.databricks/workspaces',
  'microsoft.hdinsight/clusters',
];

/** Types whose resources put a gateway or a route server into a subnet. */
const gatewayTypes = [
  'microsoft.network/virtualnetworkgateways',
  'microsoft.network/virtualhubs/ipconfigurations',
];

/**
 * Builds the network model of evaluated resources. Child resources that are declared separately are joined with their
 * parents.
 * @param isWhole false if a module isn't known, so that more resources of every type may exist
 */
export function declaredNetwork(
  cloud: Cloud,
  evaluated: readonly EvaluatedResource[],
  isWhole = true,
): DeclaredNetwork {
  const resources = withImpliedParents(declaredResources(evaluated));
  const index = indexOf(resources);
  const { of } = index;
  const below = (parent: DeclaredResource, type: string): readonly Child[] =>
    index.below(parent.id, type).map(childOf);
  const networks = of(types.network);
  const peers = peersOf(networks, of(types.peering));
  const tables = of(types.table);
  const endpoints = of(types.endpoint);
  const shared = {
    isWhole,
    gatewaySubnets: gatewaySubnetsOf(resources),
    spaces: new Map(networks.map((one) => [one.id.toLowerCase(), spaceOf(one)])),
    addressCounts: addressCountBySubnet([...endpoints, ...of(types.nic)]),
  };
  const withoutNameServers = networks
    .map((one) =>
      toDeclaredVirtualNetwork(one, {
        ...shared,
        subnets: below(one, types.subnet),
        peerings: below(one, types.peering),
        peeredBy: peeredBy(one, peers),
      } satisfies NetworkParts),
    )
    .map((one) => withAdminRules(one, index));
  const lookup = firewallAddressLookup(createdFirewalls(index), withoutNameServers);
  const virtualNetworks = withoutNameServers.map((one, at) => withNameServers(one, networks[at], lookup));
  const routeTables = tables.map((one) => toDeclaredRouteTable(one, below(one, types.route), lookup));
  const privateEndpoints = declaredEndpoints(endpoints, networks, isWhole);
  const model: NetworkModel = {
    ...emptyModel(cloud),
    virtualNetworks,
    securityGroups: of(types.group).map((one) => toDeclaredSecurityGroup(one, below(one, types.rule))),
    routeTables,
    firewalls: declaredFirewalls(index, virtualNetworks, routeTables),
    endpointPolicies: endpointPoliciesOf(index),
    natGateways: of(types.nat).map((one) => toDeclaredNatGateway(one, index)),
    privateEndpoints,
  };
  return {
    model: withAnySubnets(withAssociated(model)),
    ...computeResourcesOf(evaluated, index),
    workspaces: workspacesOf(index, endpoints),
    ...servicesAndZones(index, { cloud, privateEndpoints, isWhole }),
    governance: declaredGovernance(index, virtualNetworks),
    resources,
    ...assumptionsOf(evaluated),
    referencedSubnets: new Set(networks.flatMap((one) => referencedIn(one, below(one, types.subnet)))),
    children: new Map([
      ...membersOfEach(of(types.group), 'securityRules', (one) => below(one, types.rule)),
      ...membersOfEach(tables, 'routes', (one) => below(one, types.route)),
      ...adminChildren(index),
    ]),
  };
}

function assumptionsOf(evaluated: readonly EvaluatedResource[]): Pick<DeclaredNetwork, 'assumed'> {
  const assumed = evaluated.flatMap((one): readonly ResourceAssumption[] => {
    const id = identityOf(one.id);
    return one.assumed && id !== null ? [{ id, assumed: one.assumed }] : [];
  });
  return assumed.length > 0 ? { assumed } : {};
}

function servicesAndZones(
  index: DeclaredIndex,
  { isWhole, ...beside }: Omit<DeclaredContext, 'zones'> & { readonly isWhole: boolean },
): Pick<DeclaredNetwork, 'services' | 'declaredServices' | 'zones'> {
  const zones = declaredZones(beside.cloud, index, isWhole);
  const all = declaredServices(index, { ...beside, zones });
  return {
    services: createsServices(index) ? all.map(({ stated }) => stated) : [],
    declaredServices: all,
    ...(zones.found.length > 0 ? { zones } : {}),
  };
}

/** Returns the workspaces that the files create. Of an existing workspace, a file only contains the name. */
function workspacesOf(
  { of }: DeclaredIndex,
  endpoints: readonly DeclaredResource[],
): readonly DeclaredWorkspace[] {
  const created = of(types.workspace).filter(({ isExisting }) => !isExisting);
  return created.map((one) => toDeclaredWorkspace(one, endpoints));
}

function computeResourcesOf(
  evaluated: readonly EvaluatedResource[],
  index: DeclaredIndex,
): Pick<DeclaredNetwork, 'computes' | 'omittedComputeResources' | 'subnetAt'> {
  const created = index.of(types.compute).filter(({ isExisting }) => !isExisting);
  const all = [...created.map(toDeclaredCompute), ...index.of(types.workspace).flatMap(toDeclaredServerless)];
  const subnetAt = subnetsByPosition(index);
  return {
    computes: all.map((one) => inListedSubnet(one, subnetAt)),
    omittedComputeResources: omittedOf(evaluated, index),
    subnetAt,
  };
}

/** Resolves the subnet of a compute resource that refers to it by position in the list of a network of the files. */
function inListedSubnet(compute: DeclaredCompute, subnetAt: SubnetAt): DeclaredCompute {
  const { subnetId } = compute;
  const listed = subnetId.known && subnetId.value !== null ? listedSubnet(subnetId.value) : undefined;
  const found = listed && subnetAt(listed.networkId, listed.position);
  return found === undefined ? compute : { ...compute, subnetId: known(found) };
}

/**
 * Returns the compute resources that a condition excludes. If a condition chooses one of several with the same name,
 * none counts as excluded.
 */
function omittedOf(
  evaluated: readonly EvaluatedResource[],
  { of }: DeclaredIndex,
): readonly DeclaredResource[] {
  const created = new Set(computeTypes.flatMap((type) => of(type)).map(({ id }) => id.toLowerCase()));
  const omitted = evaluated.filter(
    ({ type, isExisting, isDeployed }) =>
      computeTypes.includes(type.toLowerCase()) && !isExisting && isDeployed.known && !isDeployed.value,
  );
  const all = declaredResources(omitted.map((one) => ({ ...one, isDeployed: known(true) })));
  return all.filter(({ id }) => !created.has(id.toLowerCase()));
}

function withAdminRules(network: VirtualNetwork, index: DeclaredIndex): VirtualNetwork {
  const adminRules = declaredAdminRules(network.id, index);
  return adminRules ? { ...network, adminRules } : network;
}

/** Returns the IDs of subnets that are only referred to, in lowercase. */
function referencedIn(network: DeclaredResource, apart: readonly Child[]): readonly string[] {
  const referenced = membersOf(network, 'subnets', apart).filter(({ isExisting }) => isExisting);
  return referenced.map(({ name }) => `${network.id}/subnets/${name}`.toLowerCase());
}

/** Returns the children of each parent, both in its list and as separate resources, by the parent's ID in lowercase. */
function membersOfEach(
  parents: readonly DeclaredResource[],
  list: string,
  apart: (parent: DeclaredResource) => readonly Child[],
): readonly (readonly [string, readonly Child[]])[] {
  return parents.map((one) => [one.id.toLowerCase(), membersOf(one, list, apart(one))]);
}

function membersOf(resource: DeclaredResource, list: string, apart: readonly Child[]): readonly Child[] {
  const inside = childrenPart(propertyOf(resource, list));
  return withApart(inside.known ? inside.value : [], apart);
}

/** The networks that each network has a peering to, by ID in lowercase, and whether the peering is deployed. */
type Peers = ReadonlyMap<string, ReadonlyMap<string, Known<true>>>;

function peeredBy({ id }: DeclaredResource, peers: Peers): ReadonlyMap<string, Known<true>> {
  const all = [...peers].flatMap(([from, to]) => {
    const isThere = to.get(id.toLowerCase());
    return isThere ? [[from, isThere] as const] : [];
  });
  return new Map(all);
}

/** Returns the IDs of the networks that each network peers with, in lowercase. */
function peersOf(networks: readonly DeclaredResource[], peerings: readonly DeclaredResource[]): Peers {
  return new Map(
    networks.map((network) => {
      const inside = membersOf(network, 'virtualNetworkPeerings', []);
      const apart = peerings.filter(({ id }) => parentIdOf(id) === network.id.toLowerCase()).map(childOf);
      const remotes = [...inside, ...apart].flatMap(({ value, isDeployed }) => {
        const remote = referencePart(partOf(value, 'properties', 'remoteVirtualNetwork'));
        const isThere = mapKnown(isDeployed, () => true as const);
        return remote.known && remote.value !== null ? [[remote.value.toLowerCase(), isThere] as const] : [];
      });
      return [network.id.toLowerCase(), new Map(remotes)];
    }),
  );
}

function gatewaySubnetsOf(resources: readonly DeclaredResource[]): ReadonlySet<string> {
  const theirs = resources.filter(({ type }) => gatewayTypes.includes(type));
  return new Set(theirs.flatMap(subnetsUsed).map((id) => id.toLowerCase()));
}

/** Returns the subnets that a resource or its IP configurations refer to. */
function subnetsUsed(resource: DeclaredResource): readonly ResourceId[] {
  const items = itemsPart(propertyOf(resource, 'ipConfigurations'));
  const configurations = items.known ? items.value : [];
  const all = [
    referencePart(propertyOf(resource, 'subnet')),
    ...configurations.map((one) => referencePart(partOf(one, 'properties', 'subnet'))),
  ];
  return all.flatMap((one) => (one.known && one.value !== null ? [one.value] : []));
}

function addressCountBySubnet(resources: readonly DeclaredResource[]): ReadonlyMap<string, number> {
  const addressCounts = new Map<string, number>();
  for (const id of resources.flatMap(subnetsUsed).map((one) => one.toLowerCase())) {
    addressCounts.set(id, (addressCounts.get(id) ?? 0) + 1);
  }
  return addressCounts;
}

/** Adds the resources that subnets refer to and no file contains, with the reason why they aren't known. */
function withAssociated(model: NetworkModel): NetworkModel {
  const subnets = model.virtualNetworks.flatMap((one) => one.subnets);
  const lacking = <T extends { readonly id: ResourceId }>(
    kind: 'securityGroup' | 'routeTable' | 'natGateway',
    have: readonly T[],
    create: (id: ResourceId) => T,
  ): readonly T[] => {
    const there = new Set(have.map(({ id }) => id.toLowerCase()));
    const named = subnets.flatMap((one) => {
      const associated = one[kind];
      return associated.known && associated.value !== null ? [associated.value] : [];
    });
    const missing = new Map(
      named.filter((id) => !there.has(id.toLowerCase())).map((id) => [id.toLowerCase(), id]),
    );
    return [...have, ...[...missing.values()].map(create)];
  };
  return {
    ...model,
    securityGroups: lacking('securityGroup', model.securityGroups, unreadSecurityGroup),
    routeTables: lacking('routeTable', model.routeTables, unreadRouteTable),
    natGateways: lacking('natGateway', model.natGateways, unreadNatGateway),
  };
}
