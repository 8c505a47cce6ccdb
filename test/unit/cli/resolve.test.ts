import { describe, expect, test } from 'vitest';
import { ran } from './ran';

const main = `param prefix string
param location string = resourceGroup().location
module group 'modules/group.bicep' = { name: 'group', params: { name: '\${prefix}-nsg', location: location } }
resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: location
  properties: {
    subnets: [{ name: 'training', properties: { networkSecurityGroup: { id: group.outputs.id } } }]
  }
}
`;
const group = `param name string
param location string
resource group 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: name
  location: location
}
output id string = group.id
`;
const files = { 'main.bicep': main, 'modules/group.bicep': group };
const where = '--subscription 1111 --resource-group rg --location westeurope';
const groupId =
  '/subscriptions/1111/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/ml-nsg';

async function resolved(line: string, more: Readonly<Record<string, string>> = {}) {
  const { code, out, error } = await ran(`resolve ${line}`, { ...files, ...more });
  expect({ code, error }).toEqual({ code: 0, error: '' });
  return JSON.parse(out).resources;
}

describe('resolve', () => {
  test('lists files of a folder in the project, but not of one outside', async () => {
    const named = (name: string, list: string): string =>
      `resource ${name} 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: '${name}'
  location: 'westeurope'
  tags: { files: join(map(${list}, file => file.relativePath), ' ') }
}
`;
    const lists = {
      inside: "loadDirectoryFileInfo('rules', '*.json')",
      outside: "loadDirectoryFileInfo('../secret')",
      odd: "loadDirectoryFileInfo('rules', 'a.*')",
      here: "loadDirectoryFileInfo('./', '*.bicep')",
    };
    const text = Object.entries(lists)
      .map(([name, list]) => named(name, list))
      .join('');
    const more = { 'lists.bicep': text, 'rules/b.json': '', 'rules/A.json': '', 'rules/c/d.json': '' };
    const resources: readonly { tags: { files: unknown } }[] = await resolved('lists.bicep', more);
    expect(resources.map(({ tags }) => tags.files)).toEqual([
      'rules/A.json rules/b.json',
      { $unknown: expect.stringContaining('../secret') },
      { $unknown: "The pattern 'a.*' isn’t evaluated. Name the files." },
      'lists.bicep main.bicep',
    ]);
  });

  const params = '{"parameters": {"prefix": {"value": "ml"}}}';

  test('prints the resources of a template and its modules like the compiler’s snapshot', async () => {
    const resources = await resolved(`main.bicep --params main.json ${where}`, { 'main.json': params });
    expect(resources).toEqual([
      {
        id: groupId,
        type: 'Microsoft.Network/networkSecurityGroups',
        name: 'ml-nsg',
        apiVersion: '2024-05-01',
        location: 'westeurope',
      },
      {
        id: '/subscriptions/1111/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet',
        type: 'Microsoft.Network/virtualNetworks',
        name: 'vnet',
        apiVersion: '2024-05-01',
        location: 'westeurope',
        properties: {
          subnets: [{ name: 'training', properties: { networkSecurityGroup: { id: groupId } } }],
        },
      },
    ]);
  });

  test('reads a template in a folder, with its parameters and modules', async () => {
    const inFolder = {
      'infra/main.bicep': main,
      'infra/modules/group.bicep': group,
      'infra/main.json': params,
    };
    const resources = await resolved(`infra/main.bicep --params infra/main.json ${where}`, inFolder);
    expect(resources.map((one: { id: string }) => one.id)).toContain(groupId);
  });

  test('reads a .bicepparam file with its template', async () => {
    const more = { 'main.bicepparam': "using 'main.bicep'\nvar short = 'm'\nparam prefix = '${short}l'\n" };
    const [first] = await resolved(`main.bicepparam ${where}`, more);
    expect(first.id).toBe(groupId);
  });

  test('reads values of an extended parameters file', async () => {
    const more = {
      'shared/base.bicepparam': "using none\nparam prefix = 'ml'\nparam location = 'northeurope'\n",
      'main.bicepparam': "using 'main.bicep'\nextends 'shared/base.bicepparam'\nparam location = 'uksouth'\n",
    };
    const [first] = await resolved(`main.bicepparam ${where}`, more);
    expect(first).toMatchObject({ id: groupId, location: 'uksouth' });
  });

  test('gives the reason for an unknown value, and evaluates what doesn’t depend on it', async () => {
    const [first, second] = await resolved('main.bicep --location westeurope');
    expect(first.name).toEqual({
      $unknown: 'Parameter prefix doesn’t have a value. Set it in a parameter file.',
    });
    expect(first.location).toBe('westeurope');
    expect(second.name).toBe('vnet');
    expect(second.id).toEqual({
      $unknown:
        'subscription().subscriptionId depends on where the template is deployed. Set the deployment’s subscription, resource group, or location.',
    });
  });

  test('loads files byte by byte, and JSON with comments, and reports what it doesn’t decode', async () => {
    const text = `resource t 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 't'
  tags: {
    bytes: loadFileAsBase64('marked.txt')
    text: loadTextContent('marked.txt')
    ascii: loadTextContent('plain.txt', 'us-ascii')
    odd: loadTextContent('marked.txt', 'us-ascii')
    json: string(loadJsonContent('loose.json'))
  }
}
`;
    const more = {
      't.bicep': text,
      'marked.txt': '\uFEFFé',
      'plain.txt': 'e',
      'loose.json': '{ /* a */ "a": [1, 2,], // b\n }',
    };
    const [table] = await resolved('t.bicep', more);
    // Values from `bicep snapshot`, except for `odd`, which it has as `??`.
    expect(table.tags).toEqual({
      bytes: '77u/w6k=',
      text: 'é',
      ascii: 'e',
      odd: { $unknown: "Bicep reads 'marked.txt' as us-ascii, which isn’t supported. Save it as UTF-8." },
      json: '{"a":[1,2]}',
    });
  });

  test('doesn’t read files outside the working directory', async () => {
    const line =
      "resource t 'Microsoft.Network/routeTables@2024-05-01' = {\n  name: loadTextContent('../secret.txt')\n}\n";
    const [table] = await resolved('t.bicep', { 't.bicep': line, '../secret.txt': 'hidden' });
    expect(table.name).toEqual({
      $unknown:
        "'../secret.txt' is outside the folder, so it isn’t read. Check the folder that contains both.",
    });
  });

  test('reports the place of an error, and prints the rest', async () => {
    const text = `resource t 'Microsoft.Network/routeTables@2024-05-01' = {\n  name: 'a'\n  location: substring('ab', 5)\n}\n`;
    const { code, out, error } = await ran('resolve t.bicep', { 't.bicep': text });
    expect(code).toBe(3);
    expect(error).toBe('t.bicep:3:13: The string is shorter than the requested part.\n');
    expect(JSON.parse(out).resources[0]).toMatchObject({ name: 'a' });
  });

  test('reports missing modules, and prints the rest', async () => {
    const text = `module inner 'br/public:avm/res/network/virtual-network:0.5.2' = { name: 'inner' }
resource t 'Microsoft.Network/routeTables@2024-05-01' = { name: 'a', location: 'westeurope' }
`;
    const { code, out, error } = await ran('resolve t.bicep', { 't.bicep': text });
    expect(code).toBe(3);
    expect(error).toMatch(/^t\.bicep:1:\d+: The module .br\/public:avm/);
    expect(JSON.parse(out).resources).toMatchObject([{ name: 'a' }]);
  });

  test('exits with 2 or 3 if the command line or a file is invalid', async () => {
    expect(await ran('resolve')).toMatchObject({
      code: 2,
      error: 'Specify a file, or a folder such as . (the current one). See --help.\n',
    });
    expect(await ran('resolve a.bicep b.bicep')).toMatchObject({ code: 2 });
    expect(await ran('resolve no.bicep')).toMatchObject({
      code: 3,
      error: 'no.bicep doesn’t exist. Check the path.\n',
    });
    expect(await ran('resolve main.bicep --params no.json', files)).toMatchObject({ code: 3 });
    expect(await ran('resolve list.json', { 'list.json': '[]' })).toMatchObject({
      code: 3,
      error: 'list.json isn’t a Bicep, ARM, or Terraform file.\n',
    });
  });
});
