import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { formatProblem } from '../../../src/wording/problem-text';
import { analyzed } from './analyzed';

const say = messagesIn('en');
const network = readFileSync(
  new URL('../../fixtures/files/infra/by-default.bicep', import.meta.url),
  'utf8',
).replace('cluster no-public-ip', 'cluster public-ip');

const about = [
  'lock-on-vnet-resource-group',
  'lock-on-workspace-resource-group',
  'policy-forbids-network-resources',
];

/** Returns the reported problems of locks and policies, each with its place. */
async function reported(
  more: string,
  others: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const text = network + more;
  const { check } = await analyzed({ 'main.bicep': text, ...others });
  return problemsOf(check).flatMap((one) => {
    if (!about.includes(one.id)) return [];
    const at = one.place.file === 'main.bicep' ? text.slice(one.place.start, one.place.end) : one.place.file;
    return [`${one.severity} at ${at}: ${formatProblem(say, one)}`];
  });
}

const lock = (level: string, more = ''): string => `
resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
${more}  properties: { level: ${level} }
}
`;

describe('a lock in the files', () => {
  test.each([
    ['on the resource group', lock("'CanNotDelete'"), 'prevents deletion'],
    ['on the network', lock("'CanNotDelete'", '  scope: vnet\n'), 'prevents deletion'],
    ['that prevents changes', lock("'ReadOnly'"), 'prevents changes'],
  ])('%s is an error at the lock', async (_, text, what) => {
    const [first, ...more] = await reported(text);
    expect(more).toEqual([]);
    expect(first).toMatch(/^error at keep: /);
    expect(first).toContain(what);
  });

  test.each([
    ['on another resource in the resource group', lock("'CanNotDelete'", '  scope: address\n')],
    [
      'that is an existing resource',
      lock("'CanNotDelete'")
        .replace("' = {", "' existing = {")
        .replace(/ {2}properties.*\n/, ''),
    ],
    ['with a false condition', lock("'CanNotDelete'").replace("' = {", "' = if (false) {")],
  ])('%s doesn’t apply to the network', async (_, text) => {
    expect(await reported(text)).toEqual([]);
  });

  test('is unknown if its level doesn’t have a value', async () => {
    const [first, ...more] = await reported(`\nparam level string\n${lock('level')}`);
    expect(more).toEqual([]);
    expect(first).toContain('Parameter level doesn’t have a value');
  });

  test('is unknown if its condition doesn’t have a value', async () => {
    const [first] = await reported(
      `\nparam isLocked bool\n${lock("'CanNotDelete'").replace("' = {", "' = if (isLocked) {")}`,
    );
    expect(first).toContain('Parameter isLocked doesn’t have a value');
  });
});

const definition = (condition: string, effect = "'deny'"): string => `
resource rule 'Microsoft.Authorization/policyDefinitions@2023-04-01' = {
  name: 'rule'
  properties: {
    policyType: 'Custom'
    mode: 'All'
    parameters: { types: { type: 'Array' }, effect: { type: 'String', defaultValue: 'Deny' } }
    policyRule: { if: ${condition}, then: { effect: ${effect} } }
  }
}
`;
const onPublicIp = "{ field: 'type', equals: 'Microsoft.Network/publicIPAddresses' }";
const assignment = (id = 'rule.id', more = ''): string => `
resource assigned 'Microsoft.Authorization/policyAssignments@2024-04-01' = {
  name: 'no-public-ip'
  properties: { policyDefinitionId: ${id}
${more}  }
}
`;
const builtIn = (name: string, parameters: string): string =>
  assignment(
    `'/providers/Microsoft.Authorization/policyDefinitions/${name}'`,
    `    parameters: { ${parameters} }\n`,
  );

