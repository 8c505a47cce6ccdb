import { describe, expect, it } from 'vitest';
import { unfitReason } from '../../../src/checks/subnet-suitability';
import { findFix } from '../../../src/checks/fixes/find-fix';
import { otherSubnetsAfter } from '../../../src/checks/fixes/other-subnets';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { summarize } from '../../../src/checks/summary';
import { isReady, type CheckResult } from '../../../src/core/check-result';
import { known, type Known } from '../../../src/core/known';
import type { PlanKind } from '../../../src/core/compute-kinds';
import { hdInsightRegions } from '../../../src/requirements/hdinsight-regions';
import { denyAll, denyAllIn, delegatedTo, inOtherSubscription, ownRules, tunnel } from './attached-cases';
import {
  buildModel,
  buildPlan,
  nicGroupId,
  facts,
  modelSecurityGroupId,
  unreadFact,
  type NetworkSpec,
  type PlanSpec,
} from './model-builder';
import { stepsOf } from '../../support/changes';
import { resultLine } from './result-line';
import { databricksPlan, hdInsightPlan, machinePlan } from './target-builder';

function all(network: NetworkSpec, plan: PlanSpec): CheckResult[] {
  return checkSubnet(buildModel(network), buildPlan(plan), facts);
}

function states(id: string, network: NetworkSpec, plan: PlanSpec): string {
  return resultLine(all(network, plan).find((one) => one.requirement === id));
}

function asked(plan: PlanSpec): readonly string[] {
  return all({}, plan).map((one) => one.requirement);
}

describe('requirements of attached compute', () => {
  it('for a virtual machine (training page, 2025-06-12; attach page, 2021-10-21)', () => {
    expect(asked(machinePlan())).toEqual([
      'subnet-reserved-name',
      'subnet-not-shared-with-databricks',
      'managed-vnet-exclusive',
      'compute-name-format',
      'rbac-compute-write',
      'outbound-entra-80-443',
      'outbound-aml-443',
      'outbound-arm-443',
      'outbound-storage-443',
      'outbound-virtualnetwork-443',
      'outbound-frontdoor-frontend-443',
      'outbound-mcr-443',
      'outbound-frontdoor-firstparty-443',
      'outbound-acr-443',
      'outbound-azuremonitor-443',
      'outbound-python-packages',
      'default-outbound-new-vnets',
      'route-internet-in-private-subnet',
      'udr-no-blackhole',
      'udr-appliance-health',
      'attach-no-duplicate',
      'vm-ubuntu-only',
      'vm-public-ip-required',
      'inbound-ssh-22-attached',
    ]);
  });

  it('for HDInsight (training page, 2025-06-12; control network traffic, 2024-06-15)', () => {
    expect(asked(hdInsightPlan())).toEqual([
      'vnet-resource-manager-model',
      'compute-name-format',
      'rbac-compute-write',
      'udr-no-blackhole',
      'udr-appliance-health',
      'attach-sdk-v1-sunset',
      'attach-no-duplicate',
      'attach-in-own-network',
      'inbound-ssh-22-attached',
      'hdi-public-ip-required',
      'inbound-hdinsight-443',
      'inbound-hdinsight-kafka-9400',
      'hdinsight-dns-53',
      'hdi-egress-fqdn',
      'hdi-no-service-endpoint-policy',
      'udr-hdinsight-management',
      'hdi-existing-cluster-immutable',
    ]);
  });

  it('for Databricks (training page, 2025-06-12; Databricks in your virtual network, 2020-08-10)', () => {
    expect(asked(databricksPlan())).toEqual([
      'compute-name-format',
      'rbac-compute-write',
      'udr-no-blackhole',
      'udr-appliance-health',
      'attach-sdk-v1-sunset',
      'attach-in-own-network',
      'dbx-same-sub-region',
      'dbx-two-delegated-subnets',
      'dbx-default-subnet',
      'dbx-storage-same-vnet',
      'dbx-subnet-size',
      'dbx-secure-cluster-connectivity',
      'inbound-databricks-22-5557',
      'outbound-databricks-control',
      'dbx-workers-talk',
      'dbx-nsg-rules',
      'udr-databricks',
      'dbx-no-workspace-private-endpoint-use',
    ]);
  });

  it('don’t apply to a cluster, an instance, or a compute resource of unknown kind', () => {
    const kinds: Known<PlanKind>[] = [known('cluster'), known('instance'), unreadFact];
    for (const kind of kinds) {
      const ids = all({}, { kind }).map((one) => one.requirement);
      expect(ids.filter((id) => /^(attach|vm|hdi|hdinsight|dbx)-|databricks-(22|control)/.test(id))).toEqual(
        [],
      );
      expect(ids).toContain('inbound-aml-44224');
    }
  });

  it('report that nothing is selected yet', () => {
    const plan: PlanSpec = { kind: known('databricks'), subnetId: null };
    expect(states('dbx-nsg-rules', {}, plan)).toBe('error unknown check.noTarget');
    expect(states('dbx-same-sub-region', {}, plan)).toBe('error unknown check.noTarget');
    expect(isReady(all({}, plan))).toBe(false);
  });

  it('outside of the user’s networks: are reported once, and don’t need a subnet', () => {
    const plan: PlanSpec = { ...databricksPlan({ subnets: known([]) }), subnetId: null };
    const checked = all({}, plan);
    expect(resultLine(checked.find((one) => one.requirement === 'dbx-nsg-rules'))).toBe(
      'not-applicable check.outside',
    );
    expect(isReady(checked)).toBe(true);
    expect(summarize(checked)).toMatchObject({ errors: 0, unknown: 0, warnings: 2 });
  });

  it('are checked in the target’s network, whoever manages the network of the workspace', () => {
    const managed: PlanSpec = { managedNetwork: 'allow-internet-outbound' };
    const blocked = { ...delegatedTo, rules: [denyAll] };
    expect(states('outbound-databricks-control', blocked, { ...databricksPlan(), ...managed })).toBe(
      'error blocked by 4096 Deny-All',
    );
    // A managed virtual network can't contain a virtual machine (managed virtual network, 2024-08-29).
    expect(states('managed-vnet-exclusive', {}, { ...machinePlan(), ...managed })).toBe(
      'error failed check.managed.machine',
    );
    expect(states('managed-vnet-exclusive', {}, machinePlan())).toBe('passed check.managed.own');
  });
});

