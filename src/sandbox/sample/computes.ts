import { textAt, type JsonObject } from '../json';
import { showNetworkItem } from '../network/show-network';
import type { World } from '../settings';
import { prefixesOf } from '../nodes/node-network';
import { anna, networkId, research, subnetId, targetId, westEurope, workspaceId } from './names';

const trainGpu = subnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
const created = '2026-02-03T08:15:30.0000000Z';

/** Two clusters at rest and an instance at work. The default name `cpu-cluster` is taken in mlw-fraud-prod. */
export function placeComputes(world: World): void {
  const fraud = workspaceId('rg-ml-prod', 'mlw-fraud-prod');
  placeCompute(world, {
    id: `${fraud}/computes/cpu-train`,
    kind: 'AmlCompute',
    properties: cluster('Standard_D4s_v5', 12, trainGpu),
  });
  placeCompute(world, {
    id: `${fraud}/computes/cpu-cluster`,
    kind: 'AmlCompute',
    properties: cluster('STANDARD_D2_V2', 4, null),
  });
  placeCompute(world, {
    id: `${fraud}/computes/ci-anna`,
    kind: 'ComputeInstance',
    properties: instance(world, `${fraud}/computes/ci-anna`),
  });
  const risk = workspaceId('rg-ml-risk', 'mlw-risk-prod');
  placeCompute(world, {
    id: `${risk}/computes/cpu-risk`,
    kind: 'AmlCompute',
    properties: cluster('STANDARD_DS3_V2', 6, null),
  });
  placeAttached(world);
}

/** A machine and a Databricks workspace that the development workspace uses. */
function placeAttached(world: World): void {
  const development = workspaceId('rg-ml-dev', 'mlw-risk-dev');
  const machine = world.store.get(networkId('rg-network-dev', 'publicIPAddresses', 'pip-vm-dsvm-risk'));
  placeCompute(world, {
    id: `${development}/computes/dsvm-risk`,
    kind: 'VirtualMachine',
    resourceId: targetId('rg-network-dev', 'Microsoft.Compute/virtualMachines', 'vm-dsvm-risk'),
    properties: {
      address: machine ? (textAt(showNetworkItem(world, machine), 'properties', 'ipAddress') ?? '') : '',
      sshPort: 22,
      administratorAccount: { username: 'azureuser' },
      virtualMachineSize: 'Standard_D4s_v5',
    },
  });
  const databricks = targetId('rg-databricks', 'Microsoft.Databricks/workspaces', 'adb-features-weu');
  placeCompute(world, {
    id: `${development}/computes/adb-features`,
    kind: 'Databricks',
    resourceId: databricks,
    properties: { workspaceUrl: textAt(world.store.get(databricks)?.properties, 'workspaceUrl') ?? '' },
  });
}

interface SampleCompute {
  readonly id: string;
  readonly kind: string;
  /** What is attached. */
  readonly resourceId?: string;
  readonly properties: JsonObject;
}

function placeCompute(world: World, compute: SampleCompute): void {
  world.store.put({
    id: compute.id,
    location: westEurope.name,
    properties: {
      computeType: compute.kind,
      computeLocation: westEurope.name,
      description: null,
      createdOn: created,
      modifiedOn: created,
      resourceId: compute.resourceId ?? null,
      isAttachedCompute: compute.resourceId !== undefined,
      disableLocalAuth: true,
      provisioningErrors: null,
      properties: compute.properties,
    },
  });
}

function cluster(vmSize: string, maxNodeCount: number, subnet: string | null): JsonObject {
  return {
    osType: 'Linux',
    vmSize,
    vmPriority: 'Dedicated',
    scaleSettings: { minNodeCount: 0, maxNodeCount, nodeIdleTimeBeforeScaleDown: 'PT120S' },
    subnet: subnet === null ? null : { id: subnet },
    remoteLoginPortPublicAccess: 'Disabled',
    enableNodePublicIp: subnet === null,
    isolatedNetwork: false,
    allocationState: 'Steady',
    allocationStateTransitionTime: created,
    errors: null,
  };
}

function instance(world: World, id: string): JsonObject {
  const subnet = world.store.get(trainGpu);
  const [held] = world.addresses.take({
    subnetId: trainGpu,
    prefixes: subnet ? prefixesOf(subnet) : [],
    count: 1,
    owner: id,
    configurationId: () => `${id}/networkInterfaces/nic/ipConfigurations/ipconfig`,
  });
  return {
    vmSize: 'Standard_D4s_v5',
    subnet: { id: trainGpu },
    state: 'Running',
    enableNodePublicIp: false,
    applicationSharingPolicy: 'Personal',
    computeInstanceAuthorizationType: 'personal',
    connectivityEndpoints: { privateIpAddress: held?.address ?? null, publicIpAddress: null },
    applications: [],
    errors: [],
    createdBy: { userName: anna.client, userId: anna.objectId, userOrgId: research.tenantId },
    lastOperation: {
      operationName: 'Start',
      operationTime: created,
      operationStatus: 'Succeeded',
      operationTrigger: 'User',
    },
  };
}
