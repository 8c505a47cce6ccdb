import { describe, expect, test } from 'vitest';
import { all, openSampleClients, refusalOf } from './clients';

const group = 'rg-hub-shared';
const idOf = (one: { readonly id?: string | undefined }): string => one.id ?? '';

describe('firewalls', () => {
  test('a firewall refers to its policy and subnet, and its subnet to the firewall', async () => {
    const { network } = openSampleClients();
    const firewall = await network.azureFirewalls.get(group, 'afw-shared');
    expect(firewall.ipConfigurations?.[0]?.privateIPAddress).toBe('10.76.0.4');
    expect(idOf(firewall.firewallPolicy ?? {})).toMatch(/\/firewallPolicies\/afwp-shared$/);
    const subnet = await network.subnets.get(group, 'vnet-hub-shared-weu', 'AzureFirewallSubnet');
    expect(subnet.ipConfigurations?.map(idOf)).toEqual([
      `${idOf(firewall)}/azureFirewallIpConfigurations/ipconfig1`,
    ]);
  });

  test('a policy refers to its groups, its child policy, and its firewall, which are separate resources', async () => {
    const { network } = openSampleClients();
    const parent = await network.firewallPolicies.get(group, 'afwp-base');
    const child = await network.firewallPolicies.get(group, 'afwp-shared');
    expect(parent.childPolicies?.map(idOf)).toEqual([idOf(child)]);
    expect(child.firewalls?.map(idOf)).toEqual([idOf(await network.azureFirewalls.get(group, 'afw-shared'))]);
    const groups = await all(network.firewallPolicyRuleCollectionGroups.list(group, 'afwp-shared'));
    expect(child.ruleCollectionGroups?.map(idOf)).toEqual(groups.map(idOf));
    expect(groups[0]?.ruleCollections?.map(({ name }) => name)).toEqual(['azure-ml', 'hosts']);
  });

  test('a policy that is written back keeps its groups', async () => {
    const { network } = openSampleClients();
    const policy = await network.firewallPolicies.get(group, 'afwp-shared');
    const written = await network.firewallPolicies
      .createOrUpdate(group, 'afwp-shared', { ...policy, threatIntelMode: 'Deny' })
      .pollUntilDone();
    expect(written).toMatchObject({
      threatIntelMode: 'Deny',
      ruleCollectionGroups: policy.ruleCollectionGroups,
    });
    expect(await all(network.firewallPolicyRuleCollectionGroups.list(group, 'afwp-shared'))).toHaveLength(1);
  });

  test('an IP group and a rule collection group are created, changed, and deleted', async () => {
    const { network } = openSampleClients();
    const made = await network.ipGroups
      .createOrUpdate(group, 'ipg-new', { location: 'westeurope', ipAddresses: ['10.77.0.64/26'] })
      .pollUntilDone();
    expect((await network.ipGroups.get(group, 'ipg-new')).ipAddresses).toEqual(made.ipAddresses);
    await network.ipGroups.delete(group, 'ipg-new').pollUntilDone();
    expect(await refusalOf(network.ipGroups.get(group, 'ipg-new'))).toMatchObject({ status: 404 });
    const groups = network.firewallPolicyRuleCollectionGroups;
    await groups
      .createOrUpdate(group, 'afwp-shared', 'more', { priority: 900, ruleCollections: [] })
      .pollUntilDone();
    expect((await all(groups.list(group, 'afwp-shared'))).map(({ name }) => name)).toContain('more');
    await groups.delete(group, 'afwp-shared', 'more').pollUntilDone();
    expect(await all(groups.list(group, 'afwp-shared'))).toHaveLength(1);
  });
});
