import type { PlanSay } from '../../say';
import type { CodeFile } from '../code-context';
import { commentLines } from '../comment-lines';
import { usedParameters, type Candidate } from '../parameters';
import { subscriptionKey } from '../scopes';
import { hclArguments, hclCode, hclObject, hclText, type WrittenBlock } from '../terraform/hcl-text';
import { snakeCase } from '../terraform/terraform-scope';
import { terraformEnvironment, terraformProviders } from '../terraform/write-terraform';
import { templateObject, templateParameter } from '../template';
import { machineCandidates } from './machine-template';
import { machineImage, type NewMachine } from './machine';

interface Words {
  readonly heading: readonly string[];
  readonly fileName: string;
  readonly say: PlanSay;
}

/** The virtual machine with `azurerm`: its arguments are those of 5.2 (registry.terraform.io, read 2026-11-30). */
export function machineTerraform(
  machine: NewMachine,
  { heading, fileName, say }: Words,
): readonly CodeFile[] {
  const isElsewhere = subscriptionKey(machine.subnetId) !== subscriptionKey(machine.workspaceId);
  const variables = variablesOf(machine, isElsewhere, say);
  const main = [
    commentLines([...heading, say('machine.terraformKey')], '#').join('\n'),
    hclText([
      ...variables.map(({ name, description }) => ({
        head: `variable "${name}"`,
        values: { description, type: hclCode('string') },
      })),
      ...machineBlocks(isElsewhere, say),
    ]),
  ];
  const values = Object.fromEntries(
    variables.flatMap(({ name, value }) => (name === 'ssh_public_key' ? [] : [[name, value]])),
  );
  const comment = commentLines([say('write.terraform.values')], '#').join('\n');
  return [
    { name: `${fileName}.tf`, text: `${main.join('\n\n')}\n` },
    { name: `${fileName}.auto.tfvars`, text: `${comment}\n\n${hclArguments(values)}\n` },
    { name: `${fileName}.providers.tf`, text: providersText(machine, isElsewhere) },
  ];
}

function variablesOf(machine: NewMachine, isElsewhere: boolean, say: PlanSay) {
  const { workspaceId } = machine;
  const group = /\/resourceGroups\/([^/]+)/i.exec(workspaceId)?.[1] ?? '';
  const place: readonly Candidate[] = [
    { name: 'subscriptionId', value: subscriptionKey(workspaceId) },
    { name: 'resourceGroupName', value: group },
  ];
  const all = [...place, ...machineCandidates(machine)].filter(
    ({ name }) => isElsewhere || name !== 'virtualNetworkSubscription',
  );
  // Each of them is used.
  const properties = templateObject(
    Object.fromEntries(all.map(({ name }) => [name, templateParameter(name)])),
  );
  const used = { comment: [], symbol: '', type: '', apiVersion: '', parent: null, name: '', dependsOn: [] };
  const resource = { ...used, location: null, tags: null, identity: null, properties };
  return usedParameters(all, { existing: [], modules: [], resources: [resource] }, say).map((one) => ({
    name: snakeCase(one.name),
    description: one.description,
    value: String(one.value),
  }));
}

function machineBlocks(isElsewhere: boolean, say: PlanSay): readonly WrittenBlock[] {
  const own = {
    location: hclCode('var.location'),
    resource_group_name: hclCode('var.resource_group_name'),
  };
  return [
    {
      head: 'data "azurerm_subnet" "subnet"',
      values: {
        ...(isElsewhere ? { provider: hclCode('azurerm.virtual_network') } : {}),
        name: hclCode('var.subnet_name'),
        virtual_network_name: hclCode('var.virtual_network_name'),
        resource_group_name: hclCode('var.virtual_network_resource_group'),
      },
    },
    {
      head: 'resource "azurerm_network_interface" "machine"',
      comment: [say('machine.comment.interface')],
      values: { name: hclCode('"${var.machine_name}-nic"'), ...own },
      blocks: [
        {
          head: 'ip_configuration',
          values: {
            name: 'ipconfig',
            subnet_id: hclCode('data.azurerm_subnet.subnet.id'),
            private_ip_address_allocation: 'Dynamic',
          },
        },
      ],
    },
    machineBlock(own, say),
    {
      head: 'output "machine_id"',
      values: {
        description: say('machine.output'),
        value: hclCode('azurerm_linux_virtual_machine.machine.id'),
      },
    },
  ];
}

function machineBlock(own: WrittenBlock['values'], say: PlanSay): WrittenBlock {
  return {
    head: 'resource "azurerm_linux_virtual_machine" "machine"',
    comment: [say('machine.comment.machine')],
    values: {
      name: hclCode('var.machine_name'),
      ...own,
      size: hclCode('var.vm_size'),
      admin_username: hclCode('var.admin_user_name'),
      disable_password_authentication: true,
      network_interface_ids: [hclCode('azurerm_network_interface.machine.id')],
      secure_boot_enabled: true,
      vtpm_enabled: true,
    },
    blocks: [
      {
        head: 'admin_ssh_key',
        values: { username: hclCode('var.admin_user_name'), public_key: hclCode('var.ssh_public_key') },
      },
      { head: 'os_disk', values: { caching: 'ReadWrite', storage_account_type: 'Premium_LRS' } },
      { head: 'source_image_reference', values: machineImage },
      { head: 'identity', values: { type: 'SystemAssigned' } },
    ],
  };
}

function providersText(machine: NewMachine, isElsewhere: boolean): string {
  const environment = terraformEnvironment(machine);
  const provider = (variable: string, alias?: string): WrittenBlock => ({
    head: 'provider "azurerm"',
    values: {
      ...(alias === undefined ? {} : { alias }),
      ...environment,
      subscription_id: hclCode(`var.${variable}`),
    },
    blocks: [{ head: 'features', values: {} }],
  });
  const blocks: readonly WrittenBlock[] = [
    {
      head: 'terraform',
      values: { required_version: '>= 1.5' },
      blocks: [{ head: 'required_providers', values: { azurerm: hclObject(terraformProviders.azurerm) } }],
    },
    provider('subscription_id'),
    ...(isElsewhere ? [provider('virtual_network_subscription', 'virtual_network')] : []),
  ];
  return `${hclText(blocks)}\n`;
}
