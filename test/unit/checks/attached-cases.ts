import { known } from '../../../src/core/known';
import { nicGroupId, type NetworkSpec, type PlanSpec } from './model-builder';
import type { Pair } from './requirement-cases';
import { databricksId, databricksPlan, hdInsightPlan, machineId, machinePlan } from './target-builder';

const denyAll = 'out 4096 Deny * *>* * Deny-All';
const denyAllIn = 'in 4096 Deny * *>* * Deny-All-In';
const tunnel = '0.0.0.0/0 appliance 10.40.1.4';
const elsewhere = '/subscriptions/22222222-2222-2222-2222-222222222222';

/** Subnets as Databricks requires them, with its own rules (Databricks in your virtual network, 2020-08-10). */
const delegatedTo: NetworkSpec = {
  delegations: ['Microsoft.Databricks/workspaces'],
  sharedWith: ['snet-container'],
};
const useOnly = 'Microsoft.Databricks-workspaces_UseOnly_databricks';
const ownRules = [
  `in 100 Allow * VirtualNetwork>VirtualNetwork * ${useOnly}-worker-to-worker-inbound`,
  `out 100 Allow * VirtualNetwork>VirtualNetwork * ${useOnly}-worker-to-worker-outbound`,
  `out 101 Allow Tcp VirtualNetwork>AzureDatabricks 443,3306,8443-8451 ${useOnly}-worker-to-databricks-webapp`,
  `out 102 Allow Tcp VirtualNetwork>Sql 3306 ${useOnly}-worker-to-sql`,
  `out 103 Allow Tcp VirtualNetwork>Storage 443 ${useOnly}-worker-to-storage`,
  `out 104 Allow Tcp VirtualNetwork>EventHub 9093 ${useOnly}-worker-to-eventhub`,
];

const unlinked: PlanSpec = databricksPlan({ noPublicIp: known(false) });

