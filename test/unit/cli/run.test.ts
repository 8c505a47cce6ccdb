import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { exports, ran } from './ran';
import { subnetStatuses } from '../../support/shown-lines';

const whole = 'vnet-show.json nsg-show.json nat-show.json endpoints-list.json';
const asked = '--compute cluster --public-ip no --workspace private';
const outcomesOf = (out: string): Record<string, string> =>
  Object.fromEntries(
    JSON.parse(out).subnets[0].requirements.map((one: { id: string; outcome: string }) => [
      one.id,
      one.outcome,
    ]),
  );

/** A template of one network for a cluster. `location` is a Bicep expression. */
const networkIn = (location: string): string => `resource v 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'v'
  location: ${location}
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 's', properties: { addressPrefix: '10.0.0.0/24' } }] // aml-secure-compute: cluster
  }
}
// The zones of a network are everywhere.
resource z 'Microsoft.Network/privateDnsZones@2020-06-01' = { name: 'privatelink.file.core.windows.net', location: 'Global' }
`;

describe('check', () => {
  test('prints what fails, its place, and its fix', async () => {
    const { code, out, error } = await ran(`check ${whole} --subnet snet-training ${asked} --flows`);
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(out).toContain(
      'vnet-ml-prod-weu/snet-training, for compute that doesn’t exist yet: Not ready: 1 error',
    );
    expect(out).toMatch(
      /\n {2}nsg-show\.json:\d+:5 {2}error {2}Rule 4096 'Deny-All' blocks \d+ flows of 'snet-training' {2}nsg-rule-blocks\n {4}│ Outbound UDP 5831 to AzureMachineLearning {2}outbound-aml-udp-5831\n/,
    );
    expect(out).toMatch(/\n {4}│ UDP 10\.40\.4\.4 → [\d.]+ port 5831\n/);
    expect(out).toMatch(/add rule \d+ Allow-AzureML-UDP-5831 to nsg-training: allow UDP 5831 outbound from/);
    const own = [...out.matchAll(/(?:Fix|and): add rule (\d+) /g)].map(([, priority]) => priority);
    expect(own.length).toBeGreaterThan(4);
    expect(new Set(own.slice(0, 5)).size).toBe(5);
    expect(out).toContain('A cluster has up to 4 nodes.');
    expect(out).not.toContain('--compute');
  });

  test('prints the line of the rule that decided', async () => {
    const { out } = await ran(`check ${whole} --subnet snet-training ${asked}`);
    const line = Number(/nsg-show\.json:(\d+):5/.exec(out)?.[1]);
    const text = await readFile(new URL('nsg-show.json', exports), 'utf8');
    expect(text.split('\n').slice(line - 1, line + 1)).toEqual(['    {', '      "name": "Deny-All",']);
  });

  test('has the same results for output of the Azure CLI and of the API', async () => {
    const flat = await ran(`check ${whole} --subnet snet-training ${asked} --format json`);
    const api = await ran(`check rest-page.json --subnet snet-training ${asked} --format json`);
    // Only the page contains the workspace.
    const ofWorkspace = { 'private-link-public-access-features': 'passed' };
    expect({ ...outcomesOf(flat.out), ...ofWorkspace }).toEqual(outcomesOf(api.out));
    expect(outcomesOf(flat.out)['outbound-batch-443']).toBe('blocked');
    expect(outcomesOf(flat.out)['outbound-arm-443']).toBe('allowed');
  });

  test('assumes that a network export without peerings doesn’t have any, and states that', async () => {
    const vnet = JSON.parse(await readFile(new URL('vnet-show.json', exports), 'utf8'));
    delete vnet.virtualNetworkPeerings;
    const rest = whole.replace('vnet-show.json', 'cut.json');
    const cut = await ran(`check ${rest} --subnet snet-training ${asked} --format json`, {
      'cut.json': JSON.stringify(vnet),
    });
    const as = await ran(`check ${whole} --subnet snet-training ${asked} --format json`);
    expect(outcomesOf(cut.out)).toEqual(outcomesOf(as.out));
    const assumed = (out: string): readonly string[] =>
      JSON.parse(out).subnets[0].assumed.map(({ text }: { text: string }) => text);
    const assumption = 'Network vnet-ml-prod-weu doesn’t have peerings, because its file doesn’t list any.';
    expect(assumed(cut.out)).toContain(assumption);
    expect(assumed(as.out)).not.toContain(assumption);
  });

  test('prints French', async () => {
    const { out } = await ran(`check ${whole} --subnet snet-training ${asked} --flows`, {}, 'fr');
    expect(out).toContain('Pas prêt\u00a0: 1 erreur');
    expect(out).toMatch(
      /La règle 4096 «\u00a0Deny-All\u00a0» bloque \d+ flux de «\u00a0snet-training\u00a0»/,
    );
    expect(out).toContain('Correction\u00a0: ajouter la règle ');
  });

  test('uses the prefixes of the given service tag file', async () => {
    const tags = (prefixes: readonly string[]) =>
      JSON.stringify({
        changeNumber: 400,
        cloud: 'Public',
        values: [{ name: 'AzureMachineLearning', properties: { addressPrefixes: prefixes } }],
      });
    const files = { 'ServiceTags_Public_20260112.json': tags(['192.0.2.0/24', '2001:db8::/32']) };
    const line = `check ${whole} --subnet snet-training ${asked} --service-tags ServiceTags_Public_20260112.json`;
    const { out } = await ran(`${line} --format json`, files);
    const report = JSON.parse(out);
    expect(report.serviceTags).toEqual({ date: '2026-01-12', changeNumber: '400', isOld: false });
    const udp = report.subnets[0].requirements.find(
      (one: { id: string }) => one.id === 'outbound-aml-udp-5831',
    );
    expect(udp.packet.destination).toMatch(/^192\.0\.2\./);
    expect(outcomesOf(out)['outbound-batch-443']).toBe('unknown');
  });
});

