import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isHarmless } from '../../../src/file-checks/edits/needs-preview';
import { testedEdits } from '../../../src/file-checks/edits/tested-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import type { Problem } from '../../../src/file-checks/problem';
import { withoutSuppressed } from '../../../src/file-checks/suppressed';
import { messagesIn } from '../../support/messages-in';
import { formatProblem } from '../../../src/wording/problem-text';
import { analyzed, testFixContext } from './analyzed';
import { changedLines, offered } from './fixed';

const id = 'compute-outside-network';
const say = messagesIn('en');
const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url), 'utf8');
const network = fixture('infra/by-default.bicep');

const workspace = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw-risk'
  location: location
  properties: {}
}
`;

const cluster = (nodes = "vmSize: 'Standard_DS3_v2'", more = ''): string => `
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu-cluster'
  location: location
  properties: {
    computeType: 'AmlCompute'
    properties: {
      ${nodes}
      enableNodePublicIp: false
    }
  }
}
${more}`;

const whole = network + workspace + cluster();

async function outsideIn(files: Readonly<Record<string, string>>): Promise<readonly Problem[]> {
  return problemsOf((await analyzed(files)).check).filter((one) => one.id === id);
}

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly dependsOn?: readonly string[];
  readonly properties?: object;
}

interface JsonTemplate {
  readonly resources: readonly Resource[];
}

const amlRule = {
  priority: 100,
  direction: 'Outbound',
  access: 'Allow',
  protocol: '*',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: 'AzureMachineLearning',
  destinationPortRange: '*',
};
const subnetOfAml = {
  addressPrefix: '10.40.4.0/26',
  networkSecurityGroup: {
    id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-training')]",
  },
};

/** Returns a template with a network for Azure ML, and a workspace with a cluster outside it. */
function template(change: (all: readonly Resource[]) => readonly Resource[] = (all) => all): string {
  const network = [
    {
      type: 'Microsoft.Network/networkSecurityGroups',
      apiVersion: '2024-05-01',
      name: 'nsg-training',
      location: '[resourceGroup().location]',
      properties: { securityRules: [{ name: 'Allow-AML', properties: amlRule }] },
    },
    {
      type: 'Microsoft.Network/virtualNetworks',
      apiVersion: '2024-05-01',
      name: 'vnet-training',
      location: '[resourceGroup().location]',
      properties: {
        addressSpace: { addressPrefixes: ['10.40.0.0/21'] },
        subnets: [{ name: 'snet-training', properties: subnetOfAml }],
      },
    },
  ];
  const own = [
    {
      type: 'Microsoft.MachineLearningServices/workspaces',
      apiVersion: '2024-04-01',
      name: 'mlw-risk',
      location: '[resourceGroup().location]',
      properties: {},
    },
    {
      type: 'Microsoft.MachineLearningServices/workspaces/computes',
      apiVersion: '2024-04-01',
      name: 'mlw-risk/cpu-cluster',
      location: '[resourceGroup().location]',
      dependsOn: ["[resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-risk')]"],
      properties: { computeType: 'AmlCompute', properties: { enableNodePublicIp: true } },
    },
  ];
  const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  const resources = change([...network, ...own]);
  return JSON.stringify({ $schema, contentVersion: '1.0.0.0', resources }, null, 2);
}

describe('a compute resource outside the network that is declared for it', () => {
  test('is reported at its name, with the subnet as related location', async () => {
    const [problem, ...more] = await outsideIn({ 'main.bicep': whole });
    expect(more).toEqual([]);
    expect(problem && whole.slice(problem.place.start, problem.place.end)).toBe('cluster');
    expect(problem?.severity).toBe('warning');
    expect(problem && formatProblem(say, problem)).toBe(
      "'cpu-cluster' doesn’t specify a subnet, so it runs outside your network. 'vnet-training/snet-training' is declared for Azure ML.",
    );
    expect(problem?.related.map(({ place }) => whole.slice(place.start, place.end))).toEqual([
      "'snet-training'",
    ]);
  });

  test.each([
    ['the subnet isn’t declared for Azure ML', whole.replace('// aml-secure-compute', '// aml')],
    [
      'the workspace has a managed network',
      whole.replace(
        'properties: {}',
        "properties: { managedNetwork: { isolationMode: 'AllowInternetOutbound' } }",
      ),
    ],
    [
      'no file creates the workspace',
      whole.replace(
        "workspaces@2024-04-01' = {\n  name: 'mlw-risk'\n  location: location\n  properties: {}",
        "workspaces@2024-04-01' existing = {\n  name: 'mlw-risk'",
      ),
    ],
    ['the subnet is null', network + workspace + cluster('subnet: null')],
    ['its properties aren’t known', `param nodes object\n${network}${workspace}${cluster('...nodes')}`],
    ['it isn’t a cluster or instance', whole.replace("'AmlCompute'", "'Kubernetes'")],
  ])('isn’t reported if %s', async (_, text) => {
    expect(await outsideIn({ 'main.bicep': text })).toEqual([]);
  });

  test('is reported if the managed network is disabled', async () => {
    const text = whole.replace(
      'properties: {}',
      "properties: { managedNetwork: { isolationMode: 'Disabled' } }",
    );
    expect(await outsideIn({ 'main.bicep': text })).toHaveLength(1);
  });

  test('is reported if only the tags in the NSG show that the subnet is for Azure ML', async () => {
    const text = whole
      .replace('      // aml-secure-compute: cluster no-public-ip\n', '')
      .replace(
        'securityRules: []',
        "securityRules: [{ name: 'Allow-AML', properties: { priority: 100, direction: 'Outbound', access: 'Allow', protocol: 'Tcp', sourcePortRange: '*', sourceAddressPrefix: '*', destinationAddressPrefix: 'AzureMachineLearning', destinationPortRange: '443' } }]",
      );
    expect(await outsideIn({ 'main.bicep': text })).toHaveLength(1);
  });

  test('isn’t reported if a comment suppresses it', async () => {
    const text = whole.replace(
      'resource cluster',
      `// aml-secure-compute: ignore-next-line ${id}\nresource cluster`,
    );
    const reported = await outsideIn({ 'main.bicep': text });
    expect(reported).toHaveLength(1);
    expect(withoutSuppressed(reported, () => text)).toEqual([]);
  });
});

