import { plannedKinds } from '../../../core/compute-kinds';
import { requiredSecret, type AttachPlan, type ComputePlan } from '../../compute-plan';
import { isSettingList, computeSettings, type CliSetting, type SettingGroup } from './compute-settings';
import { pythonCall, pythonCode, pythonDict, type PythonValue } from './python-text';

/** The class of each group of settings in SDK v2 (azure.ai.ml.entities, read on 2026-11-25). */
const classes: Readonly<Record<string, string>> = {
  network_settings: 'NetworkSettings',
  identity: 'IdentityConfiguration',
  create_on_behalf_of: 'AssignedUserConfiguration',
  schedules: 'ComputeSchedules',
  setup_scripts: 'SetupScripts',
  creation_script: 'ScriptReference',
  startup_script: 'ScriptReference',
  compute_start_stop: 'ComputeStartStopSchedule',
  trigger: 'CronTrigger',
  user_assigned_identities: 'ManagedIdentityConfiguration',
};

/** Returns the compute resource as an object of SDK v2. Its arguments are the keys of CLI files. */
export function pythonCompute(plan: ComputePlan): PythonValue {
  const { computeType } = plannedKinds[plan.kind];
  return toCall(computeType, computeSettings(plan), {
    ...classes,
    ssh_settings: `${computeType}SshSettings`,
  });
}

function toCall(name: string, group: SettingGroup, all: Readonly<Record<string, string>>): PythonValue {
  const values = Object.entries(group)
    // The class implies the type.
    .filter(([key]) => key !== 'type' || name === 'IdentityConfiguration')
    .map(([key, value]) => [key, argument(key, value, all)] as const);
  return pythonCall(name, Object.fromEntries(values));
}

function argument(key: string, value: CliSetting, all: Readonly<Record<string, string>>): PythonValue {
  if (typeof value !== 'object') return value;
  if (isSettingList(value)) return value.map((one) => argument(key, one, all));
  const name = all[key];
  return name === undefined
    ? pythonDict(value as Readonly<Record<string, string>>)
    : toCall(name, value, all);
}

/** Returns a virtual machine for SDK v2, with the variable that contains the secret. */
export function pythonMachine(plan: AttachPlan): PythonValue {
  const { name, targetId, access } = plan;
  const secret =
    requiredSecret(plan) === 'key'
      ? { ssh_private_key_file: pythonCode('secret') }
      : { admin_password: pythonCode('secret') };
  const ssh =
    access.is === 'ssh'
      ? {
          ssh_settings: pythonCall('VirtualMachineSshSettings', {
            admin_username: access.user,
            ssh_port: access.port,
            ...secret,
          }),
        }
      : {};
  return pythonCall('VirtualMachineCompute', { name, resource_id: targetId, ...ssh });
}

/** Returns the class of SDK v1, with the configuration of the attached resource. */
export function configurationV1(plan: AttachPlan): { readonly name: string; readonly value: PythonValue } {
  const { targetId, access } = plan;
  if (access.is === 'token') {
    const name = 'DatabricksCompute';
    const values = { resource_id: targetId, access_token: pythonCode('secret') };
    return { name, value: pythonCall(`${name}.attach_configuration`, values) };
  }
  const name = 'HDInsightCompute';
  const secret = requiredSecret(plan) === 'key' ? 'private_key_file' : 'password';
  return {
    name,
    value: pythonCall(`${name}.attach_configuration`, {
      resource_id: targetId,
      ssh_port: access.port,
      username: access.user,
      [secret]: pythonCode('secret'),
    }),
  };
}