describe('a virtual machine', () => {
  it('only warns about flows that other compute resources need, since Azure refuses nothing', () => {
    const storage = all({ rules: [denyAll] }, machinePlan()).find(
      (one) => one.requirement === 'outbound-storage-443',
    );
    expect(resultLine(storage)).toBe('warning blocked by 4096 Deny-All');
    expect(storage).toMatchObject({ level: 'recommended', effect: 'fails' });
    expect(states('outbound-storage-443', { rules: [denyAll] }, {})).toBe('error blocked by 4096 Deny-All');
  });

  it('determines whether it has a public IP, whatever the plan states for nodes', () => {
    const open = { nat: null, defaultOutboundAccess: null };
    const without = { ...machinePlan({ publicAddress: known(null) }), publicIp: known(true) };
    expect(states('default-outbound-new-vnets', open, without)).toBe(
      'warning failed check.defaultAccess.yes',
    );
    expect(states('default-outbound-new-vnets', open, { ...machinePlan(), publicIp: known(false) })).toBe(
      'not-applicable check.onlyNoPublicIp',
    );
    const closed = { nat: null, defaultOutboundAccess: false };
    expect(states('outbound-arm-443', closed, without)).toMatch(/^warning no-outbound-access /);
    expect(states('outbound-arm-443', closed, machinePlan())).toBe('allowed by default');
  });

  it('reports once that its subnet has no outbound access', () => {
    const network = { nat: null, defaultOutboundAccess: false, routes: ['AzureMachineLearning internet'] };
    const without = machinePlan({ publicAddress: known(null) });
    expect(states('route-internet-in-private-subnet', network, without)).toBe(
      'info failed check.directRoutes.lost',
    );
  });

  it('loses replies to Azure ML if a route sends them elsewhere', () => {
    expect(states('inbound-ssh-22-attached', { routes: [tunnel] }, machinePlan())).toBe(
      'error reply-lost by 0.0.0.0/0 VirtualAppliance',
    );
  });

  it('whose NIC wasn’t read has an unknown result, never a pass', () => {
    const rules = ['in 200 Allow Tcp AzureMachineLearning>* 22 Allow-SSH'];
    const unread = machinePlan({ nicGroup: unreadFact });
    expect(states('inbound-ssh-22-attached', { rules }, unread)).toBe('error unknown unknown.permission');
    const absent = machinePlan({ nicGroup: known(nicGroupId) });
    expect(states('inbound-ssh-22-attached', { rules }, absent)).toBe('error unknown unknown.notRead');
    const ssh = all({ rules }, absent).find(({ requirement }) => requirement === 'inbound-ssh-22-attached');
    expect(ssh?.outcome).toMatchObject({ because: { values: { name: 'nsg-vm-train' } } });
    expect(states('inbound-ssh-22-attached', { rules }, machinePlan())).toBe('allowed by 200 Allow-SSH');
  });

  it('sends packets through the NIC’s NSG first (how security groups filter, 2020-08-24)', () => {
    const network = { rules: [denyAll], nicRules: ['out 500 Deny * *>Internet * Deny-NIC'] };
    expect(states('outbound-aml-443', network, machinePlan({ nicGroup: known(nicGroupId) }))).toBe(
      'warning blocked by 500 Deny-NIC',
    );
  });

  it('with a public IP and no NSG isn’t reachable (public IP addresses, undated)', () => {
    expect(states('vm-public-ip-required', {}, machinePlan())).toBe('error failed check.machine.closed');
    const withNicGroup = machinePlan({ nicGroup: known(nicGroupId) });
    expect(states('vm-public-ip-required', { nicRules: [] }, withNicGroup)).toBe(
      'passed check.machine.address',
    );
    expect(unfitReason(buildModel(), buildPlan(machinePlan()))).toBeUndefined();
    expect(unfitReason(buildModel(), buildPlan(machinePlan({ publicAddress: known(null) })))).toEqual({
      key: 'fit.noPublicIp',
    });
    expect(states('vm-public-ip-required', {}, machinePlan({ nicGroup: unreadFact }))).toBe(
      'passed check.machine.address',
    );
  });

  it('is checked at its own address, as its owner writes it into rules', () => {
    const rules = ['in 200 Allow Tcp AzureMachineLearning>10.40.4.4 22 Allow-SSH', denyAllIn];
    expect(states('inbound-ssh-22-attached', { rules }, machinePlan())).toBe('allowed by 200 Allow-SSH');
    expect(states('inbound-ssh-22-attached', { rules }, machinePlan({ privateAddress: unreadFact }))).toBe(
      'error partly-blocked by 4096 Deny-All-In',
    );
    expect(states('inbound-ssh-22-attached', { rules }, { ...machinePlan(), sshPort: 2222 })).toBe(
      'error blocked by 4096 Deny-All-In',
    );
  });

  it('with a custom disk may run any Linux', () => {
    expect(states('vm-ubuntu-only', {}, machinePlan({ image: known(null) }))).toBe(
      'warning unknown check.machine.ownDisk',
    );
    expect(states('vm-ubuntu-only', {}, machinePlan({ os: known('Windows'), image: known(null) }))).toBe(
      'error failed check.machine.windows',
    );
  });

  it('doesn’t belong in a subnet of Databricks', () => {
    expect(states('subnet-not-shared-with-databricks', { ...delegatedTo }, machinePlan())).toBe(
      'error failed check.databricks.yes',
    );
  });
});

