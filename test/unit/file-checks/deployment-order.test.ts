import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isHarmless } from '../../../src/file-checks/edits/needs-preview';
import { testedEdits } from '../../../src/file-checks/edits/tested-edits';
import type { Problem } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { formatProblem } from '../../../src/wording/problem-text';
import { startBicep } from '../../support/bicep';
import { caseCount } from '../../support/case-count';
import { seeded } from '../../support/random';
import { analyzed, testFixContext } from './analyzed';
import { changedLines, offered } from './fixed';

const id = 'compute-before-private-endpoint';
const say = messagesIn('en');
const bicep = startBicep();
afterAll(() => bicep?.stop());

type Files = Readonly<Record<string, string>>;

const location = "param location string = 'westeurope'\nparam subnetId string\n";
const workspace = `resource mlw 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw-risk'
  location: location
  identity: { type: 'SystemAssigned' }
  properties: {}
}
`;
const endpoint = (
  target = 'mlw.id',
  more = '',
): string => `resource pe 'Microsoft.Network/privateEndpoints@2024-05-01' = ${more}{
  name: 'pe-mlw'
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: 'mlw', properties: { privateLinkServiceId: ${target}, groupIds: ['amlworkspace'] } }
    ]
  }
}
`;
const cluster = (
  more = '',
  publicIp = 'false',
): string => `resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: mlw
  name: 'cpu-cluster'
  location: location
${more}  properties: {
    computeType: 'AmlCompute'
    properties: {
      vmSize: 'Standard_DS3_v2'
      enableNodePublicIp: ${publicIp}
      subnet: { id: subnetId }
    }
  }
}
`;
const waiting = '  dependsOn: [pe]\n';
const existing = `resource mlw 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = {
  name: 'mlw-risk'
}
`;
const module = (name: string, params: string, more = ''): string => `module ${name} '${name}.bicep' = {
  name: '${name}'
  params: { ${params} }
${more}}
`;
const base = location + workspace + endpoint();

/** Three modules, as in landing zones. */
const landingZone = (computeMore = ''): Files => ({
  'main.bicep':
    location +
    module('aml', 'location: location') +
    module('link', 'location: location, subnetId: subnetId, workspaceId: aml.outputs.id') +
    module('compute', 'location: location, subnetId: subnetId', computeMore),
  'aml.bicep': `param location string\n${workspace}output id string = mlw.id\n`,
  'link.bicep': `param location string\nparam subnetId string\nparam workspaceId string\n${endpoint('workspaceId')}output done bool = true\n`,
  'compute.bicep': `param location string\nparam subnetId string\nparam after bool = true\n${existing}${cluster()}`,
});

async function problemsIn(files: Files): Promise<readonly Problem[]> {
  return problemsOf((await analyzed(files)).check).filter((one) => one.id === id);
}

async function reported(files: Files): Promise<readonly string[]> {
  return (await problemsIn(files)).map((one) => `${one.severity}: ${formatProblem(say, one)}`);
}

const tooEarly =
  "error: 'cpu-cluster' doesn’t have a public IP and doesn’t wait for private endpoint 'pe-mlw' of workspace 'mlw-risk'. Azure refuses it if it’s created first.";

describe('a cluster without public IP that doesn’t wait for the private endpoint', () => {
  test('is an error at the cluster’s name, with the endpoint as related location', async () => {
    const text = base + cluster();
    const [problem, ...more] = await problemsIn({ 'main.bicep': text });
    expect(more).toEqual([]);
    expect(problem && formatProblem(say, problem)).toBe(tooEarly.replace('error: ', ''));
    expect(problem?.severity).toBe('error');
    expect(problem && text.slice(problem.place.start, problem.place.end)).toBe('cluster');
    expect(problem?.related.map(({ place }) => text.slice(place.start, place.end))).toEqual(['pe']);
  });

  test.each([
    ['a compute instance', { 'main.bicep': base + cluster().replace('AmlCompute', 'ComputeInstance') }],
    ['a cluster in a separate module', landingZone()],
    ['a cluster that waits only for another module', landingZone('  dependsOn: [aml]\n')],
    [
      'a cluster that waits for an existing resource of the same name',
      {
        'main.bicep': `${
          base
        }resource there 'Microsoft.Network/privateEndpoints@2024-05-01' existing = { name: 'pe-other' }\n${cluster(
          '  dependsOn: [there]\n',
        )}`,
      },
    ],
    [
      'a cluster nested in the workspace',
      {
        'main.bicep':
          location +
          workspace.replace(
            'properties: {}\n',
            `properties: {}\n${cluster().replace('  parent: mlw\n', '').replace('Microsoft.MachineLearningServices/workspaces/', '')}`,
          ) +
          endpoint(),
      },
    ],
  ])('%s', async (_, files) => {
    expect(await reported(files)).toEqual([tooEarly]);
  });
});

