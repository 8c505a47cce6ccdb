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
  /** Security group of its network interface; missing where the service looks after the interfaces. */
  readonly cardGroup?: Known<ResourceId | null>;
  /** Missing where it has several machines. */
  readonly privateAddress?: Known<string | null>;
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

/** What differs between the kinds of targets. */
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

/** True where something outside of its network can call its machines. */
export function isTargetPublic(target: AttachTarget): Known<boolean> {
  return traitsOfTarget(target).isPublic(target);
}

/** Where Azure ML gets in: of a machine its public address, where there is one. Null where it has no address. */
export function accessAddressOf(target: AttachTarget): Known<string | null> {
  return traitsOfTarget(target).accessAddress(target);
}

function traitsOfTarget({ kind }: AttachTarget): TargetTraits<AttachTarget> {
  return targetTraits[kind] as TargetTraits<AttachTarget>;
}

/** The group of its network interface; null where it has none, or none that is known. */
export function nicGroupIdOf(target: AttachTarget | undefined): ResourceId | null {
  return target?.cardGroup ? valueOr(target.cardGroup, null) : null;
}

/** Its own address in the subnet; null where it has none, or none that is known. */
export function privateAddressOf(target: AttachTarget | undefined): string | null {
  return target?.privateAddress ? valueOr(target.privateAddress, null) : null;
}

export type TargetOf<K extends AttachTarget['kind']> = Extract<AttachTarget, { readonly kind: K }>;
