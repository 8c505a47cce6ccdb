import { nameOf, segmentOf } from '../../../core/network/find';
import type { PlanSay } from '../../say';
import { cloudOfPlan } from '../scripts/script-parts';
import { templateObject, templateParameter, type TemplateResource, type TemplateValue } from '../template';
import { newTargetCandidates, type NewTargetParts } from './target-template';
import { typeOfNewTarget, type NewSparkCluster } from './new-target';

/** Versions of a new cluster: HDInsight 5.1 with Spark 3.3 (hdinsight-5x-component-versioning, read 2026-12-01). */
export const sparkVersions = { cluster: '5.1', spark: '3.3' } as const;

/** User name for Ambari. The SSH user name must be different. */
export const gatewayUser = 'admin';

/**
 * Number of worker nodes. Azure bills each from its creation, and chooses the size of the three ZooKeeper nodes itself.
 */
export const workerNodes = 2;

/**
 * Domains of Azure Storage (azure-cli-core, `storage_endpoint` of each cloud). The template has a parameter for the
 * domain, because Bicep's linter reports hard-coded hosts of a cloud.
 */
const storageDomains = {
  public: 'windows.net',
  usgov: 'usgovcloudapi.net',
  china: 'chinacloudapi.cn',
} as const;

/** Returns a Spark cluster in the subnet. The password of its web pages and the SSH key are supplied at deployment. */
export function sparkParts(cluster: NewSparkCluster, say: PlanSay): NewTargetParts {
  const { storageAccountId } = cluster;
  return {
    existing: [
      {
        symbol: 'storageAccount',
        type: 'Microsoft.Storage/storageAccounts',
        apiVersion: '2023-01-01',
        name: templateParameter('storageAccountName'),
        parent: null,
        scope: { subscription: null, group: templateParameter('storageResourceGroup') },
      },
    ],
    resources: [sparkCluster(say)],
    candidates: [
      ...newTargetCandidates(cluster, 'clusterName', { minLength: 3, maxLength: 59 }),
      { name: 'clusterPassword', value: '', secure: true, environment: 'CLUSTER_PASSWORD' },
      { name: 'clusterVersion', value: sparkVersions.cluster },
      { name: 'sparkVersion', value: sparkVersions.spark },
      { name: 'workerNodes', value: workerNodes, limits: { minValue: 1 } },
      { name: 'storageAccountName', value: nameOf(storageAccountId) },
      { name: 'storageResourceGroup', value: segmentOf(storageAccountId, 'resourceGroups') ?? '' },
      { name: 'storageDomain', value: storageDomains[cloudOfPlan(cluster)] },
      { name: 'storageContainer', value: cluster.name.toLowerCase() },
      { name: 'storageIdentityId', value: cluster.storageIdentityId },
    ],
    output: { name: 'clusterId', description: say('newTarget.output.spark'), idOf: 'cluster' },
  };
}

function sparkCluster(say: PlanSay): TemplateResource {
  const identity = templateParameter('storageIdentityId');
  const gateway = templateObject({
    'restAuthCredential.isEnabled': true,
    'restAuthCredential.username': gatewayUser,
    'restAuthCredential.password': templateParameter('clusterPassword'),
  });
  const storage = templateObject({
    name: {
      is: 'format',
      parts: [templateParameter('storageAccountName'), '.dfs.core.', templateParameter('storageDomain')],
    },
    isDefault: true,
    fileSystem: templateParameter('storageContainer'),
    resourceId: { is: 'id', symbol: 'storageAccount' },
    msiResourceId: identity,
  });
  return {
    comment: [say('newTarget.comment.spark')],
    symbol: 'cluster',
    ...typeOfNewTarget('spark'),
    parent: null,
    tags: null,
    dependsOn: [],
    location: templateParameter('location'),
    name: templateParameter('clusterName'),
    identity: templateObject({
      type: 'UserAssigned',
      userAssignedIdentities: { is: 'keyed', key: identity, value: templateObject({}) },
    }),
    properties: templateObject({
      clusterVersion: templateParameter('clusterVersion'),
      osType: 'Linux',
      tier: 'Standard',
      minSupportedTlsVersion: '1.2',
      clusterDefinition: templateObject({
        kind: 'Spark',
        componentVersion: templateObject({ Spark: templateParameter('sparkVersion') }),
        configurations: templateObject({ gateway }),
      }),
      // Azure Machine Learning attaches the cluster through its public SSH address.
      networkProperties: templateObject({ resourceProviderConnection: 'Inbound', privateLink: 'Disabled' }),
      storageProfile: templateObject({ storageaccounts: [storage] }),
      computeProfile: templateObject({
        roles: [role('headnode', 2), role('workernode', templateParameter('workerNodes'))],
      }),
    }),
  };
}

function role(name: string, count: TemplateValue): TemplateValue {
  const key = templateObject({ certificateData: templateParameter('sshPublicKey') });
  return templateObject({
    name,
    targetInstanceCount: count,
    hardwareProfile: templateObject({ vmSize: templateParameter('vmSize') }),
    osProfile: templateObject({
      linuxOperatingSystemProfile: templateObject({
        username: templateParameter('adminUserName'),
        sshProfile: templateObject({ publicKeys: [key] }),
      }),
    }),
    virtualNetworkProfile: templateObject({
      id: { is: 'id', symbol: 'virtualNetwork' },
      subnet: { is: 'id', symbol: 'subnet' },
    }),
  });
}
