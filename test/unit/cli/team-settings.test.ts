import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const network = readFileSync(
  new URL('../../fixtures/files/infra/network.bicep', import.meta.url),
  'utf8',
).replace(/ *\/\/ aml-secure-compute:.*\n/, '');
const settings = 'aml-secure-compute.yml';
/** Its route table isn’t in the file. */
const exportOfUnknown = JSON.stringify({
  id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet',
  type: 'Microsoft.Network/virtualNetworks',
  name: 'vnet',
  location: 'westeurope',
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
    virtualNetworkPeerings: [],
    subnets: [
      {
        id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/a',
        name: 'a',
        properties: {
          addressPrefix: '10.0.0.0/24',
          networkSecurityGroup: {
            id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg',
          },
        },
      },
    ],
  },
});

interface Report {
  readonly cloud: string;
  readonly region: string | null;
  readonly subnets: readonly {
    readonly compute: { readonly kind: string; readonly publicIp: boolean | null };
    readonly requirements: readonly {
      readonly id: string;
      readonly severity: string;
      readonly finding: boolean;
      readonly ignored: boolean;
    }[];
  }[];
}

async function check(yaml: string, line = 'check infra/network.bicep --format json --allow-unknown') {
  const { code, out, error } = await ran(line, { 'infra/network.bicep': network, [settings]: yaml });
  const report = JSON.parse(out) as Report;
  return { code, error, report, rows: report.subnets.flatMap((one) => one.requirements) };
}

describe('options that the files don’t state', () => {
  test('come from the settings file', async () => {
    const { report } = await check('publicIp: yes\ncompute: instance\n');
    expect(report.subnets[0]?.compute).toMatchObject({ kind: 'instance', publicIp: true });
  });

  test('come from the command line first', async () => {
    const { report } = await check(
      'publicIp: yes\ncompute: instance\n',
      'check infra/network.bicep --format json --public-ip no',
    );
    expect(report.subnets[0]?.compute).toMatchObject({ kind: 'instance', publicIp: false });
  });
});

describe('severity', () => {
  test('by ID applies to the report and the exit code', async () => {
    const before = await check('publicIp: no\n');
    expect(before.code).toBe(1);
    const open = before.rows.filter(({ finding }) => finding);
    const lower = open.map(({ id }) => `  ${id}: warning`).join('\n');
    const after = await check(`publicIp: no\nseverity:\n${lower}\n`);
    expect(after.code).toBe(0);
    const changed = new Map(after.rows.map((one) => [one.id, one.severity]));
    for (const { id } of open) expect(changed.get(id)).toBe('warning');
  });

  test('off suppresses the report', async () => {
    const after = await check('publicIp: no\nseverity:\n  nsg-rule-blocks: off\n');
    expect(after.code).toBe(0);
    expect(after.rows.filter(({ ignored }) => ignored).length).toBeGreaterThan(2);
  });
});

describe('ignore entries', () => {
  const entry = (expires: string, more = '    path: infra/**\n'): string =>
    `publicIp: no\nignore:\n  - id: nsg-rule-blocks\n${more}    reason: Moves in spring.\n    expires: ${expires}\n`;

  test('that expired report their problems again, with a note', async () => {
    const { code, error } = await check(entry('2020-01-31'));
    expect(code).toBe(1);
    expect(error).toBe(
      'The ignore entry for nsg-rule-blocks and infra/** expired on 31 Jan 2020, so its problems are reported again. Its reason: Moves in spring.\n',
    );
  });
});

test('an error in the settings file is reported at its place, the rest applies, and the run exits with 3', async () => {
  const { code, error, rows } = await check(
    'publicIp: no\nsevrity: {}\nseverity: { nsg-rule-blocks: off }\n',
  );
  expect(error).toBe(`${settings}:2:1: “sevrity” isn’t a setting. Did you mean “severity”?\n`);
  expect(code).toBe(3);
  expect(rows.some(({ ignored }) => ignored)).toBe(true);
});

test('an unknown result stays unknown, whatever its severity', async () => {
  const text = `param last string\n${network.replace("access: 'Deny'", 'access: last')}`;
  const line = 'check infra/network.bicep --public-ip no --format json';
  const files = { 'infra/network.bicep': text };
  const { code, out } = await ran(line, files);
  const ids = [
    ...new Set(
      (JSON.parse(out) as Report).subnets.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
    ),
  ];
  const yaml = `severity:\n${ids.map((id) => `  ${id}: info\n`).join('')}`;
  const ruled = await ran(line, { ...files, [settings]: yaml });
  expect([code, ruled.code, ruled.error]).toEqual([1, 1, '']);
});