describe('the fix that adds the subnet to the compute resource', () => {
  test('refers to the subnet through its network, and the subnet is checked with the compute resource', async () => {
    const { titles, after } = await offered({ 'main.bicep': whole }, id);
    expect(titles).toEqual(["Put cpu-cluster into 'vnet-training/snet-training'"]);
    const text = after['main.bicep'] ?? '';
    expect(changedLines(whole, text)).toEqual([
      '+ subnet: {',
      "+ id: '${vnet.id}/subnets/snet-training'",
      '+ }',
    ]);
    const { check } = await analyzed({ 'main.bicep': text });
    expect(check.subjects.map(({ subnet, compute }) => [subnet.name, compute])).toEqual([
      ['snet-training', 'cpu-cluster'],
    ]);
    expect(await outsideIn({ 'main.bicep': text })).toEqual([]);
  });

  test.each([
    [
      'of a parameter',
      "param snet string = 'snet-training'\n",
      'name: snet\n',
      "'${vnet.id}/subnets/${snet}'",
    ],
    [
      'that is composed',
      "param env string = 'dev'\n",
      "name: 'snet-${env}'\n",
      "'${vnet.id}/subnets/snet-${env}'",
    ],
  ])('writes the subnet’s name in the same form: %s', async (_, above, name, id_) => {
    const text = above + whole.replace("name: 'snet-training'\n", name);
    const { after } = await offered({ 'main.bicep': text }, id);
    expect(changedLines(text, after['main.bicep'] ?? '')).toContain(`+ id: ${id_}`);
  });

  const inNetwork = /subnets: \[[\s\S]*?\n {4}\]\n {2}\}/;
  const properties =
    "{ addressPrefix: '10.40.4.0/26', networkSecurityGroup: { id: nsg.id }, natGateway: { id: nat.id } }";

  test('uses the symbol of a subnet that is nested in its network or a separate resource', async () => {
    const inside = whole.replace(
      inNetwork,
      `}\n  // aml-secure-compute: cluster no-public-ip\n  resource training 'subnets' = {\n    name: 'snet-training'\n    properties: ${properties}\n  }`,
    );
    expect((await offered({ 'main.bicep': inside }, id)).after['main.bicep']).toContain(
      'id: vnet::training.id',
    );
    const beside = `${whole.replace(inNetwork, '}')}
// aml-secure-compute: cluster no-public-ip
resource training 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet-training'
  properties: ${properties}
}
`;
    expect((await offered({ 'main.bicep': beside }, id)).after['main.bicep']).toContain('id: training.id');
  });

  test.each([
    [
      'no properties yet',
      '',
      ['+ properties: {', '+ subnet: {', "+ id: '${vnet.id}/subnets/snet-training'", '+ }', '+ }'],
    ],
    [
      'properties on one line',
      "\n    properties: { vmSize: 'Standard_DS3_v2' }",
      [
        "- properties: { vmSize: 'Standard_DS3_v2' }",
        "+ properties: { vmSize: 'Standard_DS3_v2', subnet: { id: '${vnet.id}/subnets/snet-training' } }",
      ],
    ],
  ])('adds the subnet to an instance with %s', async (_, nodes, lines) => {
    const instance = cluster().replace(
      /'AmlCompute'\n {4}properties: \{[^}]*\}/,
      `'ComputeInstance'${nodes}`,
    );
    const text = network.replace('cluster no-public-ip', 'instance public-ip') + workspace + instance;
    const { after } = await offered({ 'main.bicep': text }, id);
    expect(changedLines(text, after['main.bicep'] ?? '')).toEqual(lines);
  });

  test('works for two compute resources, one after the other', async () => {
    const two =
      network +
      workspace +
      cluster(
        undefined,
        cluster().replace('resource cluster', 'resource gpu').replace('cpu-cluster', 'gpu-cluster'),
      );
    expect(await outsideIn({ 'main.bicep': two })).toHaveLength(2);
    const first = (await offered({ 'main.bicep': two }, id)).after['main.bicep'] ?? '';
    expect(await outsideIn({ 'main.bicep': first })).toHaveLength(1);
    const second = (await offered({ 'main.bicep': first }, id)).after['main.bicep'] ?? '';
    expect(await outsideIn({ 'main.bicep': second })).toEqual([]);
  });

  test('is never applied on save, because the nodes then run elsewhere', async () => {
    const fixTest = await testFixContext({ 'main.bicep': whole });
    const [problem] = problemsOf(fixTest.analysis.check).filter((one) => one.id === id);
    const tested = problem && (await testedEdits(fixTest, problem));
    expect(tested && isHarmless(tested)).toBe(false);
  });
});

