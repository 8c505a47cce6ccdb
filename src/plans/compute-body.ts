import type { ComputePlan } from './compute-plan';

/** Api version of `@azure/arm-machinelearning` 2.1.1, whose models this body fits without loss. */
export const computeApiVersion = '2022-10-01';

interface SubnetReference {
  readonly id: string;
}

/** `properties` of a cluster as ARM takes it. */
export interface ClusterProperties {
  readonly computeType: 'AmlCompute';
  readonly computeLocation: string;
  readonly disableLocalAuth: true;
  readonly properties: {
    readonly vmSize: string;
    readonly vmPriority: 'Dedicated' | 'LowPriority';
    readonly osType: 'Linux';
    readonly enableNodePublicIp?: boolean;
    readonly remoteLoginPortPublicAccess: 'Disabled';
    readonly subnet?: SubnetReference;
    readonly scaleSettings: {
      readonly minNodeCount: number;
      readonly maxNodeCount: number;
      /** ISO 8601 duration. */
      readonly nodeIdleTimeBeforeScaleDown: string;
    };
  };
}

/** `properties` of an instance as ARM takes it. */
export interface InstanceProperties {
  readonly computeType: 'ComputeInstance';
  readonly computeLocation: string;
  readonly disableLocalAuth: true;
  readonly properties: {
    readonly vmSize: string;
    readonly enableNodePublicIp?: boolean;
    readonly applicationSharingPolicy: 'Personal';
    readonly computeInstanceAuthorizationType: 'personal';
    readonly sshSettings: { readonly sshPublicAccess: 'Disabled' };
    readonly subnet?: SubnetReference;
  };
}

/** Body of `PUT …/workspaces/{workspace}/computes/{name}`. */
export interface ComputeBody {
  readonly location: string;
  readonly properties: ClusterProperties | InstanceProperties;
}

/**
 * The compute as ARM takes it. SSH is off, public port and local accounts both. In a subnet the public IP is always
 * said, since a body that is silent about it gets one (sdk-for-python issue 24144); in a managed network nobody
 * chooses it, so nothing is said. The subnet is named by its full id: a name alone would be looked for in the
 * workspace's resource group (azure-docs issue 111173).
 */
export function computeBody(plan: ComputePlan): ComputeBody {
  const { location } = plan;
  return {
    location,
    properties: plan.kind === 'cluster' ? clusterProperties(plan) : instanceProperties(plan),
  };
}

function clusterProperties(plan: ComputePlan): ClusterProperties {
  return {
    computeType: 'AmlCompute',
    computeLocation: plan.location,
    disableLocalAuth: true,
    properties: {
      vmSize: plan.vmSize,
      vmPriority: plan.nodes.priority,
      osType: 'Linux',
      ...publicIpOf(plan),
      remoteLoginPortPublicAccess: 'Disabled',
      ...subnetOf(plan),
      scaleSettings: {
        minNodeCount: plan.nodes.min,
        maxNodeCount: plan.nodes.max,
        nodeIdleTimeBeforeScaleDown: `PT${plan.nodes.idleMinutes}M`,
      },
    },
  };
}

function instanceProperties(plan: ComputePlan): InstanceProperties {
  return {
    computeType: 'ComputeInstance',
    computeLocation: plan.location,
    disableLocalAuth: true,
    properties: {
      vmSize: plan.vmSize,
      ...publicIpOf(plan),
      applicationSharingPolicy: 'Personal',
      computeInstanceAuthorizationType: 'personal',
      sshSettings: { sshPublicAccess: 'Disabled' },
      ...subnetOf(plan),
    },
  };
}

function publicIpOf({ subnetId, publicIp }: ComputePlan): { enableNodePublicIp?: boolean } {
  return subnetId === null ? {} : { enableNodePublicIp: publicIp };
}

function subnetOf(plan: ComputePlan): { subnet?: SubnetReference } {
  return plan.subnetId === null ? {} : { subnet: { id: plan.subnetId } };
}
