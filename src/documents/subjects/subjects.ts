import { createObjectCache } from '../../core/object-cache';
import type { IntervalSet } from '../../core/addresses/interval-set';
import { groupBy } from '../../core/group-by';
import type { KnownZones, WorkspaceServices } from '../../core/services/services';
import type { SubnetAt } from '../model/subnet-by-position';
import type { DeclaredGovernance } from '../model/governance/declared-governance';
import type { Known } from '../../core/known';
import type { Reason } from '../../core/reason';
import { idSet, securityGroupOf } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { isNodeKind, type CheckedKind } from '../../core/compute-kinds';
import type { WorkspaceFacts } from '../../core/plan';
import { subnetAddresses, mentionsAzureMl, concernsSubnet } from './mentions-azure-ml';

/**
 * A compute resource in a file, or a workspace's serverless compute, with the properties that a check of its subnet
 * needs.
 */
export interface CheckedCompute {
  readonly id: ResourceId;
  /** Name for display. */
  readonly name: string;
  /** Null if a part of the name isn't known. */
  readonly givenName: string | null;
  /** `other`: Kubernetes and other kinds, which aren't checked. */
  readonly kind: Known<CheckedKind | 'other'>;
  readonly workspaceId: ResourceId;
  /** Null if it doesn't have a subnet. */
  readonly subnetId: Known<ResourceId | null>;
  /** The region of its nodes, as an ARM location. Missing if it isn't set. */
  readonly location?: Known<string>;
  readonly publicIp: Known<boolean>;
  readonly publicSsh: Known<boolean>;
  /** Minimum number of nodes, and the maximum that it can start. */
  readonly minNodes: Known<number>;
  readonly maxNodes: Known<number>;
}

/** A workspace in a file. */
export interface FileWorkspace extends WorkspaceFacts {
  /** For a project, the workspace whose network settings apply to it, or null for other workspaces. */
  readonly hubId: ResourceId | null;
}

/** All inputs that come from files. */
export interface FileInputs {
  readonly model: NetworkModel;
  readonly computes: readonly CheckedCompute[];
  readonly workspaces: readonly FileWorkspace[];
  /** The services in which workspaces store their data. Missing if the files don't contain any. */
  readonly services?: readonly WorkspaceServices[];
  /**
   * Private DNS zones, which also apply to workspaces that the files don't create. Missing if the files don't contain
   * any.
   */
  readonly zones?: KnownZones;
  /** Finds subnets by position in a network's list. Missing if the order isn't known. */
  readonly subnetAt?: SubnetAt;
  /** IDs of subnets that the files only refer to, in lowercase. */
  readonly referencedSubnets?: ReadonlySet<string>;
  /** Locks and policies in the files. Missing if files of this kind can't contain any. */
  readonly governance?: DeclaredGovernance;
  /** Assumptions about resources. Missing if there are none. */
  readonly assumed?: readonly ResourceAssumption[];
}

/** An assumption about a resource. */
export interface ResourceAssumption {
  readonly id: ResourceId;
  readonly assumed: Reason;
}

/** A subnet in the files, and the compute resources that use it. */
export interface Subject {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
  readonly computes: readonly CheckedCompute[];
}

/** Returns every subnet in the files. */
export function allSubjects(inputs: FileInputs): readonly Subject[] {
  return indexOf(inputs).all;
}

/** All subnets, indexed once for the same files, because each subnet needs the others with the same NSG. */
interface SubjectIndex {
  readonly computes: FileInputs['computes'];
  readonly all: readonly Subject[];
  /** By the ID of their NSG, in lowercase. */
  readonly byGroup: ReadonlyMap<string, readonly Subject[]>;
}

const indexes = createObjectCache<NetworkModel, SubjectIndex>();

function indexOf({ model, computes }: FileInputs): SubjectIndex {
  const before = indexes.get(model);
  if (before?.computes === computes) return before;
  const using = groupBy(computes.filter(isChecked), subnetOf);
  const all = model.virtualNetworks.flatMap((network) =>
    network.subnets.map((subnet): Subject => ({
      subnet,
      network,
      computes: using.get(subnet.id.toLowerCase()) ?? [],
    })),
  );
  const indexed = { computes, all, byGroup: groupBy(all, groupOf) };
  indexes.set(model, indexed);
  return indexed;
}

function isChecked({ kind }: CheckedCompute): boolean {
  return !kind.known || isNodeKind(kind.value);
}

/** Returns the subnet's ID in lowercase, or an empty text if it isn't known. */
function subnetOf({ subnetId }: CheckedCompute): string {
  return subnetId.known ? (subnetId.value ?? '').toLowerCase() : '';
}