/** Returns the network with more subnets, each after a comment with its plan. */
function withSubnets(...comments: readonly string[]): string {
  const more = comments.map(
    (comment, index) => `      // aml-secure-compute: ${comment}
      {
        name: 'snet-${String(index + 2)}'
        properties: {
          addressPrefix: '10.40.${String(index + 5)}.0/26'
          networkSecurityGroup: { id: nsg.id }
          natGateway: { id: nat.id }
        }
      }
`,
  );
  return whole.replace('    subnets: [\n', `    subnets: [\n${more.join('')}`);
}

describe('several subnets that are declared for a compute resource', () => {
  test('are all named and offered, and none is preferred or applied on save', async () => {
    const text = withSubnets('cluster no-public-ip');
    const [problem] = await outsideIn({ 'main.bicep': text });
    expect(problem && formatProblem(say, problem)).toBe(
      "'cpu-cluster' doesn’t specify a subnet, so it runs outside your network. Several are declared for Azure ML: vnet-training/snet-2 and vnet-training/snet-training.",
    );
    expect(problem?.related).toHaveLength(2);
    const { titles, after } = await offered({ 'main.bicep': text }, id);
    expect(titles).toEqual([
      "Put cpu-cluster into 'vnet-training/snet-2'",
      "Put cpu-cluster into 'vnet-training/snet-training'",
    ]);
    expect(after['main.bicep']).toContain("id: '${vnet.id}/subnets/snet-2'");
    const fixTest = await testFixContext({ 'main.bicep': text });
    const again = problemsOf(fixTest.analysis.check).find((one) => one.id === id);
    expect(again && (await testedEdits(fixTest, again))).toBeUndefined();
  });

  test('don’t include one with a comment for another kind of compute', async () => {
    const { titles } = await offered({ 'main.bicep': withSubnets('instance') }, id);
    expect(titles).toEqual(["Put cpu-cluster into 'vnet-training/snet-training'"]);
  });

  test('are offered up to five', async () => {
    const text = withSubnets(...Array<string>(6).fill('cluster no-public-ip'));
    expect((await offered({ 'main.bicep': text }, id)).titles).toHaveLength(5);
  });
});

describe('a subnet in which the compute resource would fail another check', () => {
  test('isn’t offered, and the reason names the check', async () => {
    const text = template().replace('"enableNodePublicIp": true', '"enableNodePublicIp": false');
    expect(await offered({ 'main.json': text }, id)).toMatchObject({
      titles: [],
      whyNot:
        "With cpu-cluster in 'vnet-training/snet-training', another check fails. Fix it first: npip-requires-private-endpoint.",
    });
  });
});