describe('HDInsight', () => {
  it('is managed from its own region and, in twelve regions, from two more (2020-03-10)', () => {
    expect(hdInsightRegions('westeurope')).toEqual(['westeurope', 'westus', 'eastus']);
    expect(hdInsightRegions('westus')).toEqual(['westus', 'eastus']);
    expect(hdInsightRegions('francecentral')).toEqual(['francecentral']);
    expect(hdInsightRegions('usgoviowa')).toEqual(['usgoviowa', 'usgovvirginia']);
  });

  it('is allowed by the tags of its regions as by the whole tag', () => {
    const regional = ['WestEurope', 'WestUS', 'EastUS'].map(
      (region, at) => `in ${200 + at} Allow Tcp HDInsight.${region}>* 443 Allow-${region}`,
    );
    expect(states('inbound-hdinsight-443', { rules: [...regional, denyAllIn] }, hdInsightPlan())).toBe(
      'allowed by 202 Allow-EastUS',
    );
  });

  it('with outbound-only connections needs no inbound rule', () => {
    expect(
      states('inbound-hdinsight-443', { rules: [denyAllIn] }, hdInsightPlan({ outboundOnly: known(true) })),
    ).toBe('not-applicable check.onlyPublicIp');
  });

  it('in December 2020 used the list of the other compute resources', () => {
    const then: PlanSpec = { ...hdInsightPlan(), profile: '2020-12' };
    expect(states('outbound-storage-443', { rules: [denyAll] }, then)).toBe(
      'warning blocked by 4096 Deny-All',
    );
    expect(states('outbound-storage-443', { rules: [denyAll] }, hdInsightPlan())).toBe('absent');
  });

  it('with custom DNS servers doesn’t need Azure’s', () => {
    const network = { rules: ['out 300 Deny * *>AzurePlatformDNS * Deny-DNS'], dnsServers: ['10.40.0.4'] };
    expect(states('hdinsight-dns-53', network, hdInsightPlan())).toBe('not-applicable check.dns.own');
  });
});