describe('effective routes and rules', () => {
  const gateway = 'a-gateway.json';
  const network = (hub: string) => ({
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/vnet-onprem',
    name: 'vnet-onprem',
    type: 'Microsoft.Network/virtualNetworks',
    location: 'westeurope',
    properties: {
      addressSpace: { addressPrefixes: ['10.9.0.0/16'] },
      virtualNetworkPeerings: [
        {
          name: 'RemoteVnetToHubPeering_1',
          properties: {
            peeringState: 'Connected',
            remoteVirtualNetwork: {
              id: `/subscriptions/m/resourceGroups/RG/providers/M/virtualNetworks/${hub}`,
            },
            remoteAddressSpace: { addressPrefixes: ['10.200.0.0/23'] },
            allowForwardedTraffic: true,
            useRemoteGateways: true,
          },
        },
      ],
      subnets: [
        {
          id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/vnet-onprem/subnets/snet',
          name: 'snet',
          properties: { addressPrefix: '10.9.1.0/24', privateEndpointNetworkPolicies: 'Disabled' },
        },
      ],
    },
  });
  const line = `check ${gateway} --subnet snet --format json`;
  const files = { [gateway]: JSON.stringify(network('HV_hub-weu_0123456789')) };
  const routes = (prefix: string) =>
    JSON.stringify({
      value: [
        {
          addressPrefix: [prefix],
          nextHopIpAddress: ['10.200.0.4'],
          nextHopType: 'VirtualNetworkGateway',
          source: 'VirtualNetworkGateway',
          state: 'Active',
        },
      ],
    });

  test('make the routes of a virtual hub known', async () => {
    const unknown = await ran(line, files);
    expect(outcomesOf(unknown.out)['outbound-aml-443']).toBe('unknown');
    expect(unknown.out).toContain(
      'The network is connected to virtual hub hub-weu, which might advertise routes. Check the subnet’s effective routes.',
    );
    const office = await ran(`${line} --effective-routes r.json`, {
      ...files,
      'r.json': routes('192.168.0.0/16'),
    });
    expect(outcomesOf(office.out)['outbound-aml-443']).toBe('allowed');
    const all = await ran(`${line} --effective-routes r.json`, { ...files, 'r.json': routes('0.0.0.0/0') });
    expect(outcomesOf(all.out)).toMatchObject({
      'outbound-aml-443': 'forwarded',
      'udr-bgp-default-route': 'failed',
    });
    // Like a default route of a route table, it isn't a fault by itself (virtual-networks-udr-overview: forced
    // tunnelling).
    const rows: readonly { id: string; severity: string }[] = JSON.parse(all.out).subnets[0].requirements;
    expect(rows.find(({ id }) => id === 'udr-bgp-default-route')?.severity).toBe('info');
  });

  test('contain security admin rules, which are otherwise assumed not to exist', async () => {
    const plain = `check ${whole} --subnet snet-training ${asked} --format json`;
    expect((await ran(plain)).out).toContain('assumed.noAdminRules');
    const rule = {
      id: '/subscriptions/p/resourceGroups/g/providers/Microsoft.Network/networkManagers/nm/securityAdminConfigurations/sac/ruleCollections/rc/rules/Deny-AML',
      kind: 'Custom',
      access: 'Deny',
      direction: 'Outbound',
      priority: 7,
      protocol: 'Tcp',
      sources: [{ addressPrefix: '*', addressPrefixType: 'IPPrefix' }],
      destinations: [{ addressPrefix: 'AzureMachineLearning', addressPrefixType: 'ServiceTag' }],
      sourcePortRanges: ['0-65535'],
      destinationPortRanges: ['443'],
    };
    const { out } = await ran(`${plain} --admin-rules a.json`, {
      'a.json': JSON.stringify({ value: [rule] }),
    });
    expect(out).not.toContain('assumed.noAdminRules');
    const report = JSON.parse(out);
    const row = report.subnets[0].requirements.find((one: { id: string }) => one.id === 'outbound-aml-443');
    expect(row).toMatchObject({
      outcome: 'blocked',
      decidedBy: { kind: 'rule', name: 'Deny-AML', priority: 7, level: 'network-manager' },
      fix: null,
    });
  });

  test('are rejected without a list, or for one of several networks', async () => {
    expect(await ran(`${line} --effective-routes r.json`, { ...files, 'r.json': '[]' })).toMatchObject({
      code: 3,
      error: 'r.json doesn’t contain a list of objects named value.\n',
    });
    const both = `check ${gateway} ${whole} --subnet snet --subnet snet-training --effective-routes r.json`;
    expect(await ran(both, { ...files, 'r.json': routes('0.0.0.0/0') })).toMatchObject({
      code: 2,
      error:
        'Each of these options applies to one network: --effective-routes. Choose its subnets with --subnet.\n',
    });
  });
});

