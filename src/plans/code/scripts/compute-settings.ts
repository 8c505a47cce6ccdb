import { plannedKinds } from '../../../core/compute-kinds';
import type { AttachPlan, ComputePlan } from '../../compute-plan';
import { isSshPublic } from '../../created-kinds';
import { powerSchedules } from '../../instance-schedule';
import { tagRecord } from '../../compute-body';

/** A value with the names of CLI v2 and SDK v2, which are the same. */
export type CliSetting = string | number | boolean | readonly CliSetting[] | SettingGroup;

export interface SettingGroup {
  readonly [name: string]: CliSetting;
}

/** Seconds in a minute. */
const minute = 60;

/**
 * Returns the compute resource with the keys of CLI files, in their order (reference-yaml-compute-*, read on
 * 2026-11-25).
 */
export function computeSettings(plan: ComputePlan): SettingGroup {
  const { name, location, tags } = plan;
  const { computeType, scales, followsNetwork } = plannedKinds[plan.kind];
  return {
    name,
    type: computeType.toLowerCase(),
    // Other types are in the region of the workspace.
    ...(followsNetwork ? { location } : {}),
    size: plan.vmSize,
    ...(scales ? clusterSettings(plan) : instanceSettings(plan)),
    ...networkSettings(plan),
    ...sshSettings(plan),
    ...identitySettings(plan),
    ...(tags.length === 0 ? {} : { tags: tagRecord(tags) }),
  };
}

function clusterSettings({ nodes }: ComputePlan): SettingGroup {
  return {
    tier: nodes.priority === 'LowPriority' ? 'low_priority' : 'dedicated',
    min_instances: nodes.min,
    max_instances: nodes.max,
    idle_time_before_scale_down: nodes.idleMinutes * minute,
  };
}

function instanceSettings(plan: ComputePlan): SettingGroup {
  const { assignedTo, idleShutdownMinutes, schedule, setupScript } = plan;
  return {
    ...(assignedTo === null
      ? {}
      : {
          create_on_behalf_of: {
            user_tenant_id: assignedTo.tenantId,
            user_object_id: assignedTo.objectId,
          },
        }),
    ...(idleShutdownMinutes === null ? {} : { idle_time_before_shutdown_minutes: idleShutdownMinutes }),
    ...(schedule === null
      ? {}
      : {
          schedules: {
            compute_start_stop: powerSchedules(schedule).map(({ action, cron }) => ({
              action: action.toLowerCase(),
              state: 'enabled',
              trigger: { type: 'cron', expression: cron.expression, time_zone: cron.timeZone },
            })),
          },
        }),
    ...(setupScript === null
      ? {}
      : {
          setup_scripts: {
            [`${setupScript.runs}_script`]: {
              path: setupScript.path,
              ...(setupScript.arguments === '' ? {} : { command: setupScript.arguments }),
            },
          },
        }),
  };
}

/**
 * Returns the network settings with the full subnet ID. A name alone would be looked up in the resource group of the
 * workspace.
 */
function networkSettings({ subnetId, publicIp }: ComputePlan): SettingGroup {
  return subnetId === null ? {} : { network_settings: { subnet: subnetId }, enable_node_public_ip: publicIp };
}

function sshSettings(plan: ComputePlan): SettingGroup {
  const { ssh, kind } = plan;
  return {
    ssh_public_access_enabled: isSshPublic(plan),
    ...(ssh === null
      ? {}
      : {
          ssh_settings: {
            ...(plannedKinds[kind].scales ? { admin_username: ssh.adminUser } : {}),
            ssh_key_value: ssh.publicKey,
          },
        }),
  };
}

function identitySettings({ identity }: ComputePlan): SettingGroup {
  switch (identity.is) {
    case 'none':
      return {};
    case 'system':
      return { identity: { type: 'system_assigned' } };
    case 'user':
      return {
        identity: { type: 'user_assigned', user_assigned_identities: [{ resource_id: identity.id }] },
      };
  }
}

/** Returns a virtual machine to attach, without its secret. */
export function machineSettings({ name, targetId, access }: AttachPlan): SettingGroup {
  return {
    name,
    type: 'virtualmachine',
    resource_id: targetId,
    ...(access.is === 'ssh' ? { ssh_settings: { admin_username: access.user, ssh_port: access.port } } : {}),
  };
}

/** True for a list of settings. */
export function isSettingList(value: CliSetting): value is readonly CliSetting[] {
  return Array.isArray(value);
}