describe('Databricks', () => {
  it('in another subscription is a warning, since one of two pages allows it', () => {
    expect(states('dbx-same-sub-region', delegatedTo, inOtherSubscription)).toBe(
      'warning failed check.databricks.otherSubscription',
    );
  });

  it('over a private link doesn’t need to reach its control plane', () => {
    const linked = databricksPlan({ requiredRules: known('NoAzureDatabricksRules') });
    const network = { ...delegatedTo, rules: [denyAll] };
    expect(states('outbound-databricks-control', network, linked)).toBe(
      'not-applicable check.databricks.privateLink',
    );
    const unread = databricksPlan({ requiredRules: unreadFact });
    expect(states('outbound-databricks-control', network, unread)).toBe('error blocked by 4096 Deny-All');
    // A single endpoint may serve browsers and no workers.
    const endpoint = { ...network, endpoints: ['pe-dbx databricks_ui_api 10.40.7.4'] };
    expect(states('outbound-databricks-control', endpoint, databricksPlan())).toBe(
      'error blocked by 4096 Deny-All',
    );
  });

  it('warns about ports that only newer templates name', () => {
    const rules = ['out 200 Allow Tcp VirtualNetwork>AzureDatabricks 443 Allow-It', denyAll];
    expect(states('outbound-databricks-control', { ...delegatedTo, rules }, databricksPlan())).toBe(
      'warning partly-blocked by 4096 Deny-All',
    );
    expect(
      states(
        'outbound-databricks-control',
        { ...delegatedTo, rules },
        { ...databricksPlan(), profile: '2020-12' },
      ),
    ).toBe('allowed by 200 Allow-It');
  });

  it('needs its two subnets to reach each other, not the whole network (rule 100 made narrower, undated)', () => {
    const narrow = ownRules.map((rule) =>
      rule.replace('VirtualNetwork>VirtualNetwork', '10.40.4.0/26,10.40.5.0/26>10.40.4.0/26,10.40.5.0/26'),
    );
    const network = { ...delegatedTo, rules: [...narrow, denyAll, denyAllIn] };
    expect(states('dbx-workers-talk', network, databricksPlan())).toMatch(/^allowed by 100 /);
    const oneSubnet = narrow.map((rule) => rule.replaceAll('10.40.4.0/26,10.40.5.0/26', '10.40.4.0/26'));
    expect(
      states(
        'dbx-workers-talk',
        { ...delegatedTo, rules: [...oneSubnet, denyAll, denyAllIn] },
        databricksPlan(),
      ),
    ).toBe('error partly-blocked by 4096 Deny-All');
  });

  it('names both subnets if one isn’t in the network that was read', () => {
    const network = { ...delegatedTo, sharedWith: [] };
    expect(states('dbx-two-delegated-subnets', network, databricksPlan())).toBe(
      'error unknown check.subnetNotFound',
    );
  });

  it('warns about a subnet smaller than /26', () => {
    expect(states('dbx-subnet-size', { ...delegatedTo, prefixes: ['10.40.4.0/27'] }, databricksPlan())).toBe(
      'warning failed check.databricks.subnetSize',
    );
  });
});

