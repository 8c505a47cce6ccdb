import { describe, expect, test } from 'vitest';
import { printedHubFirewall, hubId, printedId as id, spoke, tableTo } from './printed-spoke';
import { ran } from './ran';

const groupId = `${id('firewallPolicies', 'own')}/ruleCollectionGroups/group`;
const table = tableTo();
const firewall = { ...printedHubFirewall, firewallPolicy: { id: id('firewallPolicies', 'own') } };

const policy = {
  id: id('firewallPolicies', 'own'),
  name: 'own',
  type: 'Microsoft.Network/firewallPolicies',
  ruleCollectionGroups: [{ id: groupId }],
};

const rule = (name: string, ports: string[], tag: string): object => ({
  ruleType: 'NetworkRule',
  name,
  ipProtocols: ['TCP'],
  sourceAddresses: [],
  sourceIpGroups: [id('ipGroups', 'spokes')],
  destinationAddresses: [tag],
  destinationPorts: ports,
});

const group = {
  id: groupId,
  name: 'group',
  type: 'Microsoft.Network/FirewallPolicies/RuleCollectionGroups',
  priority: 200,
  ruleCollections: [
    {
      ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
      name: 'allow',
      priority: 200,
      action: { type: 'Allow' },
      rules: [rule('To-ML', ['443'], 'AzureMachineLearning')],
    },
    {
      ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
      name: 'deny',
      priority: 300,
      action: { type: 'Deny' },
      rules: [rule('No-Manager', ['443'], 'AzureResourceManager')],
    },
  ],
};

const ipGroup = {
  id: id('ipGroups', 'spokes'),
  name: 'spokes',
  type: 'Microsoft.Network/ipGroups',
  ipAddresses: ['10.1.0.0/16'],
};

const asked = '--compute cluster --public-ip no --workspace private --region westeurope';

async function outcomes(resources: readonly object[], language = 'en') {
  const text = JSON.stringify(resources, null, 2);
  const files = { 'all.json': text };
  const { out } = await ran(`check all.json --subnet snet ${asked} --format json`, files, language);
  const { requirements } = JSON.parse(out).subnets[0] as {
    requirements: readonly { id: string; outcome: string; decidedBy: Record<string, unknown> | null }[];
  };
  const of = (requirement: string) => requirements.find((one) => one.id === requirement)!;
  return { of, text };
}

describe('a firewall in the files', () => {
  test('decides, and its rules have their place', async () => {
    const { of, text } = await outcomes([spoke, table, firewall, policy, group, ipGroup]);
    expect(of('outbound-aml-443')).toMatchObject({
      outcome: 'allowed',
      decidedBy: { kind: 'firewall-rule', name: 'To-ML', collection: 'allow', writtenIn: groupId },
    });
    expect(of('outbound-batch-443')).toMatchObject({
      outcome: 'blocked',
      decidedBy: { kind: 'firewall-rule', default: true, place: null },
    });
    const denied = of('outbound-arm-443');
    expect(denied).toMatchObject({ outcome: 'blocked', decidedBy: { name: 'No-Manager' } });
    const { line } = denied.decidedBy?.['place'] as { line: number };
    expect(
      text
        .split('\n')
        .slice(line, line + 2)
        .join(''),
    ).toContain('"name": "No-Manager"');
  });

  test('decides with rules in the firewall resource', async () => {
    const own = {
      ...firewall,
      firewallPolicy: undefined,
      networkRuleCollections: [
        {
          name: 'own',
          priority: 100,
          action: { type: 'Allow' },
          rules: [
            {
              name: 'To-ML',
              protocols: ['TCP'],
              sourceAddresses: ['*'],
              destinationAddresses: ['AzureMachineLearning'],
              destinationPorts: ['443'],
            },
          ],
        },
      ],
    };
    const { of } = await outcomes([spoke, table, own]);
    expect(of('outbound-aml-443')).toMatchObject({ outcome: 'allowed', decidedBy: { collection: 'own' } });
    expect(of('outbound-batch-443').outcome).toBe('blocked');
  });

  test('blocks a name with a wildcard in a network rule, which the result states as the cause', async () => {
    const [allow, deny] = group.ruleCollections;
    const rules = [{ ...rule('To-Batch', ['443'], ''), destinationFqdns: ['*.batch.azure.com'] }];
    const named = { ...group, ruleCollections: [{ ...allow, rules }, deny] };
    const resources = [spoke, table, firewall, policy, { ...named }, ipGroup];
    const { out } = await ran(`check all.json --subnet snet ${asked} --flows`, {
      'all.json': JSON.stringify(resources),
    });
    expect(out).toContain("Firewall 'afw' blocks ");
    const lines = out.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '    │ A network rule of firewall afw contains the wildcard *.batch.azure.com. Network rules don’t support wildcards, so it allows nothing. Use a service tag or an application rule',
      ]),
    );
    expect(lines.filter((line) => line.includes('*.batch.azure.com'))).toHaveLength(1);
  });

  test.each([
    ['its policy', [spoke, table, firewall, group, ipGroup]],
    ['a rule collection group of its policy', [spoke, table, firewall, policy, ipGroup]],
    ['an IP group', [spoke, table, firewall, policy, group]],
  ])('has an unknown result without %s', async (_, resources) => {
    const { of } = await outcomes(resources);
    expect(of('outbound-aml-443')).toMatchObject({ outcome: 'unknown' });
  });

  test('is an appliance that decides if it isn’t in the files', async () => {
    const { of } = await outcomes([spoke, table]);
    expect(of('outbound-aml-443')).toMatchObject({ outcome: 'forwarded' });
  });

  test.each([
    ['off by default', undefined, 'failed'],
    ['off', { enableProxy: false }, 'failed'],
    ['on, with Azure DNS', { enableProxy: true }, 'passed'],
    ['on, with a custom server', { enableProxy: true, servers: ['10.9.2.4'] }, 'unknown'],
  ])('forwards DNS queries according to its DNS proxy: %s', async (_what, dnsSettings, outcome) => {
    const network = { id: hubId, name: 'hub', type: 'Microsoft.Network/virtualNetworks' };
    const prefixes = { addressPrefixes: ['10.9.0.0/16'] };
    const answering = { ...network, location: 'westeurope', addressSpace: prefixes };
    const asking = { ...spoke, dhcpOptions: { dnsServers: ['10.9.0.4'] } };
    const proxy = { ...policy, ...(dnsSettings ? { dnsSettings } : {}) };
    const { of } = await outcomes([asking, answering, table, firewall, proxy, group, ipGroup]);
    expect(of('dns-custom-server-forwarders').outcome).toBe(outcome);
  });
});
