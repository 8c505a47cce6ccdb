import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { unreadable, ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

/** The same NSG and subnet as an ARM template, with the NSG's rules in a variable. */
const template = JSON.stringify(
  {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { prefix: { type: 'string' } },
    variables: {
      rules: [
        {
          name: 'Allow-AML',
          properties: {
            priority: 110,
            direction: 'Outbound',
            access: 'Allow',
            protocol: 'Tcp',
            sourceAddressPrefix: '*',
            sourcePortRange: '*',
            destinationAddressPrefix: 'AzureMachineLearning',
            destinationPortRange: '443',
          },
        },
        {
          name: 'Deny-All',
          properties: {
            priority: 4096,
            direction: 'Outbound',
            access: 'Deny',
            protocol: '*',
            sourceAddressPrefix: '*',
            sourcePortRange: '*',
            destinationAddressPrefix: '*',
            destinationPortRange: '*',
          },
        },
      ],
    },
    resources: [
      {
        type: 'Microsoft.Network/networkSecurityGroups',
        apiVersion: '2024-05-01',
        name: "[concat(parameters('prefix'), '-nsg')]",
        location: 'westeurope',
        properties: { securityRules: "[variables('rules')]" },
      },
      {
        type: 'Microsoft.Network/virtualNetworks',
        apiVersion: '2024-05-01',
        name: 'vnet',
        location: 'westeurope',
        properties: {
          addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
          subnets: [
            {
              name: 'training',
              properties: {
                addressPrefix: '10.1.1.0/24',
                networkSecurityGroup: {
                  id: "[resourceId('Microsoft.Network/networkSecurityGroups', concat(parameters('prefix'), '-nsg'))]",
                },
              },
            },
          ],
        },
      },
    ],
  },
  null,
  2,
);

describe('templates', () => {
  test('a Bicep file: the rule that blocks, its line, and the plan of the comment', async () => {
    const { code, out } = await ran('check network.bicep --flows', { 'network.bicep': network });
    expect(code).toBe(1);
    expect(out).toContain('vnet-ml/snet-training');
    expect(out).toContain('outbound-aml-udp-5831');
    expect(out).toMatch(/network\.bicep:37:\d+/);
    // The comment states an instance without public IP, so neither is assumed.
    expect(out).not.toContain('--public-ip');
  });

  test('an ARM template: an NSG with an unknown name is associated with its subnet, and its rules are found in the variable', async () => {
    const { code, out } = await ran('check t.json --format json', { 't.json': template });
    expect(code).toBe(1);
    const [subnet] = (
      JSON.parse(out) as {
        subnets: { name: string; requirements: { id: string; outcome: string; decidedBy: unknown }[] }[];
      }
    ).subnets;
    expect(subnet?.name).toBe('training');
    const line = template.slice(0, template.indexOf('"Deny-All"')).split('\n').length;
    expect(subnet?.requirements.find(({ id }) => id === 'outbound-batch-443')).toMatchObject({
      outcome: 'blocked',
      decidedBy: { kind: 'rule', name: 'Deny-All', place: { file: 't.json', line } },
    });
  });

  test('a template with only the network doesn’t determine whether a workspace has a private endpoint', async () => {
    const network = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    virtualNetworkPeerings: []
    subnets: [{ name: 'training', properties: { addressPrefix: '10.1.1.0/24' } }]
  }
}
`;
    const line = 'check n.bicep --subnet training --compute cluster --workspace private --format json';
    const { out } = await ran(line, { 'n.bicep': network });
    const id = 'cluster-cross-region-connectivity';
    expect(JSON.parse(out).subnets[0].requirements).toContainEqual(
      expect.objectContaining({ id, outcome: 'unknown' }),
    );
  });

  test('an incomplete file is checked as far as possible, and never passes', async () => {
    const half = `${network}\nresource more 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: `;
    const checked = await ran('check half.bicep --flows', { 'half.bicep': half });
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('outbound-aml-udp-5831');
    expect(checked.error).toMatch(/^half\.bicep:\d+:\d+: A value is missing\.\n/);
    const alone = await ran('check half.json', { 'half.json': template.slice(0, 400) });
    expect(alone.code).toBe(3);
    expect(alone.error).toMatch(/^half\.json:\d+:\d+: \S/);
  });

  test('modules are read next to the file, but not outside the folder', async () => {
    const main =
      "module net 'modules/network.bicep' = { name: 'net' }\nmodule far '../../far.bicep' = { name: 'far' }";
    const asked: string[] = [];
    const files = new Proxy<Record<string, string>>(
      { 'main.bicep': main, 'modules/network.bicep': network },
      { get: (all, name: string) => (asked.push(name), all[name]) },
    );
    const { code, out } = await ran('check main.bicep', files);
    expect(code).toBe(1);
    expect(out).toMatch(/modules\/network\.bicep:37:\d+/);
    expect(asked.some((name) => name.includes('far'))).toBe(false);
  });

  test('a file in a folder is read, with the modules next to it', async () => {
    const { code, out } = await ran('check infra/main.bicep', {
      'infra/main.bicep': "module net 'modules/network.bicep' = { name: 'net' }",
      'infra/modules/network.bicep': network,
    });
    expect(code).toBe(1);
    expect(out).toMatch(/infra\/modules\/network\.bicep:37:\d+/);
  });

  test('an unreadable file of a folder is reported, and the others are checked', async () => {
    const mixed = { 'mix/a.bicep': network, 'mix/b.bicep': unreadable, 'mix/c.json': '{}' };
    for (const named of ['mix', 'mix/*']) {
      const { code, out, error } = await ran(`check ${named}`, mixed);
      expect({ code, error }).toEqual({
        code: 3,
        error: 'mix/b.bicep is a pipe, device, or socket and not a regular file, so it isn’t read.\n',
      });
      expect(out).toContain('snet-training');
    }
    expect(await ran('check mix', { 'mix/b.bicep': unreadable })).toMatchObject({ code: 3 });
  });

  test('a missing module is reported with its line, and the file doesn’t pass', async () => {
    const files = { 'a.bicep': "\nmodule m 'b.bicep' = { name: 'm' }\n" };
    expect(await ran('check a.bicep', files)).toMatchObject({
      code: 3,
      error: "a.bicep:2:10: 'b.bicep' doesn’t exist, is too large, or isn’t UTF-8 text.\n",
    });
  });

  test('a file or subnet that is named twice is checked once', async () => {
    const files = { 'infra/a.bicep': network };
    const withoutHints = (text: string): string => text.replace(/^ {2}(?:Fix|Explain|All flows) .*\n/gm, '');
    const once = await ran('check infra/a.bicep --subnet snet-training', files);
    for (const line of [
      'check infra/a.bicep infra/a.bicep',
      'check infra/a.bicep ./infra/a.bicep',
      'check infra ./infra/a.bicep',
      'check infra/a.bicep --subnet snet-training --subnet snet-training',
    ]) {
      expect(withoutHints((await ran(line, files)).out)).toBe(withoutHints(once.out));
    }
  });

  test('each template of a folder is checked once, and modules where they’re used', async () => {
    const files = {
      'infra/main.bicep': "module net 'modules/network.bicep' = { name: 'net' }",
      'infra/modules/network.bicep': network,
      'infra/other.json': '{ "no": "template" }',
      'infra/storage.bicep': "resource a 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'a' }",
    };
    const { code, out } = await ran('check infra --flows', files);
    expect(code).toBe(1);
    expect(out.match(/vnet-ml\/snet-training, for/g)).toHaveLength(1);
    expect(out).toMatch(/infra\/modules\/network\.bicep:37:\d+/);
  });

  test('each template of a pattern is checked once too, and exports that it matches are read as one', async () => {
    const files = {
      'infra/main.bicep': "module net 'modules/network.bicep' = { name: 'net' }",
      'infra/modules/network.bicep': network,
      'infra/other.json': '{ "no": "template" }',
      'exports/nsg.json': JSON.stringify({
        id: '/subscriptions/1/resourceGroups/r/providers/Microsoft.Network/networkSecurityGroups/g',
        name: 'g',
        type: 'Microsoft.Network/networkSecurityGroups',
        properties: { securityRules: [] },
      }),
    };
    const { code, out } = await ran('check infra/**/*.bicep --flows', files);
    expect(code).toBe(1);
    expect(out.match(/vnet-ml\/snet-training, for/g)).toHaveLength(1);
    const named = await ran('check exports/nsg.json --format json', files);
    expect(named.code).toBe(1);
    expect(await ran('check */*.json --format json', files)).toEqual(named);
  });

  test('a pattern without a match is reported', async () => {
    expect(await ran('check infra/**/*.bicep', {})).toMatchObject({
      code: 3,
      error: 'infra/**/*.bicep doesn’t match a Bicep, JSON, or Terraform file.\n',
    });
  });

  test('a subnet is searched for in all templates of a folder, and its name must exist', async () => {
    const files = {
      'infra/network.bicep': network,
      'infra/more.bicep': network.replaceAll('snet-training', 'snet-more'),
    };
    const { out } = await ran('check infra --subnet snet-more --flows', files);
    expect(out).toContain('vnet-ml/snet-more');
    expect(out).not.toContain('vnet-ml/snet-training');
    expect(await ran('check infra --subnet snet-no', files)).toMatchObject({
      code: 2,
      error: expect.stringMatching(
        /^Subnet snet-no isn’t in the files\. They contain: .*snet-training.*snet-more/,
      ),
    });
  });

  test('a template of another folder can use files of its project, or of the specified root', async () => {
    const files = {
      '../else/app/main.bicep': "module net '../modules/network.bicep' = { name: 'net' }",
      '../else/modules/network.bicep': network,
    };
    const apart = await ran('check ../else/app/main.bicep', files);
    expect(apart.code).toBe(1);
    expect(apart.out).toContain("../else/app/main.bicep:1:12  '../modules/network.bicep' is outside");
    const { code, out } = await ran('check ../else/app/main.bicep --root ../else', files);
    expect(code).toBe(1);
    expect(out).toMatch(/\.\.\/else\/modules\/network\.bicep:37:\d+/);
  });

  test('a file without Azure ML passes', async () => {
    const storage = "resource a 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 'a' }";
    const { code, out } = await ran('check a.bicep', { 'a.bicep': storage });
    expect(code).toBe(0);
    expect(out).toContain('don’t contain a subnet for Azure ML');
  });
});
