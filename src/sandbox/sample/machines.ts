import type { World } from '../settings';
import { guidOf } from '../store';
import { networkId, subnetId, targetId, westEurope } from './names';
import { allowIn, placeSecurityGroup } from './place';
import { placeNetworkCard } from './place-network-card';

const group = 'rg-network-dev';
const subnet = subnetId(group, 'vnet-ml-dev-weu', 'snet-dev-machines');

const ubuntu = { os: 'Linux', image: ['Canonical', 'ubuntu-24_04-lts', 'server'] } as const;
const windows = {
  os: 'Windows',
  image: ['MicrosoftWindowsServer', 'WindowsServer', '2022-datacenter'],
} as const;

interface SampleMachine {
  readonly name: string;
  readonly system: typeof ubuntu | typeof windows;
  readonly size: string;
  readonly cardGroup: string | null;
  readonly hasPublicAddress: boolean;
}

/**
 * Machines beside the training subnets: one that Azure ML reaches by SSH, one whose own card lets in the bank's
 * networks alone, and one with Windows that nobody reaches from outside.
 */
export function placeMachines(world: World): void {
  placeSecurityGroup(world, { group, name: 'nsg-vm-dsvm-risk' }, [
    allowIn(100, 'Allow-AzureML-SSH', ['Tcp', '22', 'AzureMachineLearning']),
  ]);
  placeSecurityGroup(world, { group, name: 'nsg-vm-dsvm-churn' }, [
    allowIn(100, 'Allow-Bank-SSH', ['Tcp', '22', '10.0.0.0/8']),
  ]);
  const open = { system: ubuntu, size: 'Standard_D4s_v5', hasPublicAddress: true };
  placeMachine(world, { ...open, name: 'vm-dsvm-risk', cardGroup: 'nsg-vm-dsvm-risk' });
  placeMachine(world, { ...open, name: 'vm-dsvm-churn', cardGroup: 'nsg-vm-dsvm-churn' });
  placeMachine(world, {
    name: 'vm-reports-win',
    system: windows,
    size: 'Standard_D2s_v5',
    cardGroup: null,
    hasPublicAddress: false,
  });
}

function placeMachine(world: World, machine: SampleMachine): void {
  const id = targetId(group, 'Microsoft.Compute/virtualMachines', machine.name);
  const cardId = placeCard(world, machine);
  const [publisher, offer, sku] = machine.system.image;
  world.store.put({
    id,
    location: westEurope.name,
    top: { tags: {} },
    properties: {
      vmId: guidOf(id),
      hardwareProfile: { vmSize: machine.size },
      storageProfile: {
        imageReference: { publisher, offer, sku, version: 'latest' },
        osDisk: {
          osType: machine.system.os,
          name: `${machine.name}_OsDisk_1`,
          createOption: 'FromImage',
          caching: 'ReadWrite',
          deleteOption: 'Detach',
        },
        dataDisks: [],
      },
      osProfile: {
        computerName: machine.name,
        adminUsername: 'azureuser',
        secrets: [],
        allowExtensionOperations: true,
      },
      networkProfile: { networkInterfaces: [{ id: cardId, properties: { primary: true } }] },
      timeCreated: '2025-01-20T10:11:12.2113456+00:00',
    },
  });
}

/** The card with its private address, and the public one where it has one. */
function placeCard(world: World, { name, cardGroup, hasPublicAddress }: SampleMachine): string {
  return placeNetworkCard(world, {
    id: networkId(group, 'networkInterfaces', `nic-${name}`),
    subnet,
    publicAddress: hasPublicAddress ? placeAddress(world, name) : null,
    group: cardGroup === null ? null : networkId(group, 'networkSecurityGroups', cardGroup),
  });
}

function placeAddress(world: World, machine: string): string {
  const id = networkId(group, 'publicIPAddresses', `pip-${machine}`);
  world.store.put({
    id,
    location: westEurope.name,
    top: { sku: { name: 'Standard', tier: 'Regional' } },
    properties: {
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: 'Static',
      idleTimeoutInMinutes: 4,
    },
  });
  return id;
}