describe('a fix for attached compute', () => {
  function fix(network: NetworkSpec, plan: PlanSpec, id: string) {
    return findFix({ model: buildModel(network), plan: buildPlan(plan), facts }, [id]);
  }

  it('allows Azure ML in both NSGs of a machine, to the machine’s address only', () => {
    const network = { rules: [denyAllIn], nicRules: [denyAllIn] };
    const found = fix(network, machinePlan({ nicGroup: known(nicGroupId) }), 'inbound-ssh-22-attached');
    const rules = found?.fix.changes.flatMap((one) =>
      one.type === 'rule' && one.after ? [{ into: one.id, ...one.after }] : [],
    );
    expect(rules).toMatchObject([
      { into: modelSecurityGroupId, sources: ['AzureMachineLearning'], destinations: ['10.40.4.4'] },
      { into: nicGroupId, sources: ['AzureMachineLearning'], destinations: ['10.40.4.4'] },
    ]);
    expect(resultLine(found?.after.find((one) => one.requirement === 'inbound-ssh-22-attached'))).toMatch(
      /^allowed by 100 /,
    );
  });

  it('uses the port on which the machine accepts SSH', () => {
    const plan = { ...machinePlan(), sshPort: 2222 };
    const found = fix({ rules: [denyAllIn] }, plan, 'inbound-ssh-22-attached');
    expect(stepsOf(found?.fix)).toMatchObject([{ rule: { destinationPorts: ['2222'] } }]);
  });

  it('leaves a NIC’s NSG alone if the machine’s address wasn’t read', () => {
    const network = { rules: [denyAllIn], nicRules: [denyAllIn] };
    const unread = machinePlan({ nicGroup: known(nicGroupId), privateAddress: unreadFact });
    expect(fix(network, unread, 'inbound-ssh-22-attached')).toBeUndefined();
  });

  it('routes the replies to Azure ML directly', () => {
    const found = fix({ routes: [tunnel] }, machinePlan(), 'inbound-ssh-22-attached');
    expect(stepsOf(found?.fix)).toMatchObject([
      { do: 'insert', what: 'route', route: { destination: 'AzureMachineLearning', nextHop: 'Internet' } },
    ]);
  });

  it('routes HDInsight’s replies directly, with its whole tag', () => {
    for (const id of ['inbound-hdinsight-443', 'udr-hdinsight-management']) {
      const found = fix({ routes: [tunnel] }, hdInsightPlan(), id);
      expect(stepsOf(found?.fix)).toMatchObject([
        { do: 'insert', what: 'route', route: { destination: 'HDInsight', nextHop: 'Internet' } },
      ]);
    }
  });

  it('routes the flows of Databricks around an appliance, and reports the opened flows', () => {
    const found = fix(
      { ...delegatedTo, routes: [tunnel, 'Sql internet'] },
      databricksPlan(),
      'udr-databricks',
    );
    expect(
      found?.fix.changes.flatMap((one) => (one.type === 'route' && one.after ? [one.after.destination] : [])),
    ).toEqual(['AzureDatabricks', 'Storage', 'EventHub']);
    expect(found?.fix.opens.map(({ remote }) => remote)).toEqual(['AzureDatabricks', 'Storage', 'EventHub']);
    expect(resultLine(found?.after.find((one) => one.requirement === 'dbx-nsg-rules'))).toMatch(/^allowed/);
  });

  it('checks Databricks’ other subnet with the same list, and other subnets as for a cluster', () => {
    const rules = [...ownRules.slice(0, 5), denyAll];
    const network = { ...delegatedTo, sharedWith: ['snet-container', 'snet-scoring'], rules };
    const input = { model: buildModel(network), plan: buildPlan(databricksPlan()), facts };
    const wide = findFix(input, ['dbx-nsg-rules'], { includeOthers: true });
    const others = wide ? otherSubnetsAfter(input, wide.fix) : [];
    const named = others.map(({ subnetId, changed }) => [subnetId.split('/').at(-1), changed]);
    expect(named).toEqual([
      ['snet-container', ['dbx-nsg-rules']],
      ['snet-scoring', []],
    ]);
  });

  it('adds the missing rules of Databricks and leaves its own rules alone', () => {
    const network = { ...delegatedTo, rules: [...ownRules.slice(0, 5), denyAll] };
    const found = fix(network, databricksPlan(), 'dbx-nsg-rules');
    const rules = found?.fix.changes.flatMap((one) => (one.type === 'rule' && one.after ? [one.after] : []));
    expect(rules).toMatchObject([
      { priority: 110, sources: ['10.40.4.0/26'], destinations: ['EventHub'], destinationPorts: ['9093'] },
    ]);
  });
});
