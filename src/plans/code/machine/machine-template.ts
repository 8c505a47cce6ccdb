import { nameOf, segmentOf } from '../../../core/network/find';
import type { PlanSay } from '../../say';
import { usedParameters, type Candidate } from '../parameters';
import { subscriptionKey, virtualNetworkScope } from '../scopes';
import {
  templateObject,
  templateParameter,
  type DeploymentTemplate,
  type ExistingResource,
  type TemplateResource,
} from '../template';
import { networkCodeApiVersion } from '../writing';
import { machineApiVersion, machineImage, type NewMachine } from './machine';

const networkType = 'Microsoft.Network/virtualNetworks';

/** A virtual machine with its network interface as a template of the workspace's resource group. */
export function machineTemplate(
  machine: NewMachine,
  heading: readonly string[],
  say: PlanSay,
): DeploymentTemplate {
  const parts = {
    existing: existingNetwork(machine),
    modules: [],
    resources: [networkInterface(say), virtualMachine(say)],
  };
  return {
    heading,
    parameters: usedParameters(machineCandidates(machine), parts, say),
    ...parts,
    outputs: [{ name: 'machineId', description: say('machine.output'), idOf: 'machine' }],
  };
}

function existingNetwork({ subnetId, workspaceId }: NewMachine): readonly ExistingResource[] {
  const shared = { apiVersion: networkCodeApiVersion };
  return [
    {
      ...shared,
      symbol: 'virtualNetwork',
      type: networkType,
      name: templateParameter('virtualNetworkName'),
      parent: null,
      scope: virtualNetworkScope(subnetId, workspaceId),
    },
    {
      ...shared,
      symbol: 'subnet',
      type: `${networkType}/subnets`,
      name: templateParameter('subnetName'),
      parent: 'virtualNetwork',
      scope: null,
    },
  ];
}

/** What differs between environments. The public key is given at deployment, and isn't in a file. */
export function machineCandidates(machine: NewMachine): readonly Candidate[] {
  const { subnetId } = machine;
  return [
    { name: 'machineName', value: machine.name, limits: { minLength: 1, maxLength: 64 } },
    { name: 'location', value: machine.location, describedBy: 'machineLocation' },
    { name: 'vmSize', value: machine.vmSize, describedBy: 'machineSize' },
    { name: 'adminUserName', value: machine.adminUser, limits: { minLength: 1, maxLength: 64 } },
    { name: 'sshPublicKey', value: '', secure: true, environment: 'SSH_PUBLIC_KEY' },
    {
      name: 'virtualNetworkName',
      value: segmentOf(subnetId, 'virtualNetworks') ?? '',
      describedBy: 'machineNetwork',
    },
    { name: 'virtualNetworkResourceGroup', value: segmentOf(subnetId, 'resourceGroups') ?? '' },
    { name: 'virtualNetworkSubscription', value: subscriptionKey(subnetId) },
    { name: 'subnetName', value: nameOf(subnetId), describedBy: 'machineSubnet' },
  ];
}

const bare = { parent: null, tags: null, dependsOn: [], location: templateParameter('location') } as const;

function networkInterface(say: PlanSay): TemplateResource {
  const configuration = templateObject({
    name: 'ipconfig',
    properties: templateObject({
      privateIPAllocationMethod: 'Dynamic',
      subnet: templateObject({ id: { is: 'id', symbol: 'subnet' } }),
    }),
  });
  return {
    ...bare,
    comment: [say('machine.comment.interface')],
    symbol: 'networkInterface',
    type: 'Microsoft.Network/networkInterfaces',
    apiVersion: networkCodeApiVersion,
    name: { is: 'format', parts: [templateParameter('machineName'), '-nic'] },
    identity: null,
    properties: templateObject({ ipConfigurations: [configuration] }),
  };
}

function virtualMachine(say: PlanSay): TemplateResource {
  const user = templateParameter('adminUserName');
  const key = templateObject({
    path: { is: 'format', parts: ['/home/', user, '/.ssh/authorized_keys'] },
    keyData: templateParameter('sshPublicKey'),
  });
  return {
    ...bare,
    comment: [say('machine.comment.machine')],
    symbol: 'machine',
    type: 'Microsoft.Compute/virtualMachines',
    apiVersion: machineApiVersion,
    name: templateParameter('machineName'),
    identity: templateObject({ type: 'SystemAssigned' }),
    properties: templateObject({
      hardwareProfile: templateObject({ vmSize: templateParameter('vmSize') }),
      storageProfile: templateObject({
        imageReference: templateObject(machineImage),
        osDisk: templateObject({
          createOption: 'FromImage',
          deleteOption: 'Delete',
          managedDisk: templateObject({ storageAccountType: 'Premium_LRS' }),
        }),
      }),
      osProfile: templateObject({
        computerName: templateParameter('machineName'),
        adminUsername: user,
        linuxConfiguration: templateObject({
          disablePasswordAuthentication: true,
          ssh: templateObject({ publicKeys: [key] }),
        }),
      }),
      securityProfile: templateObject({
        securityType: 'TrustedLaunch',
        uefiSettings: templateObject({ secureBootEnabled: true, vTpmEnabled: true }),
      }),
      networkProfile: templateObject({
        networkInterfaces: [
          templateObject({
            id: { is: 'id', symbol: 'networkInterface' },
            properties: templateObject({ deleteOption: 'Delete' }),
          }),
        ],
      }),
    }),
  };
}