describe('deployment orders without a problem', () => {
  test.each([
    ['the cluster waits for the endpoint', { 'main.bicep': base + cluster(waiting) }],
    ['the cluster has a public IP', { 'main.bicep': base + cluster('', 'true') }],
    ['no file creates an endpoint', { 'main.bicep': location + workspace + cluster() }],
    [
      'the endpoint is for another service',
      {
        'main.bicep': location + workspace + endpoint('subnetId').replace('amlworkspace', 'blob') + cluster(),
      },
    ],
    ['the module waits', landingZone('  dependsOn: [link]\n')],
    [
      'an output of the endpoint’s module is a parameter',
      {
        ...landingZone(),
        'main.bicep':
          landingZone()['main.bicep']?.replace(
            "compute.bicep' = {\n  name: 'compute'\n  params: { ",
            "compute.bicep' = {\n  name: 'compute'\n  params: { after: link.outputs.done, ",
          ) ?? '',
      },
    ],
    [
      'the cluster waits indirectly for the endpoint',
      {
        'main.bicep': `${
          base
        }resource zone 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {\n  parent: pe\n  name: 'default'\n  properties: { privateDnsZoneConfigs: [] }\n}\n${cluster(
          '  dependsOn: [zone]\n',
        )}`,
      },
    ],
    [
      'a variable references the endpoint',
      { 'main.bicep': `${base}var link = pe.id\n${cluster('  tags: { link: link }\n')}` },
    ],
    [
      'the workspace has a managed virtual network',
      {
        'main.bicep':
          base.replace(
            'properties: {}',
            "properties: { managedNetwork: { isolationMode: 'AllowInternetOutbound' } }",
          ) + cluster(),
      },
    ],
  ] as const)('%s', async (_, files) => {
    expect(await reported(files as Files)).toEqual([]);
  });
});

describe('deployment orders that are unknown', () => {
  const unknown = (because: string): string =>
    `info: Couldn’t confirm that 'cpu-cluster' is created after private endpoint 'pe-mlw' of workspace 'mlw-risk': ${because}`;
  const flag = 'param isPrivate bool\n';

  test.each([
    [
      'the workspace is created elsewhere',
      { 'main.bicep': location + existing + endpoint() + cluster() },
      'Workspace mlw-risk is created elsewhere and might already have a private endpoint. Check it in Azure.',
    ],
    [
      'a condition without a value creates the endpoint',
      { 'main.bicep': flag + location + workspace + endpoint('mlw.id', 'if (isPrivate) ') + cluster() },
      'Parameter isPrivate doesn’t have a value. Set it in a parameter file.',
    ],
    [
      'a parameter without a value decides the public IP',
      { 'main.bicep': flag + base + cluster('', 'isPrivate') },
      'Parameter isPrivate doesn’t have a value. Set it in a parameter file.',
    ],
    [
      'the endpoint is for an unknown service',
      {
        'main.bicep': `param target string\n${location}${workspace}${endpoint("target == '' ? mlw.id : target")}${cluster()}`,
      },
      'Parameter target doesn’t have a value. Set it in a parameter file.',
    ],
    [
      'an intermediate resource has an unknown condition',
      {
        'main.bicep': `${flag}${base}resource between 'Microsoft.Network/routeTables@2024-05-01' = if (isPrivate) {\n  name: 'between'\n  location: location\n  dependsOn: [pe]\n}\n${cluster(
          '  dependsOn: [between]\n',
        )}`,
      },
      'The order depends on a condition, a loop, or a name without a value before pe-mlw. Add an explicit dependency.',
    ],
  ])('%s', async (_, files, because) => {
    expect(await reported(files)).toEqual([unknown(because)]);
  });

  const named = workspace.replace("'mlw-risk'", 'workspaceName');
  const other = (name: string): string =>
    `resource other 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = {\n  name: ${name}\n}\n`;
  const perhaps = (name: string): string =>
    `The private endpoint is for ${name}, which might be this workspace. Add an explicit dependency.`;

  test.each([
    [
      'the endpoint references a workspace by another parameter',
      `param workspaceName string\nparam target string\n${location}${named}${other('target')}${endpoint('other.id')}${cluster()}`,
      perhaps('‹target›'),
      '‹workspaceName›',
    ],
    [
      'the endpoint references a workspace by an unknown ID',
      `param target string\n${location}${workspace}${endpoint('target')}${cluster()}`,
      perhaps('‹target›'),
      'mlw-risk',
    ],
    [
      'the workspace’s name is computed separately',
      `param target string\n${location}${workspace}${other("toLower('mlw-${target}')")}${endpoint('other.id')}${cluster()}`,
      perhaps('mlw-‹target›'),
      'mlw-risk',
    ],
  ])('%s', async (_, text, because, name) => {
    expect(await reported({ 'main.bicep': text })).toEqual([unknown(because).replace('mlw-risk', name)]);
  });

  test.each([
    [
      'certainly references another workspace',
      `param stage string\n${location}${workspace}${other("'hub-${stage}'")}${endpoint('other.id')}${cluster()}`,
    ],
    [
      'is for another workspace in the files, whatever their names are',
      `param workspaceName string\nparam target string\n${location}${named}${other('target').replace(' existing', '').replace('}\n', '  location: location\n  properties: {}\n}\n')}${endpoint('other.id')}${cluster()}`,
    ],
  ])('nothing is reported if the endpoint %s', async (_, text) => {
    expect(await reported({ 'main.bicep': text })).toEqual([]);
  });

  test('the order is unknown if a module that isn’t restored receives the workspace', async () => {
    const files = {
      'main.bicep': `${
        location + workspace
      }module link 'br/public:avm/res/network/private-endpoint:0.9.0' = {\n  name: 'link'\n  params: { name: 'pe', target: mlw.id }\n}\n${cluster()}`,
    };
    const [first] = await reported(files);
    expect(first).toMatch(
      /^info: Couldn’t confirm that 'cpu-cluster' is created after private endpoint 'link'/,
    );
    expect(
      await reported({
        'main.bicep': files['main.bicep'].replace(
          '  location: location\n  properties: {\n    computeType',
          '  location: location\n  dependsOn: [link]\n  properties: {\n    computeType',
        ),
      }),
    ).toEqual([]);
  });
});

