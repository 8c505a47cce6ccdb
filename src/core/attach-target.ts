import { mapKnown, valueOr, type Known } from './known';
import type { ResourceId } from './network/model';

interface TargetBase {
  readonly id: ResourceId;
  readonly name: string;
  readonly resourceGroup: string;
  /** ARM location, lower case. */
  readonly location: Known<string>;
  /** Subnets its machines live in; empty where it is in no network of the owner's. */
  readonly subnets: Known<readonly ResourceId[]>;
}

/** `subnets`: the public (host) one first, the private (container) one second. */
export interface DatabricksTarget extends TargetBase {
  readonly kind: 'databricks';
  /** Address of the workspace, without scheme. */
  readonly url: Known<string>;
  readonly noPublicIp: Known<boolean>;
  /** `AllRules` or `NoAzureDatabricksRules`. */
  readonly requiredRules: Known<string>;
}

export interface VirtualMachineTarget extends TargetBase {
  readonly kind: 'virtual-machine';
  readonly os: Known<'Linux' | 'Windows'>;
  /** Publisher, offer and SKU of the image, joined by blanks; null where it was made of a disk of one's own. */
  readonly image: Known<string | null>;
  /** Security group of its network interface. */
  readonly cardGroup: Known<ResourceId | null>;
  readonly privateAddress: Known<string | null>;
  readonly publicAddress: Known<string | null>;
}

export interface HdInsightTarget extends TargetBase {
  readonly kind: 'hdinsight';
  /** `Spark`, `Hadoop`, `Kafka` … */
  readonly clusterType: Known<string>;
  /** Host name that answers SSH; null where it has none. */
  readonly sshAddress: Known<string | null>;
  /** Its provider reaches it over private link only (`resourceProviderConnection` is `Outbound`). */
  readonly outboundOnly: Known<boolean>;
}

/** What a workspace can use as a compute without having made it. */
export type AttachTarget = DatabricksTarget | VirtualMachineTarget | HdInsightTarget;

/** True where something outside of its network can call its machines. */
export function isTargetPublic(target: AttachTarget): Known<boolean> {
  switch (target.kind) {
    case 'databricks':
      return mapKnown(target.noPublicIp, (without) => !without);
    case 'virtual-machine':
      return mapKnown(target.publicAddress, (address) => address !== null);
    case 'hdinsight':
      return mapKnown(target.outboundOnly, (only) => !only);
  }
}

/** Where SSH answers: the public address, where there is one; null where it answers nowhere. */
export function sshAddressOf(target: VirtualMachineTarget | HdInsightTarget): Known<string | null> {
  if (target.kind === 'hdinsight') return target.sshAddress;
  return valueOr(target.publicAddress, null) === null ? target.privateAddress : target.publicAddress;
}

export type TargetOf<K extends AttachTarget['kind']> = Extract<AttachTarget, { readonly kind: K }>;