describe('a subnet in another module', () => {
  const main = (parameters = ''): string =>
    `module net 'net.bicep' = {\n  name: 'net'\n}\nmodule ml 'ml.bicep' = {\n  name: 'ml'\n${parameters}}\n`;
  const ml = `param location string = resourceGroup().location\n${workspace}${cluster()}`;

  test('is passed by a parameter that contains its ID', async () => {
    const files = {
      'main.bicep': main('  params: { subnetId: net.outputs.trainingSubnetId }\n'),
      'net.bicep': `${network}output trainingSubnetId string = vnet.properties.subnets[0].id\n`,
      'ml.bicep': `param subnetId string\n${ml}`,
    };
    const { after } = await offered(files, id);
    expect(after['ml.bicep']).toContain('id: subnetId');
  });

  test('is passed by an output of its module, and by no other output', async () => {
    const files = {
      'main.bicep': `param location string = resourceGroup().location\nmodule net 'net.bicep' = {\n  name: 'net'\n}\n${workspace}${cluster()}`,
      'net.bicep': `${network}output subnetName string = 'snet-training'\noutput subnetId string = '\${vnet.id}/subnets/snet-training'\n`,
    };
    const { after } = await offered(files, id);
    expect(after['main.bicep']).toContain('id: net.outputs.subnetId');
  });

  test('isn’t offered if nothing passes its ID, with the reason', async () => {
    const files = { 'main.bicep': main(), 'net.bicep': network, 'ml.bicep': ml };
    expect(await offered(files, id)).toMatchObject({
      titles: [],
      whyNot:
        'ml.bicep can’t refer to vnet-training/snet-training: it’s declared under a condition, in a loop, or in another file, or its name is computed.',
    });
  });

  test('isn’t offered if a condition can omit the network', async () => {
    const text = `param own bool = true\n${whole.replace("virtualNetworks@2024-05-01' = {", "virtualNetworks@2024-05-01' = if (own) {")}`;
    expect((await offered({ 'main.bicep': text }, id)).titles).toEqual([]);
  });
});

describe('a subnet in an ARM template', () => {
  test('is written as a resource ID, and the compute resource depends on the network', async () => {
    const text = template();
    const { titles, after } = await offered({ 'main.json': text }, id);
    expect(titles).toEqual(["Put cpu-cluster into 'vnet-training/snet-training'"]);
    const changed = JSON.parse(after['main.json'] ?? '') as JsonTemplate;
    expect(changed.resources.at(-1)).toMatchObject({
      dependsOn: [
        "[resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-risk')]",
        "[resourceId('Microsoft.Network/virtualNetworks', 'vnet-training')]",
      ],
      properties: {
        properties: {
          enableNodePublicIp: true,
          subnet: {
            id: "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-training', 'snet-training')]",
          },
        },
      },
    });
  });

  test.each([
    ['vnet-training/snet-training', "'vnet-training', 'snet-training'"],
    ["[concat('vnet-training', '/', 'snet-training')]", "'vnet-training', 'snet-training'"],
    ["[concat(toLower('VNET-training'), '/snet-training')]", "toLower('VNET-training'), 'snet-training'"],
    [
      "[format('{0}/{1}', 'vnet-training', toLower('SNET-training'))]",
      "'vnet-training', toLower('SNET-training')",
    ],
  ])('is found as a separate resource, named %s', async (name, segments) => {
    const text = template((all) =>
      all.flatMap((one) => {
        if (one.type !== 'Microsoft.Network/virtualNetworks') return [one];
        const own = {
          type: 'Microsoft.Network/virtualNetworks/subnets',
          apiVersion: '2024-05-01',
          name,
          dependsOn: ["[resourceId('Microsoft.Network/virtualNetworks', 'vnet-training')]"],
          properties: subnetOfAml,
        };
        const addressSpace = { addressPrefixes: ['10.40.0.0/21'] };
        return [{ ...one, properties: { addressSpace } }, own];
      }),
    );
    const { after } = await offered({ 'main.json': text }, id);
    const wanted = `[resourceId('Microsoft.Network/virtualNetworks/subnets', ${segments})]`;
    expect(after['main.json']?.split(JSON.stringify(wanted))).toHaveLength(3);
  });

  test('is found if nested in its network, and by symbolic names', async () => {
    const nested = template((all) =>
      all.map((one) => {
        if (one.type !== 'Microsoft.Network/virtualNetworks') return one;
        const own = {
          type: 'subnets',
          apiVersion: '2024-05-01',
          name: 'snet-training',
          properties: subnetOfAml,
        };
        const addressSpace = { addressPrefixes: ['10.40.0.0/21'] };
        return { ...one, properties: { addressSpace }, resources: [own] };
      }),
    );
    const { after } = await offered({ 'main.json': nested }, id);
    const wanted =
      "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-training', 'snet-training')]";
    expect(after['main.json']?.split(JSON.stringify(wanted))).toHaveLength(3);

    const plain = JSON.parse(template()) as JsonTemplate;
    const resources = Object.fromEntries(
      plain.resources.map((one) => [one.type.split('/').at(-1) ?? '', { ...one, dependsOn: [] }]),
    );
    const named = JSON.stringify({ ...plain, languageVersion: '2.0', resources }, null, 2);
    const symbolic = await offered({ 'main.json': named }, id);
    const changed = JSON.parse(symbolic.after['main.json'] ?? '') as {
      readonly resources: Readonly<Record<string, Resource>>;
    };
    expect(changed.resources['computes']).toMatchObject({
      dependsOn: ['virtualNetworks'],
      properties: { properties: { subnet: { id: wanted } } },
    });
  });
});