describe('the fix for the deployment order', () => {
  test.each([
    ['of a cluster', { 'main.bicep': base + cluster() }, 'main.bicep', ['+ dependsOn: [pe]']],
    [
      'of a cluster with dependsOn',
      { 'main.bicep': base + cluster('  dependsOn: [mlw]\n') },
      'main.bicep',
      ['- dependsOn: [mlw]', '+ dependsOn: [mlw, pe]'],
    ],
    ['of a module', landingZone(), 'main.bicep', ['+ dependsOn: [', '+ link', '+ ]']],
  ] as const)('%s makes the cluster wait', async (_, files, file, lines) => {
    const { titles, after } = await offered(files, id);
    expect(titles).toEqual([expect.stringMatching(/^Create cpu-cluster after private endpoint pe-mlw$/)]);
    expect(changedLines((files as Files)[file] ?? '', after[file] ?? '')).toEqual(lines);
    expect(await reported(after)).toEqual([]);
  });

  test('isn’t offered if the endpoint waits for the module that contains the cluster', async () => {
    const files = {
      'main.bicep':
        location +
        module('aml', 'location: location, subnetId: subnetId') +
        module('link', 'location: location, subnetId: subnetId, workspaceId: aml.outputs.id'),
      'aml.bicep': `param location string\nparam subnetId string\n${workspace}${cluster()}output id string = mlw.id\n`,
      'link.bicep': landingZone()['link.bicep'] ?? '',
    };
    const { titles, whyNot } = await offered(files, id);
    expect(titles).toEqual([]);
    expect(whyNot).toBe(
      "pe-mlw depends on 'aml', which also creates cpu-cluster. Move cpu-cluster to a module that depends on pe-mlw.",
    );
  });

  test('is never applied on save', async () => {
    const fixTest = await testFixContext({ 'main.bicep': base + cluster() });
    const problem = problemsOf(fixTest.analysis.check).find((one) => one.id === id);
    const tested = problem && (await testedEdits(fixTest, problem));
    expect(tested && isHarmless(tested)).toBe(false);
  });
});

const arm = (dependsOn: readonly string[], more = {}): string =>
  JSON.stringify(
    {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: { endpoint: { type: 'string', defaultValue: 'pe-mlw' } },
      resources: [
        {
          type: 'Microsoft.MachineLearningServices/workspaces',
          apiVersion: '2024-04-01',
          name: 'mlw-risk',
          location: 'westeurope',
          properties: {},
        },
        {
          type: 'Microsoft.Network/privateEndpoints',
          apiVersion: '2024-05-01',
          name: "[parameters('endpoint')]",
          location: 'westeurope',
          dependsOn: ['mlw-risk'],
          properties: {
            privateLinkServiceConnections: [
              {
                name: 'mlw',
                properties: {
                  groupIds: ['amlworkspace'],
                  privateLinkServiceId:
                    "[resourceId('Microsoft.MachineLearningServices/workspaces', 'mlw-risk')]",
                },
              },
            ],
          },
        },
        {
          type: 'Microsoft.MachineLearningServices/workspaces/computes',
          apiVersion: '2024-04-01',
          name: 'mlw-risk/cpu-cluster',
          location: 'westeurope',
          dependsOn,
          properties: { computeType: 'AmlCompute', properties: { enableNodePublicIp: false } },
          ...more,
        },
      ],
    },
    null,
    2,
  );

