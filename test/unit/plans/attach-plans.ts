import type { AttachPlan, AttachSecret } from '../../../src/plans/compute-plan';
import { clusterPlan, ruleFix, planSubnetId, planSubscription } from './sample-plans';

const group = `${planSubscription}/resourceGroups/rg-ml-machines/providers`;
const { workspaceId, workspaceLocation, location } = clusterPlan;
const where = {
  workspaceId,
  workspaceLocation,
  location,
  subnetId: planSubnetId,
  otherSubnetIds: [],
  fixes: [],
} as const;

export const databricksAttachPlan: AttachPlan = {
  ...where,
  kind: 'databricks',
  name: 'dbx-risk',
  targetId: `${group}/Microsoft.Databricks/workspaces/dbw-risk`,
  access: { is: 'token', workspaceUrl: 'adb-984752964297111.11.azuredatabricks.net' },
};

export const machine: AttachPlan = {
  ...where,
  kind: 'virtual-machine',
  name: 'vm-train',
  targetId: `${group}/Microsoft.Compute/virtualMachines/vm-train`,
  access: { is: 'ssh', address: '52.174.8.21', port: 22, user: 'azureuser', signIn: 'password' },
};

export const hdInsightAttachPlan: AttachPlan = {
  ...where,
  kind: 'hdinsight',
  name: 'hdi-spark',
  targetId: `${group}/Microsoft.HDInsight/clusters/spark`,
  access: {
    is: 'ssh',
    address: 'spark-ssh.azurehdinsight.net',
    port: 22,
    user: 'sshuser',
    signIn: 'key',
  },
};

/** No file, text, or message can contain one of them. */
export const secrets: Readonly<Record<AttachSecret['is'], AttachSecret>> = {
  token: { is: 'token', token: 'dapi-SECRET-0' },
  password: { is: 'password', password: 'SECRET-1' },
  key: { is: 'key', privateKey: '-----BEGIN PRIVATE KEY-----\nSECRET-2\n-----END PRIVATE KEY-----\n' },
};

/** Every kind of file that is written for an attached resource, by the folder of its fixture. */
export const attachPlans: Readonly<Record<string, AttachPlan>> = {
  databricks: databricksAttachPlan,
  'virtual-machine': machine,
  hdinsight: hdInsightAttachPlan,
  'virtual-machine-rule-fixes': { ...machine, fixes: [ruleFix] },
  'databricks-own-group': {
    ...databricksAttachPlan,
    subnetId: null,
    targetId: databricksAttachPlan.targetId.replace('rg-ml-machines', 'rg-ml-prod'),
  },
  'virtual-machine-elsewhere': {
    ...machine,
    targetId: machine.targetId.replace('3f1c2a90', '00000000').replace('rg-ml-machines', "rg-(vm)'s"),
  },
};
