import { virtualNetworkIdOf, distinctIds, findSubnet, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { isNodeKind } from '../../core/compute-kinds';
import type { ServiceIds } from '../../core/services/services';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import type { DeclaredCompute } from '../../documents/model/to-compute';
import type { Subject } from '../../documents/subjects/subjects';
import { declaredResource } from '../resource-of';

/**
 * A workspace that the files only refer to, and the network of a compute resource in it, or null if the network isn't
 * known.
 */
export interface NeededWorkspace {
  readonly id: ResourceId;
  readonly networkId: ResourceId | null;
}

/** Services that the files only refer to, of a workspace that they create. */
export interface NeededServices {
  readonly workspaceId: ResourceId;
  /** Null if the network isn't known. */
  readonly networkId: ResourceId | null;
  /** An ID is null if the files create the service, or don't specify it. */
  readonly ids: ServiceIds;
  /** Private DNS zones that the files only refer to. */
  readonly zones: readonly ResourceId[];
}

/**
 * Resources that the checked subnets and compute resources use, and that the files don't declare. IDs can have parts
 * without a value.
 */
export interface NeededResources {
  readonly networks: readonly ResourceId[];
  /** Subnets of these networks that compute resources use. */
  readonly subnets: readonly ResourceId[];
  /** NSGs, route tables, and NAT gateways of subnets that the files declare. */
  readonly associated: readonly ResourceId[];
  readonly workspaces: readonly NeededWorkspace[];
  readonly services: readonly NeededServices[];
}

/** True if no resource outside the files is needed. */
export function needsNothing(needed: NeededResources): boolean {
  return neededIds(needed).length === 0;
}

/** Returns all IDs that are needed. */
export function neededIds({
  networks,
  associated,
  workspaces,
  services,
}: NeededResources): readonly ResourceId[] {
  const ofServices = services.flatMap((one) => [...serviceIdsIn(one), ...one.zones]);
  return distinctIds([...networks, ...associated, ...workspaces.map(({ id }) => id), ...ofServices]);
}

/** Returns the IDs of the services that are needed for one workspace. */
export function serviceIdsIn({ ids }: Pick<NeededServices, 'ids'>): readonly ResourceId[] {
  return [ids.storage, ids.keyVault, ids.registry, ids.monitoring].filter((id) => id !== null);
}

/** Finds the resources outside the files that are needed to check their subnets and compute resources. */
export function neededResources(declared: DeclaredNetwork, subjects: readonly Subject[]): NeededResources {
  const using = declared.computes.filter(({ kind }) => !kind.known || isNodeKind(kind.value));
  const subnets = using.flatMap((one) => {
    const id = subnetIdOf(one);
    return id !== null && !isDeclaredSubnet(declared, id) ? [id] : [];
  });
  const checked = subjects.filter(({ subnet }) => isDeclaredSubnet(declared, subnet.id));
  const inExisting = checked.map(({ network }) => network.id).filter((id) => !isCreated(declared, id));
  const associated = checked.flatMap(({ subnet: { securityGroup, routeTable, natGateway } }) =>
    [securityGroup, routeTable, natGateway].flatMap((one) =>
      one.known && one.value !== null && !isCreated(declared, one.value) ? [one.value] : [],
    ),
  );
  return {
    networks: distinctIds([...subnets.map((id) => virtualNetworkIdOf(id)), ...inExisting]),
    subnets: distinctIds(subnets),
    associated: distinctIds(associated),
    workspaces: workspacesOf(declared, using),
    services: servicesOf(declared, using, checked),
  };
}

/** Returns the services of workspaces that are used, or that checked subnets are for. */
function servicesOf(
  declared: DeclaredNetwork,
  computes: readonly DeclaredCompute[],
  checked: readonly Subject[],
): readonly NeededServices[] {
  const zones = (declared.zones?.found ?? []).flatMap(({ id }) =>
    id.startsWith('/') && !isCreated(declared, id) ? [id] : [],
  );
  return declared.declaredServices.flatMap(({ stated: { workspaceId }, referenced: ids }) => {
    const own = computes.find((one) => sameId(one.workspaceId, workspaceId) && subnetIdOf(one) !== null);
    const subnetId = own ? subnetIdOf(own) : (checked[0]?.subnet.id ?? null);
    if (subnetId === null || serviceIdsIn({ ids }).length + zones.length === 0) return [];
    return [{ workspaceId, networkId: virtualNetworkIdOf(subnetId), ids, zones: distinctIds(zones) }];
  });
}

/** True for a resource that the files create, and don't only refer to. */
export function isCreated(declared: DeclaredNetwork, id: ResourceId): boolean {
  const found = declaredResource(declared, id);
  return found !== undefined && !found.isExisting;
}

/** True for a subnet that the files create, by itself or in its network. */
export function isDeclaredSubnet({ model, referencedSubnets }: DeclaredNetwork, id: ResourceId): boolean {
  return findSubnet(model, id) !== undefined && !referencedSubnets.has(id.toLowerCase());
}

function subnetIdOf({ subnetId }: DeclaredCompute): ResourceId | null {
  return subnetId.known ? subnetId.value : null;
}

function workspacesOf(
  declared: DeclaredNetwork,
  computes: readonly DeclaredCompute[],
): readonly NeededWorkspace[] {
  const found = computes.flatMap((one): readonly (readonly [string, NeededWorkspace])[] => {
    const subnetId = subnetIdOf(one);
    if (subnetId === null || isCreated(declared, one.workspaceId)) return [];
    const id = one.workspaceId;
    return [[id.toLowerCase(), { id, networkId: virtualNetworkIdOf(subnetId) }]];
  });
  return [...new Map([...found].reverse()).values()].reverse();
}