describe('unstated options', () => {
  test('are assumed and printed, and requirements of one mode only are hints', async () => {
    const { out } = await ran('check nsg-show.json vnet-show.json');
    expect(out).toContain('The compute resource is a cluster (--compute).');
    expect(out).toContain('shown as info (--public-ip)');
    expect(out).toContain('shown as info (--workspace)');
    const { out: json } = await ran('check nsg-show.json vnet-show.json --format json');
    const [subnet] = JSON.parse(json).subnets;
    const inbound = subnet.requirements.find((one: { id: string }) => one.id === 'inbound-aml-44224');
    expect(inbound).toMatchObject({ outcome: 'blocked', severity: 'info', finding: false });
  });

  test('are decided from an NSG alone as far as its rules decide', async () => {
    const { code, out } = await ran('check nsg-show.json --region westeurope --format json');
    expect(code).toBe(1);
    expect(outcomesOf(out)).toMatchObject({
      'outbound-aml-udp-5831': 'blocked',
      'subnet-no-delegation': 'unknown',
    });
  });

  test('don’t prevent checking an NSG without a subnet, for any subnet', async () => {
    const text = await readFile(new URL('nsg-show.json', exports), 'utf8');
    const free = JSON.stringify({ ...JSON.parse(text), subnets: [] });
    const { out } = await ran('check free.json --flows', { 'free.json': free });
    expect(out).toContain('nsg-training/any-subnet');
  });

  // Azure has one fact and prints it in both resources: `subnets` of an NSG is read-only
  // (NetworkSecurityGroupData.Subnets).
  test.each([
    ['only the network', { subnets: [] }, {}],
    ['only the NSG', {}, { networkSecurityGroup: null }],
  ] as const)('include the association of an NSG if %s states it', async (_, ofGroup, ofSubnet) => {
    const text = await readFile(new URL('nsg-show.json', exports), 'utf8');
    const network = JSON.parse(await readFile(new URL('vnet-show.json', exports), 'utf8')) as {
      subnets: readonly { readonly name: string }[];
    };
    const subnets = network.subnets.map((one) =>
      one.name === 'snet-training' ? { ...one, ...ofSubnet } : one,
    );
    const files = {
      'g.json': JSON.stringify({ ...JSON.parse(text), ...ofGroup }),
      'v.json': JSON.stringify({ ...network, subnets }),
    };
    const { out } = await ran('check g.json v.json --subnet snet-training --format json', files);
    expect(outcomesOf(out)).toMatchObject({ 'outbound-aml-udp-5831': 'blocked' });
  });

  test('select the subnets with an NSG that has rules for Azure ML', async () => {
    const { out } = await ran(`check ${whole} --format json`);
    expect(JSON.parse(out).subnets.map(({ name }: { name: string }) => name)).toEqual(['snet-training']);
  });

  test('require choosing a subnet if nothing selects one', async () => {
    const text = await readFile(new URL('vnet-show.json', exports), 'utf8');
    expect(await ran('check v.json', { 'v.json': text })).toMatchObject({
      code: 2,
      error:
        'Choose a subnet with --subnet. Subnets: vnet-ml-prod-weu/snet-training and vnet-ml-prod-weu/snet-privatelink.\n',
    });
  });
});

