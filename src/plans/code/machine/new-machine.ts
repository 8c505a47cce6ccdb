import { nameOf, segmentOf } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import type { AttachPlan } from '../../compute-plan';
import type { PlanSay } from '../../say';
import { safeFileName } from '../build-template';
import type { CodeContext, CodeFile } from '../code-context';
import { commentLines } from '../comment-lines';
import { attachCommand, scriptText } from '../scripts/az-script';
import { cloudOfPlan, placeOfWorkspace, scriptHeading } from '../scripts/script-parts';
import { shellWord } from '../scripts/shell-text';
import { bicepFiles } from '../write-bicep';
import { machineApiVersion, machineImage, type MachineForm, type NewMachine } from './machine';
import { machineTemplate } from './machine-template';
import { machineTerraform } from './machine-terraform';

/**
 * Code that creates a virtual machine in a subnet: without public IP address, with an SSH key, which is in no file, and
 * with a managed identity. A script attaches it afterward.
 */
export function writeNewMachine(
  form: MachineForm,
  machine: NewMachine,
  { context, say }: { readonly context: CodeContext; readonly say: PlanSay },
): readonly CodeFile[] {
  const fileName = safeFileName(machine.name);
  const heading = headingOf(machine, context, say);
  const write: Readonly<Record<MachineForm, () => readonly CodeFile[]>> = {
    bicep: () =>
      bicepFiles(
        machineTemplate(machine, [...heading, deployLine(machine, say), say('machine.replaces')], say),
        fileName,
        say,
      ),
    terraform: () => machineTerraform(machine, { heading, fileName, say }),
    az: () => [{ name: `${fileName}.sh`, text: createScript(machine, heading, say) }],
  };
  return [...write[form](), { name: `${fileName}-attach.sh`, text: attachScript(machine, context, say) }];
}

function headingOf(machine: NewMachine, context: CodeContext, say: PlanSay): readonly string[] {
  const { name, subnetId } = machine;
  const network = segmentOf(subnetId, 'virtualNetworks') ?? '';
  return [
    say('machine.heading', { name, subnet: nameOf(subnetId), network }),
    say('write.heading.written', { date: context.writtenOn }),
    say('machine.bills'),
    say('machine.noPublicIp'),
    say('machine.attach', { file: `${safeFileName(name)}-attach.sh` }),
  ];
}

function deployLine({ workspaceId }: NewMachine, say: PlanSay): string {
  return say('write.heading.deploy', { group: segmentOf(workspaceId, 'resourceGroups') ?? '' });
}

/** The ID that the virtual machine will have. */
export function machineIdOf({ workspaceId, name }: Pick<NewMachine, 'workspaceId' | 'name'>): ResourceId {
  const at = workspaceId.toLowerCase().indexOf('/providers/');
  return `${workspaceId.slice(0, at)}/providers/Microsoft.Compute/virtualMachines/${name}`;
}

function attachPlanOf(machine: NewMachine): AttachPlan {
  const { name, workspaceId, workspaceLocation, subnetId, adminUser } = machine;
  return {
    kind: 'virtual-machine',
    name,
    workspaceId,
    workspaceLocation,
    location: workspaceLocation,
    targetId: machineIdOf(machine),
    subnetId,
    otherSubnetIds: [],
    // CLI v2 reads the address of the virtual machine itself.
    access: { is: 'ssh', address: '', port: 22, user: adminUser, signIn: 'key' },
    fixes: [],
  };
}

function attachScript(machine: NewMachine, context: CodeContext, say: PlanSay): string {
  const plan = attachPlanOf(machine);
  const flags = [
    '--name "$name"',
    '--type=virtualmachine',
    `--resource-id=${shellWord(plan.targetId)}`,
    `--admin-username=${shellWord(machine.adminUser)}`,
    '--ssh-port=22',
  ];
  const heading = [...scriptHeading(plan, { context, leftOut: [], say }), say('machine.noPublicIp')];
  return scriptText(plan, { heading, commands: [attachCommand(plan, flags)], say });
}

/** An existing virtual machine isn't changed: `az vm create` would. */
function createScript(machine: NewMachine, heading: readonly string[], say: PlanSay): string {
  const plan = attachPlanOf(machine);
  const { subscription, group } = placeOfWorkspace(plan);
  const { publisher, offer, sku, version } = machineImage;
  const cloud = { public: null, usgov: 'AzureUSGovernment', china: 'AzureChinaCloud' }[cloudOfPlan(plan)];
  const command = [
    'az vm create',
    '--subscription="$subscription"',
    '--resource-group="$group"',
    '--name="$name"',
    `--location=${shellWord(machine.location)}`,
    `--size=${shellWord(machine.vmSize)}`,
    `--image=${[publisher, offer, sku, version].join(':')}`,
    `--subnet=${shellWord(machine.subnetId)}`,
    '--public-ip-address=""',
    '--nsg=""',
    `--admin-username=${shellWord(machine.adminUser)}`,
    '--authentication-type=ssh',
    '--ssh-key-values="$SSH_PUBLIC_KEY_FILE"',
    "--assign-identity='[system]'",
    '--security-type=TrustedLaunch',
    '--enable-secure-boot=true',
    '--enable-vtpm=true',
    '--storage-sku=Premium_LRS',
    '--nic-delete-option=Delete',
    '--os-disk-delete-option=Delete',
  ];
  const parts: readonly (readonly string[])[] = [
    ['#!/usr/bin/env bash', ...commentLines(heading, '#')],
    commentLines([say('machine.needsAz')], '#'),
    ['set -euo pipefail'],
    [
      `subscription=${shellWord(subscription)}`,
      `group=${shellWord(group)}`,
      `name=${shellWord(machine.name)}`,
    ],
    ...(cloud === null
      ? []
      : [commentLines([say('write.script.cloud', { command: `az cloud set --name ${cloud}` })], '#')]),
    [
      `machine="/subscriptions/$subscription/resourceGroups/$group/providers/Microsoft.Compute/virtualMachines/$name?api-version=${machineApiVersion}"`,
      'if answer=$(az rest --method get --url "$machine" --output none 2>&1); then',
      `  echo ${shellWord(say('machine.exists', { name: machine.name }))} >&2`,
      '  exit 1',
      'elif [[ "$answer" != *NotFound* ]]; then',
      '  echo "$answer" >&2',
      '  exit 1',
      'fi',
    ],
    [
      ...commentLines([say('machine.keyFile')], '#'),
      `if [ -z "\${SSH_PUBLIC_KEY_FILE:-}" ]; then read -r -p ${shellWord(`${say('machine.askKeyFile')}: `)} SSH_PUBLIC_KEY_FILE; fi`,
    ],
    command.map((word, at) => `${at === 0 ? '' : '  '}${word}${at < command.length - 1 ? ' \\' : ''}`),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
