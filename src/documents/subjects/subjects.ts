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

/** A compute of a file, or a workspace's serverless one, as far as its subnet is checked for it. */
export interface CheckedCompute {
  readonly id: ResourceId;
  /** As it is shown. */
  readonly name: string;
  /** Null where a part of it is not known. */
  readonly givenName: string | null;
  /** `other`: Kubernetes and the rest, which are not checked. */
  readonly kind: Known<CheckedKind | 'other'>;
  readonly workspaceId: ResourceId;
  /** Null where none is named. */
  readonly subnetId: Known<ResourceId | null>;
  /** Where its nodes are to stand, as an ARM location; missing where it does not say. */
  readonly location?: Known<string>;
  readonly publicIp: Known<boolean>;
  readonly publicSsh: Known<boolean>;
  /** Nodes that it keeps, and those that it may still start. */
  readonly minNodes: Known<number>;
  readonly maxNodes: Known<number>;
}

/** A workspace of a file. */
export interface FileWorkspace extends WorkspaceFacts {
  /** Of a project the workspace whose network settings it has; null of every other one. */
  readonly hubId: ResourceId | null;
}

/** All that files say. */
export interface FileInputs {
  readonly model: NetworkModel;
  readonly computes: readonly CheckedCompute[];
  readonly workspaces: readonly FileWorkspace[];
  /** What workspaces keep their data in; none where the files hold nothing of it. */
  readonly services?: readonly WorkspaceServices[];
  /** Private DNS zones, which also answer for workspaces that the files don't create; missing where they hold none. */
  readonly zones?: KnownZones;
  /** Subnets by their place in the list of a network; missing where nothing tells their order. */
  readonly subnetAt?: SubnetAt;
  /** Ids of subnets that the files only refer to, in lower case. */
  readonly referencedSubnets?: ReadonlySet<string>;
  /** Locks and policies that the files set; none where they can't hold any. */
  readonly governance?: DeclaredGovernance;
  /** What is assumed of resources; missing where nothing is. */
  readonly assumed?: readonly ResourceAssumption[];
}

/** What is assumed of a resource. */
export interface ResourceAssumption {
  readonly id: ResourceId;
  readonly assumed: Reason;
}

/** A subnet of the files, and the computes that use it. */
export interface Subject {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
  readonly computes: readonly CheckedCompute[];
}

/** Every subnet of the files. */
export function allSubjects(inputs: FileInputs): readonly Subject[] {
  return indexOf(inputs).all;
}

/** All subnets, found once for the same files: each of them asks for the others that have its group. */
interface SubjectIndex {
  readonly computes: FileInputs['computes'];
  readonly all: readonly Subject[];
  /** By the id of their group, in small letters. */
  readonly byGroup: ReadonlyMap<string, readonly Subject[]>;
}

const indexes = new WeakMap<NetworkModel, SubjectIndex>();

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
  const made = { computes, all, byGroup: groupBy(all, groupOf) };
  indexes.set(model, made);
  return made;
}

function isChecked({ kind }: CheckedCompute): boolean {
  return !kind.known || isNodeKind(kind.value);
}

/** Empty where none is known. */
function subnetOf({ subnetId }: CheckedCompute): string {
  return subnetId.known ? (subnetId.value ?? '').toLowerCase() : '';
}

function groupOf({ subnet: { securityGroup } }: Subject): string {
  return securityGroup.known ? (securityGroup.value ?? '').toLowerCase() : '';
}

/** Which subnets are checked beside those that compute resources use. */
export interface SubjectOptions {
  /** Those too that only share their network security group with a used one. */
  readonly allSubnets?: boolean;
}

/**
 * The subnets that are checked without being named: those that compute resources use, and those whose network security
 * group names a tag of Azure ML and that no used subnet has. A subnet that the files only refer to isn't: nothing is known
 * of it.
 */
export function meantSubjects(
  inputs: FileInputs,
  named: readonly ResourceId[] = [],
  { allSubnets = false }: SubjectOptions = {},
): readonly Subject[] {
  const isOfAzureMl = groupsOfAzureMl(inputs, named);
  const isShared = allSubnets ? () => false : sharesGroup(inputs, named);
  return allSubjects(inputs).filter(
    (one) => isUsed(inputs, one) || (isOfAzureMl(one.subnet) && !isShared(one)),
  );
}

/** Subnets that are left out because they only share a network security group with a subnet that is used. */
export function sharingSubjects(inputs: FileInputs, named: readonly ResourceId[] = []): readonly Subject[] {
  const isOfAzureMl = groupsOfAzureMl(inputs, named);
  const isShared = sharesGroup(inputs, named);
  return allSubjects(inputs).filter(
    (one) => !isUsed(inputs, one) && isOfAzureMl(one.subnet) && isShared(one),
  );
}

function isUsed({ referencedSubnets }: FileInputs, { computes, subnet }: Subject): boolean {
  return computes.length > 0 && referencedSubnets?.has(subnet.id.toLowerCase()) !== true;
}

/** Tells whether nobody uses or names a subnet, and somebody does another one of its group. */
function sharesGroup(inputs: FileInputs, named: readonly ResourceId[]): (subject: Subject) => boolean {
  const isNamed = idSet(named);
  const { byGroup } = indexOf(inputs);
  const isWanted = (one: Subject): boolean => isUsed(inputs, one) || isNamed(one.subnet.id);
  const used = new Set([...byGroup].flatMap(([group, all]) => (all.some(isWanted) ? [group] : [])));
  return (one) => !isWanted(one) && groupOf(one) !== '' && used.has(groupOf(one));
}

/** `vnet-ml/snet-training`. */
export function shortName({ subnet, network }: Pick<Subject, 'subnet' | 'network'>): string {
  return `${network.name}/${subnet.name}`;
}

/** Tells whether a subnet's group was written for Azure ML, and not for a named subnet alone, or one that computes use. */
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
    const made = subnetAddresses(all.map(({ subnet }) => subnet));
    users.set(group, made);
    return made;
  };
  return (subnet) => {
    const group = securityGroupOf(inputs.model, subnet);
    if (!group.known || group.value === null || !mentionsAzureMl(group.value)) return false;
    return concernsSubnet(group.value, subnet, usersOf(group.value.id.toLowerCase()));
  };
}