test('an unknown exported resource stays unknown too', async () => {
  const name = 'network.json';
  const line = `check ${name} --format json`;
  const files = { [name]: exportOfUnknown };
  const { code, out } = await ran(line, files);
  const ids = [
    ...new Set(
      (JSON.parse(out) as Report).subnets.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
    ),
  ];
  const yaml = `severity:\n${ids.map((id) => `  ${id}: info\n`).join('')}`;
  expect([code, (await ran(line, { ...files, [settings]: yaml })).code]).toEqual([1, 1]);
});

test.each(['check infra', 'check infra --format sarif', 'fix infra', 'request infra'])(
  '%s doesn’t pass if the team excludes every file',
  async (line) => {
    const { code, error, out } = await ran(line, {
      'infra/network.bicep': network,
      [settings]: "exclude: ['**']\n",
    });
    expect([code, error, out]).toEqual([
      2,
      'The team settings exclude every file of infra, so nothing was checked.\n',
      '',
    ]);
  },
);

describe('fix', () => {
  const line = 'fix a b --dry-run --public-ip no';
  const files = { 'a/network.bicep': network, 'b/network.bicep': network };
  const of = (file: string, out: string): string =>
    out.split(/^(?=\S)/m).find((one) => one.includes(file)) ?? '';

  test.each([
    ['ignored', "ignore:\n  - path: '**'\n    reason: x\n    expires: 2030-01-01\n"],
    ['off', 'severity:\n  nsg-rule-blocks: off\n'],
  ])('keeps problems that the team of a folder has %s', async (_what, yaml) => {
    const { out } = await ran(line, { ...files, [`b/${settings}`]: yaml });
    const blocked = /Deny-All|5831/;
    expect(of('a/network.bicep', out)).toMatch(blocked);
    expect(of('b/network.bicep', out)).not.toMatch(blocked);
  });
});

describe('an error in settings files of other folders', () => {
  const yaml = 'sevrity: {}\n';
  const message = `b/${settings}:1:1: “sevrity” isn’t a setting. Did you mean “severity”?\n`;
  const files = { 'a/main.bicep': '', 'b/main.bicep': '', [`b/${settings}`]: yaml };

  test.each(['check a b', 'check a/main.bicep b/main.bicep', 'request a b', 'fix a b', 'fix b'])(
    'is reported by %s, and the run exits with 3',
    async (line) => {
      expect(await ran(line, files)).toMatchObject({ code: 3, error: message });
    },
  );

  test('is reported if the file excludes everything, too', async () => {
    const out = { [`b/${settings}`]: `${yaml}exclude: ['**']\n` };
    const { code, error } = await ran('check a b', { ...files, ...out });
    expect(code).toBe(3);
    expect(error).toContain(message);
  });
});

test('files of folders that the team excludes aren’t checked, unless they’re named explicitly', async () => {
  const files = { 'infra/a.bicep': '', 'infra/old/network.bicep': network };
  const yaml = { [settings]: 'exclude:\n  - infra/old\n' };
  expect((await ran('check infra', { ...files, ...yaml })).out).not.toContain('old/network.bicep');
  expect((await ran('check infra/old/network.bicep', { ...files, ...yaml })).out).toContain(
    'old/network.bicep',
  );
});

test('subnets for Azure ML in the settings are checked without naming them', async () => {
  const plain = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-ml'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 'snet-a', properties: { addressPrefix: '10.0.0.0/24' } }]
  }
}
`;
  const count = async (yaml: string): Promise<number> => {
    const { out } = await ran('check a.bicep --format json', { 'a.bicep': plain, [settings]: yaml });
    return (JSON.parse(out) as Report).subnets.length;
  };
  expect(await count('')).toBe(0);
  expect(await count('subnets: [vnet-ml/snet-a]')).toBe(1);
  expect(await count('subnets: [vnet-ml/other]')).toBe(0);
});

test('parameter files in the settings are used by template', async () => {
  const main = `param last string\n${network.replace("access: 'Deny'", 'access: last')}`;
  const files = {
    'infra/main.bicep': main,
    'env/a.bicepparam': "using '../infra/main.bicep'\nparam last = 'Deny'\n",
    'env/b.bicepparam': "using '../infra/main.bicep'\nparam last = 'Allow'\n",
  };
  const code = async (file: string): Promise<number> => {
    const yaml = `publicIp: no\nparameters:\n  infra/main.bicep: env/${file}.bicepparam\n`;
    return (await ran('check infra/main.bicep --allow-unknown', { ...files, [settings]: yaml })).code;
  };
  expect([await code('a'), await code('b')]).toEqual([1, 0]);
});

const spoke = `param vnetName string
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: vnetName
  scope: resourceGroup('rg-hub')
  resource snet 'subnets' existing = { name: 'snet-training' }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu-cluster'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { subnet: { id: vnet::snet.id }, enableNodePublicIp: false }
  }
}
`;
const values = "using 'main.bicep'\nparam vnetName = 'vnet-ml'\n";
const estate = (hub: string): string => `deployments:
  - name: production
    parts:
${hub}
      - template: product/main.bicep
        parameters: product/prod.bicepparam
`;

describe('deployments that belong together', () => {
  const files = {
    'hub/network.bicep': network,
    'product/main.bicep': spoke,
    'product/prod.bicepparam': values,
  };
  const hub = '      - template: hub/network.bicep\n        resourceGroup: rg-hub';

  test.each(['check product/main.bicep', 'check hub'])(
    'are checked as one by %s, with references resolved',
    async (line) => {
      const { out, code, error } = await ran(line, { ...files, [settings]: estate(hub) });
      expect(error).toBe('');
      expect(out).toContain('1 subnet, 1 cluster');
      expect(out).toContain('hub/network.bicep:');
      expect(out).not.toContain('product/main.bicep:');
      expect(code).toBe(1);
    },
  );

  test('make the run exit with 3 if a part doesn’t exist', async () => {
    const { code, error } = await ran('check product/main.bicep', {
      ...files,
      [settings]: estate('      - template: hub/none.bicep'),
    });
    expect(code).toBe(3);
    expect(error).toContain('hub/none.bicep');
  });

  test.each([
    ['no template', '{"hello": 1}'],
    ['broken JSON', '{"hello": '],
    ['nothing', ''],
  ])('make the run exit with 3 if a part has %s, wherever it is, and no part passes', async (_what, text) => {
    const product = '      - template: product/main.bicep\n';
    const bad = '      - template: hub/bad.json\n';
    for (const parts of [bad + product, product + bad]) {
      const yaml = `deployments:\n  - name: production\n    parts:\n${parts}`;
      const { code, error, out } = await ran('check product/main.bicep --format junit', {
        ...files,
        'hub/bad.json': text,
        [settings]: yaml,
      });
      expect([code, error], parts).toEqual([3, 'hub/bad.json isn’t a Bicep, ARM, or Terraform file.\n']);
      expect(out).not.toContain('No findings');
      expect(out).toMatch(/<testsuite name="product\/main\.bicep" tests="1" failures="0" errors="1"/);
    }
  });

  test.each([
    ['broken', '{"data": [', /^exports\/hub\.json:1:/m],
    [
      'without a resource',
      '{"data": []}',
      /^exports\/hub\.json:1:1: The file doesn’t contain an Azure resource\./m,
    ],
  ])('make the run exit with 3 if an export is %s', async (_what, text, message) => {
    const { code, error } = await ran('check product/main.bicep --allow-unknown --fail-on none', {
      ...files,
      'exports/hub.json': text,
      [settings]: estate('      - resources: exports/hub.json'),
    });
    expect(code).toBe(3);
    expect(error).toMatch(message);
  });

  test('can include an export, which isn’t edited', async () => {
    const { out } = await ran('resolve hub/network.bicep --resource-group rg-hub --subscription s1', {
      'hub/network.bicep': network,
    });
    const { resources } = JSON.parse(out) as { readonly resources: readonly object[] };
    const printed = JSON.stringify({ data: resources });
    const yaml = estate('      - resources: exports/hub.json').replace(
      'product/main.bicep\n',
      'product/main.bicep\n        subscription: s1\n',
    );
    const report = await ran('check product/main.bicep', {
      ...files,
      'exports/hub.json': printed,
      [settings]: yaml,
    });
    expect(report.error).toBe('');
    expect(report.out).toContain('exports/hub.json:');
    expect(report.out).toContain('1 subnet, 1 cluster');
    expect(report.code).toBe(1);
    const fixed = await ran('fix product/main.bicep', {
      ...files,
      'exports/hub.json': printed,
      [settings]: yaml,
    });
    expect(Object.keys(fixed.written)).not.toContain('exports/hub.json');
  });
});
