import type { World } from '../settings';
import {
  allowIn,
  allowOut,
  placeNatGateway,
  placeNetwork,
  placeSecurityGroup,
  type SampleRule,
  type SampleSubnet,
} from './place';

const group = 'rg-databricks';
const natGateway = 'ng-databricks';
const defaultOutboundAccess = false;

/** Databricks writes its rules itself, from the first priority that is free. */
function ownedRules(first: number): readonly SampleRule[] {
  const owned = (name: string): string =>
    `Microsoft.Databricks-workspaces_UseOnly_databricks-worker-to-${name}`;
  return [
    allowIn(100, owned('worker-inbound'), ['*', '*', 'VirtualNetwork']),
    allowOut(first, owned('databricks-webapp'), ['Tcp', '443,3306,8443-8451', 'AzureDatabricks']),
    allowOut(first + 1, owned('sql'), ['Tcp', '3306', 'Sql']),
    allowOut(first + 2, owned('storage'), ['Tcp', '443', 'Storage']),
    allowOut(first + 3, owned('worker-outbound'), ['*', '*', 'VirtualNetwork']),
    allowOut(first + 4, owned('eventhub'), ['Tcp', '9093', 'EventHub']),
  ];
}

/** Somebody closed the Internet above the rules that Databricks owns. */
const closedAbove: readonly SampleRule[] = [
  { ...allowOut(100, 'Deny-Internet-Out', ['*', '*', 'Internet']), access: 'Deny', from: '*' },
  ...ownedRules(101),
];

/** What HDInsight and the attachment to Azure ML ask for. */
const clusterRules: readonly SampleRule[] = [
  allowIn(100, 'Allow-HDInsight-443', ['Tcp', '443', 'HDInsight']),
  allowIn(110, 'Allow-AzureML-SSH', ['Tcp', '22', 'AzureMachineLearning']),
];

/** A pair of subnets that a Databricks workspace has for itself: public (host) and private (container). */
function pair(
  name: string,
  [host, container]: readonly [string, string],
  parts: string,
): readonly SampleSubnet[] {
  const place = {
    securityGroup: parts,
    natGateway,
    delegation: 'Microsoft.Databricks/workspaces',
    defaultOutboundAccess,
    inUse: 9,
  };
  return [
    { name: `snet-${name}-host`, prefix: host, ...place },
    { name: `snet-${name}-container`, prefix: container, ...place },
  ];
}

/**
 * The data platform: Databricks' pair of subnets (cases 22 and 24) and one beside it that is left for Azure ML, a pair
 * whose group closes what Databricks needs, and HDInsight.
 */
export function placeDatabricksNetwork(world: World): void {
  placeNatGateway(world, { group, name: natGateway });
  placeSecurityGroup(world, { group, name: 'nsg-databricks' }, ownedRules(100));
  placeSecurityGroup(world, { group, name: 'nsg-dbx-scoring' }, closedAbove);
  placeSecurityGroup(world, { group, name: 'nsg-hdi' }, clusterRules);
  const hdinsight = { securityGroup: 'nsg-hdi', natGateway, defaultOutboundAccess };
  placeNetwork(world, {
    group,
    name: 'vnet-databricks-weu',
    prefix: '10.72.0.0/21',
    subnets: [
      ...pair('dbx', ['10.72.0.0/24', '10.72.1.0/24'], 'nsg-databricks'),
      {
        name: 'snet-train-beside',
        prefix: '10.72.2.0/26',
        securityGroup: 'nsg-databricks',
        natGateway,
        defaultOutboundAccess,
      },
      { name: 'default', prefix: '10.72.3.0/26', defaultOutboundAccess },
      ...pair('dbx-scoring', ['10.72.4.0/25', '10.72.4.128/25'], 'nsg-dbx-scoring'),
      { name: 'snet-hdi-spark', prefix: '10.72.5.0/26', ...hdinsight },
      { name: 'snet-hdi-kafka', prefix: '10.72.5.64/26', ...hdinsight },
    ],
  });
}
