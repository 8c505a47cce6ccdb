import type { PlanSay } from '../../say';
import { hclCode, type WrittenBlock } from '../terraform/hcl-text';
import { machineImage } from './new-target';

/**
 * Returns the virtual machine for `azurerm`, with the arguments of version 5.2 (registry.terraform.io, read
 * 2026-11-30).
 */
export function machineBlocks(say: PlanSay): readonly WrittenBlock[] {
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
