import type {
  DatabricksTarget,
  HdInsightTarget,
  VirtualMachineTarget,
} from '../../../src/core/attach-target';
import { known } from '../../../src/core/known';
import { subnetIdOf, modelSubscription, type PlanSpec } from './model-builder';

/** Valid targets to attach, in `snet-training`, unless a test sets other values. */
const group = `${modelSubscription}/resourceGroups/rg-attached/providers`;

export const machineId = `${group}/Microsoft.Compute/virtualMachines/vm-train`;

export function buildMachine(overrides: Partial<VirtualMachineTarget> = {}): VirtualMachineTarget {
  return {
    kind: 'virtual-machine',
    id: machineId,
    name: 'vm-train',
    resourceGroup: 'rg-attached',
    location: known('westeurope'),
    subnets: known([subnetIdOf('snet-training')]),
    os: known('Linux'),
    image: known('microsoft-dsvm ubuntu-2204 2204-gen2'),
    nicGroup: known(null),
    privateAddress: known('10.40.4.4'),
    publicAddress: known('20.61.0.10'),
    ...overrides,
  };
}

const clusterId = `${group}/Microsoft.HDInsight/clusters/hdi-fraud`;

export function buildHdInsight(overrides: Partial<HdInsightTarget> = {}): HdInsightTarget {
  return {
    kind: 'hdinsight',
    id: clusterId,
    name: 'hdi-fraud',
    resourceGroup: 'rg-attached',
    location: known('westeurope'),
    subnets: known([subnetIdOf('snet-training')]),
    clusterType: known('Spark'),
    sshAddress: known('hdi-fraud-ssh.azurehdinsight.net'),
    outboundOnly: known(false),
    ...overrides,
  };
}

export const databricksId = `${group}/Microsoft.Databricks/workspaces/dbw-fraud`;

/** Its host subnet is `snet-training`, and the container subnet `snet-container`. */
export function buildDatabricks(overrides: Partial<DatabricksTarget> = {}): DatabricksTarget {
  return {
    kind: 'databricks',
    id: databricksId,
    name: 'dbw-fraud',
    resourceGroup: 'rg-attached',
    location: known('westeurope'),
    subnets: known([subnetIdOf('snet-training'), subnetIdOf('snet-container')]),
    url: known('adb-1234567890123456.7.azuredatabricks.net'),
    noPublicIp: known(true),
    requiredRules: known('AllRules'),
    ...overrides,
  };
}

/** Plans that attach one of them. Nodes and public IP don't matter there. */
export function machinePlan(overrides: Partial<VirtualMachineTarget> = {}): PlanSpec {
  return { kind: known('virtual-machine'), target: buildMachine(overrides), name: 'vm-train' };
}

export function hdInsightPlan(overrides: Partial<HdInsightTarget> = {}): PlanSpec {
  return { kind: known('hdinsight'), target: buildHdInsight(overrides), name: 'hdi-fraud' };
}

export function databricksPlan(overrides: Partial<DatabricksTarget> = {}): PlanSpec {
  return { kind: known('databricks'), target: buildDatabricks(overrides), name: 'dbx-fraud' };
}
