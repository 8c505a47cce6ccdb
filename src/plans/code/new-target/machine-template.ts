import type { PlanSay } from '../../say';
import { templateObject, templateParameter, type TemplateResource } from '../template';
import { networkCodeApiVersion } from '../writing';
import { machineImage, typeOfNewTarget, type NewMachine } from './new-target';
import { newTargetCandidates, type NewTargetParts } from './target-template';

/** Returns a virtual machine with its network interface. */
export function machineParts(machine: NewMachine, say: PlanSay): NewTargetParts {
  return {
    existing: [],
    resources: [networkInterface(say), virtualMachine(say)],
    candidates: newTargetCandidates(machine, 'machineName', { minLength: 1, maxLength: 64 }),
    output: { name: 'machineId', description: say('newTarget.output.machine'), idOf: 'machine' },
  };
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
    comment: [say('newTarget.comment.interface')],
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
    comment: [say('newTarget.comment.machine')],
    symbol: 'machine',
    ...typeOfNewTarget('machine'),
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
