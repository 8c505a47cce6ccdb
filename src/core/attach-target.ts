import { mapKnown, valueOr, type Known } from './known';
import type { ResourceId } from './network/model';

interface TargetBase {
  readonly id: ResourceId;
  readonly name: string;
  readonly resourceGroup: string;
  /** ARM location in lowercase. */
  readonly location: Known<string>;
  /** Subnets of its machines; empty if it isn't in a user's network. */
  readonly subnets: Known<readonly ResourceId[]>;
  /** NSG of its network interface; absent if the service manages the interfaces. */
  readonly nicGroup?: Known<ResourceId | null>;
  /** Absent if it has several machines. */
  readonly privateAddress?: Known<string | null>;
}

/** `subnets`: the public (host) subnet first, the private (container) subnet second. */
export interface DatabricksTarget extends TargetBase {
  readonly kind: 'databricks';
  /** URL of the workspace without scheme. */
  readonly url: Known<string>;
  readonly noPublicIp: Known<boolean>;
  /** `AllRules` or `NoAzureDatabricksRules`. */
  readonly requiredRules: Known<string>;
}

export interface VirtualMachineTarget extends TargetBase {
  readonly kind: 'virtual-machine';
  readonly os: Known<'Linux' | 'Windows'>;
  /** Publisher, offer, and SKU of the image, joined by spaces; null if it was created from a custom disk. */
  readonly image: Known<string | null>;
  readonly nicGroup: Known<ResourceId | null>;
  readonly privateAddress: Known<string | null>;
  readonly publicAddress: Known<string | null>;
}

export interface HdInsightTarget extends TargetBase {
  readonly kind: 'hdinsight';
  /** `Spark`, `Hadoop`, `Kafka` … */
  readonly clusterType: Known<string>;
  /** Host name for SSH; null if there is none. */
  readonly sshAddress: Known<string | null>;
  /** Whether its resource provider reaches it only over private link (`resourceProviderConnection` is `Outbound`). */
  readonly outboundOnly: Known<boolean>;
}

/** An existing resource that a workspace can use as compute. */
export type AttachTarget = DatabricksTarget | VirtualMachineTarget | HdInsightTarget;

/** Differences between kinds of targets. */
interface TargetTraits<Target extends AttachTarget> {
  readonly isPublic: (target: Target) => Known<boolean>;
  readonly accessAddress: (target: Target) => Known<string | null>;
}

const targetTraits: { readonly [Kind in AttachTarget['kind']]: TargetTraits<TargetOf<Kind>> } = {
  databricks: {
    isPublic: ({ noPublicIp }) => mapKnown(noPublicIp, (without) => !without),
    accessAddress: ({ url }) => url,
  },
  'virtual-machine': {
    isPublic: ({ publicAddress }) => mapKnown(publicAddress, (address) => address !== null),
    accessAddress: ({ publicAddress, privateAddress }) =>
      valueOr(publicAddress, null) === null ? privateAddress : publicAddress,
  },
  hdinsight: {
    isPublic: ({ outboundOnly }) => mapKnown(outboundOnly, (only) => !only),
    accessAddress: ({ sshAddress }) => sshAddress,
  },
};

/** True if its machines are reachable from outside of its network. */
export function isTargetPublic(target: AttachTarget): Known<boolean> {
  return traitsOfTarget(target).isPublic(target);
}

/**
 * Returns the address that Azure ML connects to: for a machine, its public address if it has one. Null if there is
 * none.
 */
export function accessAddressOf(target: AttachTarget): Known<string | null> {
  return traitsOfTarget(target).accessAddress(target);
}

function traitsOfTarget({ kind }: AttachTarget): TargetTraits<AttachTarget> {
  return targetTraits[kind] as TargetTraits<AttachTarget>;
}

/** Returns the NSG of its network interface; null if there is none, or none that is known. */
export function nicGroupIdOf(target: AttachTarget | undefined): ResourceId | null {
  return target?.nicGroup ? valueOr(target.nicGroup, null) : null;
}

/** Returns its own address in the subnet; null if there is none, or none that is known. */
export function privateAddressOf(target: AttachTarget | undefined): string | null {
  return target?.privateAddress ? valueOr(target.privateAddress, null) : null;
}

export type TargetOf<K extends AttachTarget['kind']> = Extract<AttachTarget, { readonly kind: K }>;