describe('compute resources in the files', () => {
  const id =
    '/subscriptions/5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10/resourceGroups/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud-prod/computes/';
  const subnet =
    '/subscriptions/5f0c7a1e-3b1d-4c55-9a51-6f2f0e9b7c10/resourceGroups/rg-network-prod/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu/subnets/snet-training';
  const compute = (name: string, computeType: string, inner: object) => ({
    id: `${id}${name}`,
    name,
    location: 'westeurope',
    properties: { computeType, properties: { subnet: { id: subnet }, ...inner } },
  });
  const files = {
    'computes.json': JSON.stringify([
      compute('ci-anna', 'ComputeInstance', { enableNodePublicIp: false, state: 'Running' }),
      compute('cpu-train', 'AmlCompute', { scaleSettings: { minNodeCount: 0, maxNodeCount: 9 } }),
    ]),
  };

  test('are checked with their properties', async () => {
    const { out } = await ran('check rest-page.json computes.json --format json', files);
    const report = JSON.parse(out);
    expect(report.subnets.map((one: { compute: object }) => one.compute)).toEqual([
      { name: 'ci-anna', kind: 'instance', publicIp: false },
      { name: 'cpu-train', kind: 'cluster', publicIp: true },
    ]);
    expect(report.subnets[0].assumed.map((one: { key: string }) => one.key)).toEqual([
      'assumed.tags',
      'assumed.noAdminRules',
      'check.assume.storageRegion',
      'check.assume.registryRegion',
    ]);
  });

  test('are overridden by the command line', async () => {
    const { out } = await ran('check rest-page.json computes.json --public-ip no --format json', files);
    const modes = JSON.parse(out).subnets.map(
      (one: { compute: { publicIp: boolean } }) => one.compute.publicIp,
    );
    expect(modes).toEqual([false, false]);
  });
});