/** Requirements of attached compute: a case that reports and one that doesn't. */
export const attachedCases: Readonly<Record<string, Pair>> = {
  'attach-sdk-v1-sunset': {
    // End of SDK v1, 2025-03-28: support ends on 30 June 2026.
    reports: { plan: databricksPlan(), states: 'warning failed check.attach.ended' },
    // CLI v2 attaches virtual machines (az ml compute attach, read 2026-12-02).
    quiet: { plan: machinePlan(), states: 'absent' },
  },
  'attach-no-duplicate': {
    reports: {
      plan: { ...machinePlan(), attachedTargets: known([machineId.toUpperCase()]) },
      states: 'error failed check.attach.twice',
    },
    quiet: { plan: { ...machinePlan(), attachedTargets: known([]) }, states: 'passed check.attach.once' },
  },
  'attach-in-own-network': {
    reports: {
      plan: { ...databricksPlan({ subnets: known([]) }), subnetId: null },
      states: 'warning failed check.attach.noNetwork',
    },
    quiet: { network: delegatedTo, plan: databricksPlan(), states: 'passed check.attach.inNetwork' },
  },
  'vm-ubuntu-only': {
    reports: {
      plan: machinePlan({ image: known('RedHat RHEL 9_4') }),
      states: 'error failed check.machine.otherSystem',
    },
    quiet: {
      plan: machinePlan({ image: known('Canonical 0001-com-ubuntu-server-jammy 22_04-lts') }),
      states: 'passed check.machine.ubuntu',
    },
  },
  'vm-public-ip-required': {
    reports: {
      plan: machinePlan({ publicAddress: known(null) }),
      states: 'error failed check.machine.noAddress',
    },
    quiet: { network: { rules: [] }, plan: machinePlan(), states: 'passed check.machine.address' },
  },
  'inbound-ssh-22-attached': {
    // Both NSGs must allow it (training page, 2025-06-12).
    reports: {
      network: {
        rules: ['in 200 Allow * AzureMachineLearning>* 22 Allow-SSH', denyAllIn],
        nicRules: [denyAllIn],
      },
      plan: machinePlan({ nicGroup: known(nicGroupId) }),
      states: 'error blocked by 4096 Deny-All-In',
    },
    quiet: {
      network: {
        rules: ['in 200 Allow * AzureMachineLearning>* 22 Allow-SSH', denyAllIn],
        nicRules: ['in 300 Allow Tcp AzureMachineLearning>* 22 Allow-SSH-NIC', denyAllIn],
      },
      plan: machinePlan({ nicGroup: known(nicGroupId) }),
      states: 'allowed by 200 Allow-SSH',
    },
  },
  'hdi-public-ip-required': {
    reports: {
      plan: hdInsightPlan({ outboundOnly: known(true) }),
      states: 'error failed check.hdinsight.outboundOnly',
    },
    quiet: { plan: hdInsightPlan(), states: 'passed check.hdinsight.ssh' },
  },
  'inbound-hdinsight-443': {
    // West Europe is also managed from West US and East US (service tags for HDInsight, 2020-03-10).
    reports: {
      network: { rules: ['in 200 Allow Tcp HDInsight.WestEurope>* 443 Allow-Region', denyAllIn] },
      plan: hdInsightPlan(),
      states: 'error partly-blocked by 4096 Deny-All-In',
    },
    quiet: {
      network: { rules: ['in 200 Allow Tcp HDInsight>* 443 Allow-HDInsight', denyAllIn] },
      plan: hdInsightPlan(),
      states: 'allowed by 200 Allow-HDInsight',
    },
  },
  'inbound-hdinsight-kafka-9400': {
    reports: {
      network: { rules: [denyAllIn] },
      plan: hdInsightPlan({ clusterType: known('Kafka') }),
      states: 'info blocked by 4096 Deny-All-In',
    },
    quiet: {
      network: { rules: [denyAllIn] },
      plan: hdInsightPlan(),
      states: 'not-applicable check.onlyKafka',
    },
  },
  'hdinsight-dns-53': {
    reports: {
      network: { rules: ['out 300 Deny * *>AzurePlatformDNS * Deny-DNS'] },
      plan: hdInsightPlan(),
      states: 'warning failed check.dns.stopped',
    },
    // No other rule blocks Azure's own DNS servers (network security groups, 2025-07-15).
    quiet: { network: { rules: [denyAll] }, plan: hdInsightPlan(), states: 'passed check.dns.open' },
  },
  'hdi-egress-fqdn': {
    reports: { network: { rules: [denyAll] }, plan: hdInsightPlan(), states: 'note' },
    quiet: { plan: hdInsightPlan(), states: 'not-applicable check.internetOpen' },
  },
  'hdi-no-service-endpoint-policy': {
    reports: {
      network: { endpointPolicies: ['/policies/sep-1'] },
      plan: hdInsightPlan(),
      states: 'error failed check.hdinsight.policy',
    },
    quiet: { plan: hdInsightPlan(), states: 'passed check.hdinsight.noPolicy' },
  },
  'udr-hdinsight-management': {
    reports: {
      network: { rules: [denyAllIn], routes: [tunnel] },
      plan: hdInsightPlan(),
      states: 'error failed check.replies.lost',
    },
    quiet: {
      network: { routes: [tunnel, 'HDInsight internet'] },
      plan: hdInsightPlan(),
      states: 'passed check.replies.direct',
    },
  },
  'hdi-existing-cluster-immutable': {
    reports: { plan: hdInsightPlan(), states: 'note' },
    quiet: { states: 'absent' },
  },
  'dbx-same-sub-region': {
    reports: {
      network: delegatedTo,
      plan: databricksPlan({ location: known('northeurope') }),
      states: 'error failed check.databricks.otherRegion',
    },
    quiet: { network: delegatedTo, plan: databricksPlan(), states: 'passed check.databricks.samePlace' },
  },
  'dbx-two-delegated-subnets': {
    reports: {
      network: { sharedWith: ['snet-container'], rules: ownRules },
      plan: databricksPlan(),
      states: 'error failed check.databricks.notGiven',
    },
    quiet: {
      network: { ...delegatedTo, rules: ownRules },
      plan: databricksPlan(),
      states: 'passed check.databricks.bothGiven',
    },
  },
  'dbx-default-subnet': {
    reports: {
      network: delegatedTo,
      plan: databricksPlan(),
      states: 'warning failed check.databricks.noDefault',
    },
    quiet: {
      network: { ...delegatedTo, sharedWith: ['snet-container', 'default'] },
      plan: databricksPlan(),
      states: 'passed check.databricks.default',
    },
  },
  'dbx-storage-same-vnet': {
    reports: {
      network: delegatedTo,
      plan: databricksPlan(),
      services: { storage: { access: 'disabled' } },
      states: 'error failed check.storage.otherNetwork',
    },
    quiet: {
      network: delegatedTo,
      plan: databricksPlan(),
      services: { storage: { subnets: ['snet-other'] } },
      states: 'passed check.storage.ownRule',
    },
  },
  'dbx-subnet-size': {
    reports: {
      network: { ...delegatedTo, addressSpace: ['10.32.0.0/11'] },
      plan: databricksPlan(),
      states: 'error failed check.databricks.networkSize',
    },
    quiet: { network: delegatedTo, plan: databricksPlan(), states: 'passed check.databricks.size' },
  },
  'dbx-secure-cluster-connectivity': {
    reports: { network: delegatedTo, plan: unlinked, states: 'warning failed check.databricks.publicIp' },
    quiet: { network: delegatedTo, plan: databricksPlan(), states: 'passed check.databricks.noPublicIp' },
  },
  'inbound-databricks-22-5557': {
    reports: {
      network: { ...delegatedTo, rules: [...ownRules, denyAllIn] },
      plan: unlinked,
      states: 'error blocked by 4096 Deny-All-In',
    },
    quiet: {
      network: { ...delegatedTo, rules: [...ownRules, denyAllIn] },
      plan: databricksPlan(),
      states: 'not-applicable check.onlyPublicIp',
    },
  },
  'outbound-databricks-control': {
    reports: {
      network: { ...delegatedTo, rules: [denyAll] },
      plan: databricksPlan(),
      states: 'error blocked by 4096 Deny-All',
    },
    quiet: {
      network: { ...delegatedTo, rules: [...ownRules, denyAll] },
      plan: databricksPlan(),
      states: `allowed by 101 ${useOnly}-worker-to-databricks-webapp`,
    },
  },
  'dbx-nsg-rules': {
    reports: {
      network: { ...delegatedTo, rules: ownRules.slice(0, 5).concat(denyAll) },
      plan: databricksPlan(),
      states: 'error partly-blocked by 4096 Deny-All',
    },
    // Rules that Databricks wrote count as written (rules called UseOnly, 2020-08-10).
    quiet: {
      network: { ...delegatedTo, rules: [...ownRules, denyAll, denyAllIn] },
      plan: databricksPlan(),
      states: `allowed by 102 ${useOnly}-worker-to-sql`,
    },
  },
  'dbx-workers-talk': {
    reports: {
      network: { ...delegatedTo, rules: [denyAll] },
      plan: databricksPlan(),
      states: 'error partly-blocked by 4096 Deny-All',
    },
    quiet: {
      network: { ...delegatedTo, rules: [...ownRules, denyAll, denyAllIn] },
      plan: databricksPlan(),
      states: `allowed by 100 ${useOnly}-worker-to-worker-outbound`,
    },
  },
  'udr-databricks': {
    reports: {
      network: { ...delegatedTo, routes: [tunnel, 'AzureDatabricks internet', 'Sql internet'] },
      plan: databricksPlan(),
      states: 'info failed check.databricks.elsewhere',
    },
    // The four routes of the page (routes for Databricks, undated).
    quiet: {
      network: {
        ...delegatedTo,
        routes: [
          tunnel,
          ...['AzureDatabricks', 'Sql', 'Storage', 'EventHub'].map((tag) => `${tag} internet`),
        ],
      },
      plan: databricksPlan(),
      states: 'passed check.databricks.direct',
    },
  },
  'dbx-no-workspace-private-endpoint-use': {
    reports: { network: delegatedTo, plan: { ...databricksPlan(), privateLink: true }, states: 'note' },
    quiet: { network: delegatedTo, plan: databricksPlan(), states: 'not-applicable check.onlyPrivateLink' },
  },
};

/** The same Databricks in another subscription, which one of two pages allows. */
export const inOtherSubscription = databricksPlan({
  id: databricksId.replace(/^\/subscriptions\/[^/]+/, elsewhere),
});
export { denyAll, denyAllIn, delegatedTo, ownRules, tunnel };
