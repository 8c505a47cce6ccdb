import type { WorkspaceServices } from '../../core/services/services';
import type { Known } from '../../core/known';
import { sameId, securityGroupOf } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { isNodeKind, type JudgedKind, type WorkspaceFacts } from '../../core/plan';
import { speaksOfAzureMl, speaksToSubnet } from './speaks-of-azure-ml';

/** A compute of a file, or a workspace's serverless one, as far as its subnet is judged for it. */
export interface JudgedCompute {
  readonly id: ResourceId;
  /** As it is shown. */
  readonly name: string;
  /** Null where a part of it is not known. */
  readonly givenName: string | null;
  /** `other`: Kubernetes and the rest, which are not judged. */
  readonly kind: Known<JudgedKind | 'other'>;
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
  readonly computes: readonly JudgedCompute[];
  readonly workspaces: readonly FileWorkspace[];
  /** What workspaces keep their data in; none where the files hold nothing of it. */
  readonly services?: readonly WorkspaceServices[];
  /** Ids of subnets that the files only refer to, in lower case. */
  readonly referencedSubnets?: ReadonlySet<string>;
}

/** A subnet of the files, and the computes that use it. */
export interface Subject {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
  readonly computes: readonly JudgedCompute[];
}

/** Every subnet of the files. */
export function allSubjects(inputs: FileInputs): readonly Subject[] {
  return inputs.model.virtualNetworks.flatMap((network) =>
    network.subnets.map((subnet): Subject => ({ subnet, network, computes: usersOf(inputs, subnet) })),
  );
}

/**
 * The subnets that are checked without being named: those that compute resources use, and those whose network security
 * group names a tag of Azure ML. A subnet that the files only refer to isn't: nothing is known of it.
 */
export function meantSubjects(inputs: FileInputs, named: readonly ResourceId[] = []): readonly Subject[] {
  return allSubjects(inputs).filter(
    ({ computes, subnet }) =>
      (computes.length > 0 && inputs.referencedSubnets?.has(subnet.id.toLowerCase()) !== true) ||
      hasGroupOfAzureMl(inputs, subnet, named),
  );
}

/** `vnet-ml/snet-training`. */
export function shortName({ subnet, network }: Pick<Subject, 'subnet' | 'network'>): string {
  return `${network.name}/${subnet.name}`;
}

function usersOf({ computes }: FileInputs, { id }: Subnet): readonly JudgedCompute[] {
  return computes.filter(
    ({ kind, subnetId }) =>
      kind.known &&
      isNodeKind(kind.value) &&
      subnetId.known &&
      subnetId.value !== null &&
      sameId(subnetId.value, id),
  );
}

/** True of a subnet whose group was written for Azure ML, and not for a named subnet alone, or one that computes use. */
export function hasGroupOfAzureMl(inputs: FileInputs, subnet: Subnet, named: readonly ResourceId[]): boolean {
  const group = securityGroupOf(inputs.model, subnet);
  if (!group.known || group.value === null || !speaksOfAzureMl(group.value)) return false;
  const { id } = group.value;
  const users = allSubjects(inputs).filter(
    (one) =>
      one.subnet.securityGroup.known &&
      sameId(one.subnet.securityGroup.value ?? '', id) &&
      (one.computes.length > 0 || named.some((each) => sameId(each, one.subnet.id))),
  );
  return speaksToSubnet(
    group.value,
    subnet,
    users.map((one) => one.subnet),
  );
}