describe('a run', () => {
  /** Returns the NSG with an additional rule that allows all outbound traffic. */
  async function openGroup(): Promise<string> {
    const group = JSON.parse(await readFile(new URL('nsg-show.json', exports), 'utf8'));
    const rule = { ...group.securityRules[0], name: 'Allow-Out', priority: 100, protocol: '*' };
    const all = {
      ...rule,
      destinationAddressPrefix: '*',
      destinationPortRange: '*',
      destinationPortRanges: [],
    };
    return JSON.stringify({ ...group, securityRules: [all, ...group.securityRules] });
  }
  const open = 'check vnet-show.json open.json nat-show.json endpoints-list.json --subnet snet-training';

  test('exits with 0 if nothing fails', async () => {
    const { code, out } = await ran(`${open} ${asked} --flows`, { 'open.json': await openGroup() });
    // The files don't contain the private DNS zones of the endpoints.
    const line = 'Ready, DNS not checked: 1 unknown';
    expect({ code, lines: subnetStatuses(out) }).toEqual({ code: 0, lines: [line] });
    expect((await ran(`${open} ${asked} --strict`, { 'open.json': await openGroup() })).code).toBe(1);
  });

  test('exits with 1 from the specified severity on', async () => {
    const files = { 'open.json': await openGroup() };
    const public_ = `${open} --compute cluster --public-ip yes --workspace public`;
    expect((await ran(public_, files)).code).toBe(1);
    const group = 'check nsg-show.json vnet-show.json nat-show.json endpoints-list.json';
    expect((await ran(`${group} ${asked} --fail-on warning`)).code).toBe(1);
  });

  test('exits with 1 for unknown results, unless they’re allowed', async () => {
    const files = { 'open.json': await openGroup() };
    const line = `check vnet-show.json open.json endpoints-list.json --subnet snet-training ${asked}`;
    expect((await ran(line, files)).code).toBe(1);
    expect((await ran(`${line} --allow-unknown`, files)).code).toBe(0);
  });

  const wrong: readonly (readonly [line: string, states: string])[] = [
    ['check', 'Specify a file, or a folder such as . (the current one). See --help.'],
    [
      'look x.json',
      'look isn’t a command. Commands: check, fix, explain, request, check-access, compare, resolve, plan, write, create, mcp, and completion. See --help.',
    ],
    [
      'check nsg-show.json --compute vm',
      '--compute doesn’t accept vm. Allowed values: cluster, instance, and serverless. See --help.',
    ],
    [
      'check nsg-show.json --format yaml',
      '--format doesn’t accept yaml. Allowed values: text, json, sarif, junit, github, azure-pipelines, gitlab, markdown, and csv. See --help.',
    ],
    ['check vnet-show.json --subnet snet-lost', 'Subnet snet-lost isn’t in the files.'],
    ['check resource-list.json', 'vnet-ml-prod-weu and nsg-training don’t have properties in the files'],
    ['check nsg-show.json --zzz', '--zzz isn’t an option of this command. See --help.'],
    ['check nsg-show.json --region', '--region requires a value. See --help.'],
    ['check nsg-show.json --allow-unknown=yes', '--allow-unknown doesn’t accept a value. See --help.'],
  ];
  test.each(wrong)('exits with 2: %s', async (line, states) => {
    const { code, out, error } = await ran(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(states);
  });

  const unreadable: readonly (readonly [name: string, text: string, states: string])[] = [
    ['half.json', '{"id": "/subscriptions/x", "type":', 'half.json:1:35 isn’t JSON (ValueExpected).'],
    ['empty.json', '', 'empty.json:1:1 isn’t JSON (ValueExpected).'],
    ['number.json', '42', 'number.json doesn’t contain an Azure resource'],
    ['list.json', '[1, null, {"name": "x"}]', 'list.json doesn’t contain an Azure resource'],
    [
      'deep.json',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'deep.json has more than 200 nested levels.',
    ],
  ];
  test.each(unreadable)('exits with 3: %s', async (name, text, states) => {
    const { code, out, error } = await ran(`check ${name}`, { [name]: text });
    expect(code).toBe(3);
    expect(out).toContain('No errors in 0 files; 1 not readable');
    expect(error).toContain(states);
  });

  const inGovernment = { 'v.bicep': networkIn("'usgovvirginia'"), 'w.bicep': networkIn("'westeurope'") };
  test.each([
    ['check v.bicep', 'usgov'],
    ['check v.bicep --cloud public', 'public'],
    ['check v.bicep --region chinanorth3', 'china'],
    ['check w.bicep', 'public'],
    ['check v.bicep w.bicep', 'public'],
    ['check p.bicep --params p.json', 'usgov'],
    ['check q.bicep', 'usgov'],
    ['check q.json', 'china'],
    ['check e.json', 'china'],
    // A missing file is reported by the code that reads it.
    ['check v.bicep lost.bicep', undefined],
  ])('uses the cloud of the regions in the files: %s', async (line, cloud) => {
    const files = {
      ...inGovernment,
      'p.bicep': `param location string\n${networkIn('location')}`,
      'p.json': '{"parameters": {"location": {"value": "US DoD East"}}}',
      'q.bicep': `param place string = 'usgovvirginia'\n${networkIn('place')}`,
      'q.json':
        '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "contentVersion": "1.0.0.0", "parameters": {"place": {"type": "string", "defaultValue": "chinaeast2"}}, "resources": [{"type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01", "name": "v", "location": "[parameters(\'place\')]", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}}]}',
      'e.json': `{"type": "Microsoft.Network/virtualNetworks", "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v", "name": "v", "location": "chinaeast2", "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}, "subnets": [{"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s", "name": "s", "properties": {"addressPrefix": "10.0.0.0/24"}}]}}`,
    };
    const { out, code } = await ran(`${line} --format json`, files);
    if (cloud === undefined) expect(code).toBe(3);
    else expect(JSON.parse(out).cloud).toBe(cloud);
  });

  test('exits with 3 for a missing file, tags of another cloud, and invalid tags', async () => {
    expect(await ran('check lost.json')).toMatchObject({
      code: 3,
      error: 'lost.json doesn’t exist. Check the path.\n',
    });
    const tags =
      '{"cloud": "China", "values": [{"name": "X", "properties": {"addressPrefixes": ["1.2.3.0/24"]}}]}';
    const line = 'check nsg-show.json --service-tags t.json';
    expect((await ran(line, { 't.json': tags })).error).toContain('of China, not of public. Set --cloud.');
    expect(await ran(line, { 't.json': '[]' })).toMatchObject({
      code: 3,
      error:
        't.json doesn’t contain service tags. Use Microsoft’s file, or the output of az network list-service-tags.\n',
    });
  });

  test('exits with 0 for help and version', async () => {
    for (const line of ['--help', '-h', 'help']) {
      const { code, out } = await ran(line);
      expect(code).toBe(0);
      expect(out).toContain('resolve FILE [options]');
      expect(out).not.toContain('--service-tags FILE');
    }
    const { code, out } = await ran('--version');
    expect(code).toBe(0);
    expect(out).toMatch(/^1\.2\.3\nRequirements of \d+ \w+ \d{4} · service tags of \d+ \w+ \d{4}\n$/);
  });

  test.each([
    ['check', '--format text', '--allow remove'],
    ['fix', '--allow remove', '--format text'],
    ['explain', '--error TEXT|FILE', '--allow remove'],
    ['request', '--all', '--fail-on'],
    ['compare', 'compare A B', '--fail-on'],
    ['resolve', '--resource-group', '--compute'],
  ])('exits with 0 for the help of %s, with its options and no others', async (command, own, other) => {
    const helps = [`${command} --help`, `${command} a.json -h`, `help ${command}`, `--help ${command}`];
    for (const line of helps) {
      const { code, out } = await ran(line);
      expect(code).toBe(0);
      expect(out).toContain(`aml-secure-compute ${command} `);
      expect(out).toContain(own);
      expect(out).not.toContain(other);
    }
  });

  test('exits with 2 for help on an unknown command, with a list of commands', async () => {
    for (const line of ['look --help', 'help look', 'toString --help']) {
      const { code, out, error } = await ran(line);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(error).toMatch(/isn’t a command\. Commands: check, fix, /);
    }
  });
});