describe('deployment order in ARM JSON', () => {
  test.each([
    ['its ID', "[resourceId('Microsoft.Network/privateEndpoints', parameters('endpoint'))]"],
    ['its name', 'pe-mlw'],
    ['its type and name', "[concat('Microsoft.Network/privateEndpoints/', parameters('endpoint'))]"],
    ['another letter case', 'PE-MLW'],
  ])('a cluster waits for the endpoint by %s', async (_, name) => {
    expect(await reported({ 'main.json': arm(['mlw-risk', name]) })).toEqual([]);
  });

  test('a cluster waits for a resource that it references by name', async () => {
    const tags = { link: "[reference(parameters('endpoint')).provisioningState]" };
    expect(await reported({ 'main.json': arm(['mlw-risk'], { tags }) })).toEqual([]);
  });

  test('a cluster that waits only for the workspace is created too early, and the fix adds the endpoint', async () => {
    const files = { 'main.json': arm(['mlw-risk']) };
    expect(await reported(files)).toEqual([tooEarly]);
    const { after } = await offered(files, id);
    expect(changedLines(files['main.json'], after['main.json'] ?? '')).toEqual([
      '- "mlw-risk"',
      '+ "mlw-risk",',
      `+ "[resourceId('Microsoft.Network/privateEndpoints', parameters('endpoint'))]"`,
    ]);
    expect(await reported(after)).toEqual([]);
  });

  test('the order is unknown if a name in dependsOn doesn’t have a value', async () => {
    const text = arm(['mlw-risk', "[parameters('other')]"]).replace(
      '"parameters": {',
      '"parameters": { "other": { "type": "string" },',
    );
    expect(await reported({ 'main.json': text })).toEqual([expect.stringMatching(/^info: Couldn’t confirm/)]);
  });
});

/** Returns declarations in any order, with other resources that depend on each other between cluster and endpoint. */
function randomFiles(seed: number): { readonly text: string; readonly waits: boolean } {
  const { below } = seeded(seed);
  const count = below(5);
  const names = Array.from({ length: count }, (_, at) => `table${at}`);
  const waits = below(2) === 0;
  const tables = names.map((name, at) => {
    const before = [...names.slice(0, at), ...(waits || below(2) === 0 ? ['pe'] : [])].filter(
      () => below(2) === 0,
    );
    return { name, before };
  });
  const reached = new Set(['pe']);
  for (const { name, before } of tables) if (before.some((one) => reached.has(one))) reached.add(name);
  const own = names.filter(() => below(3) === 0);
  const table = ({ name, before }: (typeof tables)[number]): string =>
    `resource ${name} 'Microsoft.Network/routeTables@2024-05-01' = {\n  name: '${name}'\n  location: location\n  dependsOn: [${before.join(', ')}]\n}\n`;
  const parts = [
    workspace,
    endpoint(),
    ...tables.map(table),
    cluster(own.length > 0 ? `  dependsOn: [${own.join(', ')}]\n` : ''),
  ];
  const shuffled = parts.map((part) => ({ part, at: below(1000) })).sort((a, b) => a.at - b.at);
  return {
    text: location + shuffled.map(({ part }) => part).join(''),
    waits: own.some((one) => reached.has(one)),
  };
}

test('in random deployments, the finding is reported exactly if the cluster doesn’t wait for the endpoint, and the fix resolves it permanently', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'order-'));
  for (let seed = 1; seed <= caseCount(25, 400); seed += 1) {
    const { text, waits } = randomFiles(seed);
    expect(await reported({ 'main.bicep': text }), text).toEqual(waits ? [] : [tooEarly]);
    if (waits) continue;
    const { after } = await offered({ 'main.bicep': text }, id);
    expect(await reported(after)).toEqual([]);
    const path = join(folder, 'main.bicep');
    writeFileSync(path, after['main.bicep'] ?? '');
    if (bicep && seed <= 8) {
      expect((await bicep.compile(path)).diagnostics.filter(({ level }) => level === 'Error')).toEqual([]);
    }
  }
  rmSync(folder, { recursive: true });
}, 120_000);