function groupOf({ subnet: { securityGroup } }: Subject): string {
  return securityGroup.known ? (securityGroup.value ?? '').toLowerCase() : '';
}

/** Subnets to check in addition to those that compute resources use. */
export interface SubjectOptions {
  /** True to include subnets that only share their NSG with a used subnet. */
  readonly allSubnets?: boolean;
}

/**
 * Returns the subnets to check by default. These are the ones that compute resources use. A subnet whose NSG refers to
 * a service tag of Azure Machine Learning is included too, unless a used subnet has the same NSG. Subnets that the
 * files only refer to are left out, because nothing is known about them, unless the files set one of their properties.
 */
export function intendedSubjects(
  inputs: FileInputs,
  named: readonly ResourceId[],
  { allSubnets = false }: SubjectOptions = {},
): readonly Subject[] {
  const isOfAzureMl = groupsOfAzureMl(inputs, named);
  const isShared = allSubnets ? () => false : sharesGroup(inputs, named);
  return allSubjects(inputs).filter(
    (one) => isUsed(inputs, one) || (isOfAzureMl(one.subnet) && !isShared(one)),
  );
}

/** Returns the subnets that are left out because they only share an NSG with a used subnet. */
export function sharingSubjects(inputs: FileInputs, named: readonly ResourceId[]): readonly Subject[] {
  const isOfAzureMl = groupsOfAzureMl(inputs, named);
  const isShared = sharesGroup(inputs, named);
  return allSubjects(inputs).filter(
    (one) => !isUsed(inputs, one) && isOfAzureMl(one.subnet) && isShared(one),
  );
}

function isUsed({ referencedSubnets }: FileInputs, { computes, subnet }: Subject): boolean {
  if (computes.length === 0) return false;
  return referencedSubnets?.has(subnet.id.toLowerCase()) !== true || isChangedHere(subnet);
}

/**
 * True for a referenced subnet with which the files associate an NSG, a route table, or a NAT gateway, or of which they
 * set another property. The other properties of such a subnet are unknown.
 */
function isChangedHere(subnet: Subnet): boolean {
  const { addressPrefixes, delegations, defaultOutboundAccess, serviceEndpoints } = subnet;
  const { serviceEndpointPolicies, privateEndpointNetworkPolicies } = subnet;
  const { securityGroup, routeTable, natGateway } = subnet;
  return [
    ...[securityGroup, routeTable, natGateway, addressPrefixes, delegations, defaultOutboundAccess],
    ...[serviceEndpoints, serviceEndpointPolicies, privateEndpointNetworkPolicies],
  ].some(({ known }) => known);
}

/** Returns a test for subnets that aren't used or named, but share their NSG with one that is. */
function sharesGroup(inputs: FileInputs, named: readonly ResourceId[]): (subject: Subject) => boolean {
  const isNamed = idSet(named);
  const { byGroup } = indexOf(inputs);
  const isOfInterest = (one: Subject): boolean => isUsed(inputs, one) || isNamed(one.subnet.id);
  const used = new Set([...byGroup].flatMap(([group, all]) => (all.some(isOfInterest) ? [group] : [])));
  return (one) => !isOfInterest(one) && groupOf(one) !== '' && used.has(groupOf(one));
}

/** Returns a short name such as `vnet-ml/snet-training`. */
export function shortName({ subnet, network }: Pick<Subject, 'subnet' | 'network'>): string {
  return `${network.name}/${subnet.name}`;
}

/**
 * Returns a test for subnets whose NSG is written for Azure Machine Learning, and not only for another subnet that is
 * named or used.
 */
export function groupsOfAzureMl(
  inputs: FileInputs,
  named: readonly ResourceId[],
): (subnet: Subnet) => boolean {
  const isNamed = idSet(named);
  const { byGroup } = indexOf(inputs);
  const users = new Map<string, IntervalSet>();
  const usersOf = (group: string): IntervalSet => {
    const before = users.get(group);
    if (before) return before;
    const all = (byGroup.get(group) ?? []).filter(
      ({ computes, subnet }) => computes.length > 0 || isNamed(subnet.id),
    );
    const indexed = subnetAddresses(all.map(({ subnet }) => subnet));
    users.set(group, indexed);
    return indexed;
  };
  return (subnet) => {
    const group = securityGroupOf(inputs.model, subnet);
    if (!group.known || group.value === null || !mentionsAzureMl(group.value)) return false;
    return concernsSubnet(group.value, subnet, usersOf(group.value.id.toLowerCase()));
  };
}
