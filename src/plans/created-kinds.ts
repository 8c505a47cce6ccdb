import type { ComputeKind } from '../core/compute-kinds';
import { durationText } from '../core/duration';
import { reason, type Reason } from '../core/reason';
import type { ComputePlan } from './compute-plan';
import { powerSchedules, type PowerSchedule } from './instance-schedule';
import { setupScriptsBody, type SetupScriptsBody } from './setup-script';
import { instanceUser } from './ssh-user';

interface SubnetReference {
  readonly id: string;
}

type PublicAccess = 'Enabled' | 'Disabled';

/** ARM's form of a cluster's `properties`. */
interface ClusterProperties {
  readonly computeType: 'AmlCompute';
  readonly computeLocation: string;
  readonly disableLocalAuth: boolean;
  readonly properties: {
    readonly vmSize: string;
    readonly vmPriority: 'Dedicated' | 'LowPriority';
    readonly osType: 'Linux';
    readonly enableNodePublicIp?: boolean;
    readonly remoteLoginPortPublicAccess: PublicAccess;
    readonly userAccountCredentials?: {
      readonly adminUserName: string;
      readonly adminUserSshPublicKey: string;
    };
    readonly subnet?: SubnetReference;
    readonly scaleSettings: {
      readonly minNodeCount: number;
      readonly maxNodeCount: number;
      /** ISO 8601 duration. */
      readonly nodeIdleTimeBeforeScaleDown: string;
    };
  };
}

/** ARM's form of an instance's `properties`. */
interface InstanceProperties {
  readonly computeType: 'ComputeInstance';
  readonly computeLocation: string;
  readonly disableLocalAuth: boolean;
  readonly properties: {
    readonly vmSize: string;
    readonly enableNodePublicIp?: boolean;
    readonly applicationSharingPolicy: 'Personal';
    readonly computeInstanceAuthorizationType: 'personal';
    readonly personalComputeInstanceSettings?: {
      readonly assignedUser: { readonly objectId: string; readonly tenantId: string };
    };
    readonly sshSettings: { readonly sshPublicAccess: PublicAccess; readonly adminPublicKey?: string };
    /** ISO 8601 duration. */
    readonly idleTimeBeforeShutdown?: string;
    readonly schedules?: { readonly computeStartStop: readonly PowerSchedule[] };
    readonly setupScripts?: SetupScriptsBody;
    readonly subnet?: SubnetReference;
  };
}

export type CreatedProperties = ClusterProperties | InstanceProperties;

/** How a kind that Azure ML creates is written, and described in a plan's summary. */
interface CreatedKind {
  readonly properties: (plan: ComputePlan) => CreatedProperties;
  /** Returns the administrator for SSH, if SSH is on. */
  readonly sshUser: (ssh: NonNullable<ComputePlan['ssh']>) => string;
  readonly machines: (plan: ComputePlan) => Reason;
  readonly idle: (plan: ComputePlan) => Reason;
}

export const createdKinds: Readonly<Record<ComputeKind, CreatedKind>> = {
  cluster: {
    properties: clusterProperties,
    sshUser: ({ adminUser }) => adminUser,
    machines: ({ nodes, vmSize }) => {
      const range = nodes.min === nodes.max ? 'fixed' : 'range';
      const priority = nodes.priority === 'Dedicated' ? 'Dedicated' : 'Low';
      return reason(`plan.machines.${range}${priority}`, { min: nodes.min, max: nodes.max, size: vmSize });
    },
    idle: ({ nodes }) => reason('plan.idle.cluster', { n: nodes.idleMinutes }),
  },
  instance: {
    properties: instanceProperties,
    sshUser: () => instanceUser,
    machines: ({ vmSize }) => reason('plan.machines.one', { size: vmSize }),
    idle: ({ idleShutdownMinutes: n }) =>
      n === null ? reason('plan.idle.instance') : reason('plan.idle.shutdown', { n }),
  },
};

/** Checks whether the SSH port is open to the internet. It isn't without a public IP. */
export function isSshPublic({ ssh, publicIp, subnetId }: ComputePlan): boolean {
  return ssh !== null && ssh.publicPort && publicIp && subnetId !== null;
}

function clusterProperties(plan: ComputePlan): ClusterProperties {
  const { ssh } = plan;
  return {
    computeType: 'AmlCompute',
    computeLocation: plan.location,
    disableLocalAuth: ssh === null,
    properties: {
      vmSize: plan.vmSize,
      vmPriority: plan.nodes.priority,
      osType: 'Linux',
      ...publicIpOf(plan),
      remoteLoginPortPublicAccess: publicPort(plan),
      ...(ssh === null
        ? {}
        : {
            userAccountCredentials: { adminUserName: ssh.adminUser, adminUserSshPublicKey: ssh.publicKey },
          }),
      ...subnetOf(plan),
      scaleSettings: {
        minNodeCount: plan.nodes.min,
        maxNodeCount: plan.nodes.max,
        nodeIdleTimeBeforeScaleDown: durationText(plan.nodes.idleMinutes),
      },
    },
  };
}

function instanceProperties(plan: ComputePlan): InstanceProperties {
  const { ssh, assignedTo, idleShutdownMinutes, schedule, setupScript } = plan;
  return {
    computeType: 'ComputeInstance',
    computeLocation: plan.location,
    disableLocalAuth: ssh === null,
    properties: {
      vmSize: plan.vmSize,
      ...publicIpOf(plan),
      applicationSharingPolicy: 'Personal',
      computeInstanceAuthorizationType: 'personal',
      ...(assignedTo === null ? {} : { personalComputeInstanceSettings: { assignedUser: assignedTo } }),
      sshSettings: {
        sshPublicAccess: publicPort(plan),
        ...(ssh === null ? {} : { adminPublicKey: ssh.publicKey }),
      },
      ...(idleShutdownMinutes === null ? {} : { idleTimeBeforeShutdown: durationText(idleShutdownMinutes) }),
      ...(schedule === null ? {} : { schedules: { computeStartStop: powerSchedules(schedule) } }),
      ...(setupScript === null ? {} : { setupScripts: setupScriptsBody(setupScript) }),
      ...subnetOf(plan),
    },
  };
}

function publicPort(plan: ComputePlan): PublicAccess {
  return isSshPublic(plan) ? 'Enabled' : 'Disabled';
}

function publicIpOf({ subnetId, publicIp }: ComputePlan): { enableNodePublicIp?: boolean } {
  return subnetId === null ? {} : { enableNodePublicIp: publicIp };
}

function subnetOf(plan: ComputePlan): { subnet?: SubnetReference } {
  return plan.subnetId === null ? {} : { subnet: { id: plan.subnetId } };
}