describe('a policy assignment in the files', () => {
  test.each([
    ['a definition in the same file', definition(onPublicIp) + assignment()],
    ['an effect that is a parameter', definition(onPublicIp, "'[parameters(\\'effect\\')]'") + assignment()],
    [
      'a list in a parameter',
      definition("{ field: 'type', in: '[parameters(\\'types\\')]' }") +
        assignment(
          'rule.id',
          "    parameters: { types: { value: ['Microsoft.Network/publicIPAddresses'] } }\n",
        ),
    ],
    [
      'a condition that decides next to one that isn’t evaluated',
      definition(`{ anyOf: [ ${onPublicIp}, { field: 'tags.env', equals: 'x' } ] }`) + assignment(),
    ],
    [
      'a built-in definition',
      builtIn(
        '6c112d4e-5bc7-47ae-a041-ea2d9dccd749',
        "listOfResourceTypesNotAllowed: { value: ['Microsoft.Network/publicIPAddresses'] }",
      ),
    ],
    [
      'allowed types',
      builtIn(
        'a08ec900-254a-4555-9bf5-e42af04b5c5c',
        "listOfResourceTypesAllowed: { value: ['Microsoft.Network/networkSecurityGroups', 'Microsoft.Network/loadBalancers'] }",
      ),
    ],
    [
      'a set',
      `${definition(
        "{ field: 'type', in: '[parameters(\\'types\\')]' }",
      )}\nresource set 'Microsoft.Authorization/policySetDefinitions@2023-04-01' = {\n  name: 'set'\n  properties: {\n    parameters: { denied: { type: 'Array', defaultValue: ['Microsoft.Network/publicIPAddresses'] } }\n    policyDefinitions: [{ policyDefinitionId: rule.id, parameters: { types: { value: '[parameters(\\'denied\\')]' } } }]\n  }\n}\n${assignment(
        'set.id',
      )}`,
    ],
  ])('that denies public IPs by %s is an error at the assignment', async (_, text) => {
    expect(await reported(text)).toEqual([
      "error at assigned: 'snet-training': No policy that denies the network resources: policy no-public-ip on ‹resourceGroup().name› denies publicIPAddresses.",
    ]);
  });

  test.each([
    [
      'denies another type',
      definition("{ field: 'type', equals: 'Microsoft.Network/networkInterfaces' }") + assignment(),
    ],
    ['audits only', definition(onPublicIp, "'audit'") + assignment()],
    [
      'isn’t enforced',
      definition(onPublicIp) + assignment('rule.id', "    enforcementMode: 'DoNotEnforce'\n"),
    ],
    [
      'excludes the resource group',
      definition(onPublicIp) + assignment('rule.id', '    notScopes: [resourceGroup().id]\n'),
    ],
    [
      'denies network interfaces with public IPs, which aren’t in the resource group',
      builtIn('83a86a26-fd1f-447c-b59d-e51f44264114', ''),
    ],
    [
      'has a false condition next to one that isn’t evaluated',
      definition(
        "{ allOf: [ { field: 'type', equals: 'Microsoft.Compute/disks' }, { field: 'tags.env', equals: 'x' } ] }",
      ) + assignment(),
    ],
  ])('isn’t reported if it %s', async (_, text) => {
    expect(await reported(text)).toEqual([]);
  });

  test.each([
    [
      'a condition that isn’t evaluated',
      definition(`{ allOf: [ ${onPublicIp}, { field: 'tags.env', equals: 'x' } ] }`) + assignment(),
      "Policy 'no-public-ip' has a condition that can’t be evaluated from files. Check it in Azure: tags.env",
    ],
    [
      'a parameter without a value',
      definition("{ field: 'type', in: '[parameters(\\'types\\')]' }") + assignment(),
      "Policy 'no-public-ip' doesn’t have a value for its parameter types. Add it to the assignment.",
    ],
    [
      'a definition that isn’t in the files',
      assignment("'/providers/Microsoft.Authorization/policyDefinitions/0000'"),
      "The files don’t contain the definition of policy 'no-public-ip'. Add it, or check it in Azure: /providers/Microsoft.Authorization/policyDefinitions/0000",
    ],
    [
      'selectors',
      definition(onPublicIp) + assignment('rule.id', "    resourceSelectors: [{ name: 'eu' }]\n"),
      "Policy 'no-public-ip' has resource selectors, overrides, or an enforcement mode that can’t be evaluated from files. Check it in Azure.",
    ],
    [
      'a mode without a value',
      `\nparam mode string\n${definition(onPublicIp)}${assignment('rule.id', '    enforcementMode: mode\n')}`,
      'Parameter mode doesn’t have a value. Set it in a parameter file.',
    ],
  ])('with %s is unknown, with the reason', async (_, text, because) => {
    const [first, ...more] = await reported(text);
    expect(more).toEqual([]);
    expect(first).toContain(because.slice(0, -1));
  });
});

test('a policy against public IPs denies nothing if no public IP is created', async () => {
  const text = network.replace('cluster public-ip', 'cluster no-public-ip');
  const { check } = await analyzed({ 'main.bicep': text + definition(onPublicIp) + assignment() });
  expect(problemsOf(check).filter(({ id }) => about.includes(id))).toEqual([]);
});

test('files without locks and policies don’t have results about them', async () => {
  expect(await reported('')).toEqual([]);
});

describe('scope of a deployment', () => {
  const main = (group: string): string => `targetScope = 'subscription'
module net 'net.bicep' = {
  name: 'net'
  scope: resourceGroup('rg-net')
  params: { location: 'westeurope' }
}
module ruled 'ruled.bicep' = {
  name: 'ruled'
  scope: resourceGroup(${group})
}
`;
  const ruled = lock("'CanNotDelete'") + definition(onPublicIp) + assignment();

  async function idsIn(text: string): Promise<readonly string[]> {
    const { check } = await analyzed({ 'main.bicep': text, 'net.bicep': network, 'ruled.bicep': ruled });
    return problemsOf(check).flatMap(({ id, severity }) => (about.includes(id) ? [`${id} ${severity}`] : []));
  }

  test('applies if it’s the resource group of the network', async () => {
    expect(await idsIn(main("'rg-net'"))).toEqual([
      'lock-on-vnet-resource-group error',
      'policy-forbids-network-resources error',
    ]);
  });

  test('doesn’t apply if it’s another resource group', async () => {
    expect(await idsIn(main("'rg-other'"))).toEqual([]);
  });

  test('is unknown for a management group, because no file lists its subscriptions', async () => {
    const text = `targetScope = 'managementGroup'
module net 'net.bicep' = {
  name: 'net'
  scope: resourceGroup('00000000-0000-0000-0000-000000000001', 'rg-net')
  params: { location: 'westeurope' }
}
${definition(onPublicIp)}${assignment()}`;
    expect(await idsIn(text)).toEqual(['policy-forbids-network-resources warning']);
  });

  test('is unknown with an exemption', async () => {
    const exemption = `
resource exempt 'Microsoft.Authorization/policyExemptions@2022-07-01-preview' = {
  name: 'exempt'
  properties: { policyAssignmentId: assigned.id, exemptionCategory: 'Waiver' }
}
`;
    const [first, ...more] = await reported(definition(onPublicIp) + assignment() + exemption);
    expect(more).toEqual([]);
    expect(first).toContain(
      "Policy 'no-public-ip' has an exemption, which might cover only a part or a limited time. Check it in Azure",
    );
  });

  test('is unknown without a value', async () => {
    expect(await idsIn(`param group string\n${main('group')}`)).toEqual([
      'lock-on-vnet-resource-group warning',
      'policy-forbids-network-resources warning',
    ]);
  });
});
