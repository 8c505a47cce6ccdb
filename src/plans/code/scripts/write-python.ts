import { plannedKinds } from '../../../core/compute-kinds';
import { nameOf } from '../../../core/network/find';
import { matchPlan, requiredSecret, type AttachPlan, type ComputePlan, type Plan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import { safeFileName } from '../build-template';
import type { CodeContext, WrittenCode } from '../code-context';
import { commentLines } from '../comment-lines';
import { attachesInV2, cliLeftOut, cliNotes } from './cli-notes';
import { configurationV1, pythonCompute, pythonMachine } from './python-compute';
import {
  pythonClasses,
  pythonCall,
  pythonCode,
  pythonString,
  pythonText,
  type PythonValue,
} from './python-text';
import { cloudOfPlan, scriptHeading, secretPlaces, placeOfWorkspace } from './script-parts';

/**
 * Returns the plan as Python, `{name}.py`: with SDK v2, and with v1 only for resources that v2 can't attach.
 * The script uses an existing compute resource unchanged, and prints differences. Otherwise, it creates the resource
 * and waits.
 */
export function writePython(plan: Plan, context: CodeContext, say: PlanSay): WrittenCode {
  const leftOut = cliLeftOut(plan, context);
  const heading = commentLines(scriptHeading(plan, { context, leftOut, say }), '#');
  const body = matchPlan(plan, {
    create: (one) => createLines(one, say),
    attach: (one) => (attachesInV2(one) ? machineLines(one, say) : v1Lines(one, say)),
  });
  const parts = [heading, ...body].filter((lines) => lines.length > 0);
  const name = `${safeFileName(context.fileName ?? plan.name)}.py`;
  return { files: [{ name, text: `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n` }], leftOut };
}

type Part = readonly string[];

function createLines(plan: ComputePlan, say: PlanSay): readonly Part[] {
  const compute = pythonCompute(plan);
  return [
    ['# pip install "azure-ai-ml>=1.20" azure-identity'],
    [...importLines(compute, [], plan)],
    clientLines(plan),
    [...commentLines(cliNotes(plan, say), '#'), assigned('compute', compute)],
    settingsLines(comparedSettings(plan)),
    ...useOrCreate(plan, say, 'begin_create_or_update'),
  ];
}

/** Settings that are compared with an existing compute resource, as Azure returns them. */
const shared = [
  '"size": (one.size or "").lower()',
  '"subnet": (one.network_settings.subnet or "").lower() if one.network_settings else ""',
  '"enable_node_public_ip": one.enable_node_public_ip',
  '"ssh_public_access_enabled": bool(one.ssh_public_access_enabled)',
  '"identity": one.identity.type.replace("_", "").lower() if one.identity else "none"',
];
const clusterSettings = [
  ...shared,
  '"tier": (one.tier or "dedicated").replace("_", "").lower()',
  '"min_instances": one.min_instances',
  '"max_instances": one.max_instances',
  '"idle_time_before_scale_down": int(one.idle_time_before_scale_down or 0)',
];
const instanceSettings = [
  ...shared,
  '"idle_time_before_shutdown_minutes": one.idle_time_before_shutdown_minutes',
];

/** Returns the settings to compare. In a managed virtual network, Azure chooses the addresses. */
function comparedSettings({ kind, subnetId }: ComputePlan): readonly string[] {
  const all = plannedKinds[kind].scales ? clusterSettings : instanceSettings;
  return subnetId === null ? all.filter((line) => !line.startsWith('"enable_node_public_ip"')) : all;
}

function settingsLines(all: readonly string[]): Part {
  return ['', 'def settings(one):', '    return {', ...all.map((line) => `        ${line},`), '    }', ''];
}

function machineLines(plan: AttachPlan, say: PlanSay): readonly Part[] {
  const compute = pythonMachine(plan);
  return [
    ['# pip install "azure-ai-ml>=1.20" azure-identity'],
    importLines(compute, secretImports(plan), plan),
    clientLines(plan),
    ...secretLines(plan, say),
    [assigned('compute', compute)],
    settingsLines(['"resource_id": (one.resource_id or "").lower()']),
    ...useOrCreate(plan, say, 'begin_attach'),
  ];
}

function useOrCreate(plan: Plan, say: PlanSay, begin: string): readonly Part[] {
  return [
    [
      'try:',
      '    existing = ml_client.compute.get(compute.name)',
      'except ResourceNotFoundError:',
      `    poller = ml_client.compute.${begin}(compute)`,
      '    while not poller.done():',
      '        print(poller.status(), flush=True)',
      '        poller.wait(15)',
      '    created = poller.result()',
      '    print(f"{created.name}: {created.provisioning_state}")',
      'else:',
      `    print(${pythonString(say('write.python.exists', { name: plan.name }))})`,
      '    found, planned = settings(existing), settings(compute)',
      '    for setting in planned:',
      '        if found[setting] != planned[setting]:',
      `            print(${differs(say)}.format(setting, found[setting], planned[setting]))`,
    ],
  ];
}

function differs(say: PlanSay): string {
  return pythonString(say('write.python.differs', { setting: '{0}', found: '{1}', planned: '{2}' }));
}

function importLines(compute: PythonValue, more: readonly string[], plan: Plan): Part {
  const names = pythonClasses(compute);
  const inline = `from azure.ai.ml.entities import ${names.join(', ')}`;
  const entities =
    inline.length <= 88
      ? [inline]
      : ['from azure.ai.ml.entities import (', ...names.map((name) => `    ${name},`), ')'];
  const identity =
    cloudOfPlan(plan) === 'public' ? 'DefaultAzureCredential' : 'AzureAuthorityHosts, DefaultAzureCredential';
  return [
    ...(more.length > 0 ? [...more, ''] : []),
    'from azure.ai.ml import MLClient',
    ...entities,
    'from azure.core.exceptions import ResourceNotFoundError',
    `from azure.identity import ${identity}`,
  ];
}

function clientLines(plan: Plan): Part {
  const { subscription, group, name } = placeOfWorkspace(plan);
  const host = { public: null, usgov: 'AZURE_GOVERNMENT', china: 'AZURE_CHINA' }[cloudOfPlan(plan)];
  const cloud = { public: null, usgov: 'AzureUSGovernment', china: 'AzureChinaCloud' }[cloudOfPlan(plan)];
  const values = {
    credential: pythonCode(
      host === null
        ? 'DefaultAzureCredential()'
        : `DefaultAzureCredential(authority=AzureAuthorityHosts.${host})`,
    ),
    subscription_id: subscription,
    resource_group_name: group,
    workspace_name: name,
    ...(cloud === null ? {} : { cloud }),
  };
  return [assigned('ml_client', pythonCall('MLClient', values))];
}

function assigned(name: string, value: PythonValue): string {
  return `${name} = ${pythonText(value, name.length + 3)}`;
}

/** Returns lines that read the secret from the environment or the user. It's in no file. */
function secretLines(plan: AttachPlan, say: PlanSay): readonly Part[] {
  const secret = requiredSecret(plan);
  const { variable } = secretPlaces[secret];
  const prompt = pythonString(`${say(`write.script.ask.${secret}`, { target: nameOf(plan.targetId) })}: `);
  // A typed path can begin with `~`.
  const [start, end] = secret === 'key' ? ['os.path.expanduser(', ')'] : ['', ''];
  const ask = secret === 'key' ? 'input' : 'getpass.getpass';
  return [
    [
      ...commentLines([say(`write.script.secret.${secret}`, { variable })], '#'),
      `secret = ${start}os.environ.get("${variable}") or ${ask}(${prompt})${end}`,
    ],
  ];
}

function secretImports(plan: AttachPlan): readonly string[] {
  return requiredSecret(plan) === 'key' ? ['import os'] : ['import getpass', 'import os'];
}

function v1Lines(plan: AttachPlan, say: PlanSay): readonly Part[] {
  const { subscription, group, name: workspace } = placeOfWorkspace(plan);
  const { name, value } = configurationV1(plan);
  const names = { workspace: pythonCode('workspace'), name: pythonCode('name') };
  const place = {
    subscription_id: subscription,
    resource_group: group,
    workspace_name: workspace,
  };
  return [
    [...commentLines([say('write.python.v1')], '#'), '# pip install azureml-core'],
    [
      ...secretImports(plan),
      '',
      'from azureml.core import Workspace',
      `from azureml.core.compute import ComputeTarget, ${name}`,
      'from azureml.core.compute_target import ComputeTargetException',
    ],
    [assigned('workspace', pythonCall('Workspace', place)), assigned('name', plan.name)],
    [
      'try:',
      `    target = ${pythonText(pythonCall('ComputeTarget', names), 13)}`,
      'except ComputeTargetException as error:',
      '    if "ComputeTargetNotFound" not in str(error):',
      '        raise',
      '    target = None',
    ],
    [
      'if target is None:',
      ...secretLines(plan, say)
        .flat()
        .map((line) => `    ${line}`),
      ...assigned('configuration', value)
        .split('\n')
        .map((line) => `    ${line}`),
      '    target = ComputeTarget.attach(workspace, name, configuration)',
      '    target.wait_for_completion(show_output=True)',
      'else:',
      `    print(${pythonString(say('write.python.exists', { name: plan.name }))})`,
      `    planned = ${pythonString(plan.targetId)}`,
      '    if target.cluster_resource_id.lower() != planned.lower():',
      `        print(${differs(say)}.format("resource_id", target.cluster_resource_id, planned))`,
    ],
  ];
}
