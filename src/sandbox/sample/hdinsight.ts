import type { JsonObject } from '../json';
import { prefixesOf } from '../nodes/node-network';
import type { World } from '../settings';
import { guidOf } from '../store';
import { networkId, subnetId, targetId, westEurope } from './names';

const group = 'rg-databricks';
const network = networkId(group, 'virtualNetworks', 'vnet-databricks-weu');

interface SampleCluster {
  readonly name: string;
  readonly kind: string;
  readonly subnet: string;
  readonly isBehindPrivateLink: boolean;
}

/** A Spark cluster that Azure ML can use, and a Kafka cluster that is reached by private link alone. */
export function placeHdInsight(world: World): void {
  placeCluster(world, {
    name: 'hdi-fraud-spark',
    kind: 'SPARK',
    subnet: 'snet-hdi-spark',
    isBehindPrivateLink: false,
  });
  placeCluster(world, {
    name: 'hdi-payments',
    kind: 'KAFKA',
    subnet: 'snet-hdi-kafka',
    isBehindPrivateLink: true,
  });
}

const roles: Readonly<Record<string, number>> = { headnode: 2, workernode: 4, zookeepernode: 3 };

function placeCluster(world: World, { name, kind, subnet, isBehindPrivateLink }: SampleCluster): void {
  const id = targetId(group, 'Microsoft.HDInsight/clusters', name);
  const subnetOfNodes = subnetId(group, 'vnet-databricks-weu', subnet);
  takeAddresses(world, id, subnetOfNodes);
  world.store.put({
    id,
    location: westEurope.name,
    top: { tags: {} },
    properties: {
      clusterVersion: '5.1.3000.0',
      clusterHdpVersion: '',
      osType: 'Linux',
      tier: 'Standard',
      clusterId: guidOf(id).replaceAll('-', ''),
      clusterDefinition: { kind },
      computeProfile: {
        roles: Object.entries(roles).map(([role, targetInstanceCount]) => ({
          name: role,
          targetInstanceCount,
          hardwareProfile: { vmSize: 'Standard_E4_v3' },
          osProfile: { linuxOperatingSystemProfile: { username: 'sshuser' } },
          virtualNetworkProfile: { id: network, subnet: subnetOfNodes },
          encryptDataDisks: false,
        })),
      },
      createdDate: '2025-05-12T09:30:00.127',
      clusterState: 'Running',
      quotaInfo: { coresUsed: 36 },
      errors: [],
      connectivityEndpoints: endpointsOf(name),
      minSupportedTlsVersion: '1.2',
      networkProperties: {
        resourceProviderConnection: isBehindPrivateLink ? 'Outbound' : 'Inbound',
        privateLink: isBehindPrivateLink ? 'Enabled' : 'Disabled',
      },
      computeIsolationProperties: { enableComputeIsolation: false },
    },
  });
}

function endpointsOf(name: string): JsonObject[] {
  return [
    { name: 'SSH', protocol: 'TCP', location: `${name}-ssh.azurehdinsight.net`, port: 22 },
    { name: 'HTTPS', protocol: 'TCP', location: `${name}.azurehdinsight.net`, port: 443 },
  ];
}

/** Its cards lie in a group of its own. */
function takeAddresses(world: World, id: string, subnet: string): void {
  const item = world.store.get(subnet);
  const count = Object.values(roles).reduce((sum, one) => sum + one, 0);
  world.addresses.take({
    subnetId: subnet,
    prefixes: item ? prefixesOf(item) : [],
    count,
    owner: id,
    configurationId: (index) =>
      `${networkId(group, 'networkInterfaces', `nic-node-${index}-${guidOf(id).slice(0, 8)}`)}/ipConfigurations/ipConfig1`,
  });
}
