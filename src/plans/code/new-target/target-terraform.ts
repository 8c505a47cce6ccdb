import type { PlanSay } from '../../say';
import type { CodeFile } from '../code-context';
import { hclCode, type WrittenBlock } from '../terraform/hcl-text';
import { azapiBlock } from '../terraform/terraform-compute';
import { dataBlocks } from '../terraform/terraform-resources';
import { idOf, snakeCase, terraformScope } from '../terraform/terraform-scope';
import { placeParameters, writtenTerraform } from '../terraform/write-terraform';
import type { DeploymentTemplate } from '../template';
import { type NewTarget, machineImage } from './new-target';

/**
 * Parameters that contain public keys. They're supplied when Terraform runs, because azurerm doesn't accept them from
 * an ephemeral variable.
 */
const publicKeys: ReadonlySet<string> = new Set(['sshPublicKey']);

/**
 * Returns the resource as Terraform: a virtual machine with azurerm, a Spark cluster with azapi.
 * `azurerm_hdinsight_spark_cluster` stores the password in the state (`gateway.password` of 5.2 isn't write-only).
 */
export function newTargetTerraform(
  target: NewTarget,
  {
    template,
    fileName,
    say,
  }: { readonly template: DeploymentTemplate; readonly fileName: string; readonly say: PlanSay },
): readonly CodeFile[] {
  const isMachine = target.is === 'machine';
  const scope = terraformScope(template);
  const secrets = new Set(
    template.parameters.flatMap((one) =>
      one.environment === null || publicKeys.has(one.name) ? [] : [one.name],
    ),
  );
  const around = { scope, subnet: null, secrets, ofInstance: '' };
  const resources = isMachine
    ? machineBlocks(say)
    : template.resources.map((one) =>
        azapiBlock(
          one,
          around,
          hclCode('"/subscriptions/${var.subscription_id}/resourceGroups/${var.resource_group_name}"'),
        ),
      );
  const outputs = template.outputs.map(({ name, description, idOf: symbol }) => ({
    head: `output "${snakeCase(name)}"`,
    values: {
      description,
      value: isMachine ? hclCode('azurerm_linux_virtual_machine.machine.id') : idOf(symbol, scope),
    },
  }));
  return writtenTerraform(
    {
      fileName,
      heading: template.heading,
      variables: [...placeParameters(target, say), ...template.parameters],
      blocks: [...dataBlocks(scope), ...resources, ...outputs],
      scope,
      plain: publicKeys,
    },
    target,
    say,
  );
}

/**
 * Returns the virtual machine for `azurerm`, with the arguments of version 5.2 (registry.terraform.io, read
 * 2026-11-30).
 */
function machineBlocks(say: PlanSay): readonly WrittenBlock[] {
  const own = {
    location: hclCode('var.location'),
    resource_group_name: hclCode('var.resource_group_name'),
  };
  return [
    {
      head: 'resource "azurerm_network_interface" "machine"',
      comment: [say('newTarget.comment.interface')],
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
  ];
}

function machineBlock(own: WrittenBlock['values'], say: PlanSay): WrittenBlock {
  return {
    head: 'resource "azurerm_linux_virtual_machine" "machine"',
    comment: [say('newTarget.comment.machine')],
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
