import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const template = `param location string
param rules array
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: location
  properties: { securityRules: rules }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [
      // aml-secure-compute: cluster public-ip
      { name: 'snet', properties: { addressPrefix: '10.1.0.0/24', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}
`;

const deny = `{
    name: 'Deny-Out'
    properties: {
      priority: 4000
      direction: 'Outbound'
      access: 'Deny'
      protocol: '*'
      sourceAddressPrefix: '*'
      sourcePortRange: '*'
      destinationAddressPrefix: 'Internet'
      destinationPortRange: '*'
    }
  }`;

const files = {
  'infra/main.bicep': template,
  'env/base.bicepparam': "using none\nparam location = 'westeurope'\n",
  'env/prd.bicepparam': `using '../infra/main.bicep'
extends 'base.bicepparam'
param rules = [
  ${deny}
]
`,
  'env/dev.bicepparam': "using '../infra/main.bicep'\nextends 'base.bicepparam'\nparam rules = []\n",
};

describe('a .bicepparam file is checked as its template, with its values', () => {
  test('by check', async () => {
    const { code, out, error } = await ran('check env/prd.bicepparam', files);
    expect(error).toBe('');
    expect(code).toBe(1);
    expect(out).toContain("Rule 4000 'Deny-Out' blocks ");
    expect(out).toContain('env/prd.bicepparam:5:11');
    const alone = await ran('check infra/main.bicep --params env/prd.bicepparam', files);
    const withoutHints = (text: string): string => text.replace(/^ {2}(?:Fix|Explain|All flows) .*\n/gm, '');
    expect(withoutHints(out)).toBe(withoutHints(alone.out));
  });

  test('with separate values for each of several files', async () => {
    const { out } = await ran('check env/dev.bicepparam env/prd.bicepparam --format json', files);
    const { subnets } = JSON.parse(out) as {
      subnets: { requirements: { id: string; outcome: string }[] }[];
    };
    const outcomes = subnets.map(
      ({ requirements }) => requirements.find(({ id }) => id === 'outbound-aml-443')?.outcome,
    );
    expect(outcomes).toEqual(['allowed', 'blocked']);
  });

  test('by fix, which writes where the values come from', async () => {
    const { written } = await ran('fix env/prd.bicepparam', files);
    expect(Object.keys(written)).toEqual(['env/prd.bicepparam']);
    expect(written['env/prd.bicepparam']).toContain("name: 'Allow-AzureML-443'");
  });

  test('by explain, for its lines', async () => {
    const { out } = await ran('explain env/prd.bicepparam:5', files);
    expect(out).toContain("rule 4000 'Deny-Out' blocks it");
  });

  test('by compare, for two files with their values', async () => {
    const { code, out } = await ran('compare env/dev.bicepparam env/prd.bicepparam', files);
    expect(code).toBe(1);
    expect(out).toContain('Deny-Out');
    expect((await ran('compare env/dev.bicepparam env/dev.bicepparam', files)).code).toBe(0);
  });

  test('in the cloud of the template if the parameters don’t state it', async () => {
    const more = {
      'main.bicep': template.replace('location string', "location string = 'usgovvirginia'"),
      'main.bicepparam': "using 'main.bicep'\nparam rules = []\n",
    };
    const { out } = await ran('check main.bicepparam --format json', more);
    expect(JSON.parse(out)).toMatchObject({ cloud: 'usgov' });
  });

  test.each(['check', 'fix', 'compare env/dev.bicepparam', 'resolve'])(
    'with an error from %s if it doesn’t name a template or the template doesn’t exist',
    async (command) => {
      const none = await ran(`${command} env/base.bicepparam`, files);
      expect(none).toMatchObject({
        code: 3,
        error: 'env/base.bicepparam doesn’t name its template. Add a using statement.\n',
      });
      const gone = await ran(`${command} a.bicepparam`, { ...files, 'a.bicepparam': "using 'gone.bicep'\n" });
      expect(gone).toMatchObject({ code: 3, error: 'gone.bicep doesn’t exist. Check the path.\n' });
    },
  );
});

test.each(['check infra/main.bicep --params', 'check', 'resolve'])(
  '%s reports a missing file that the parameters extend',
  async (command) => {
    const text = "using '../infra/main.bicep'\nextends 'gone.bicepparam'\nparam rules = []\n";
    const { code, error } = await ran(`${command} env/a.bicepparam`, { ...files, 'env/a.bicepparam': text });
    expect(code).toBe(3);
    expect(error).toContain('env/gone.bicepparam doesn’t exist. Check the path.');
  },
);

test.each([
  ['a.json', 'location: westeurope', 'a.json:1:1: '],
  ['a.bicepparam', "using 'infra/main.bicep'\nparam = 3\n", 'a.bicepparam:2:7: '],
])('invalid text in %s is reported', async (file, text, place) => {
  for (const command of ['check', 'resolve']) {
    const line = `${command} infra/main.bicep --params ${file}`;
    const { error } = await ran(line, { ...files, [file]: text });
    expect(error).toContain(place);
  }
});
