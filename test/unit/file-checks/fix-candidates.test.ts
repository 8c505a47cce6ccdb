import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isIdentifiedByName } from '../../../src/requirements/requirements';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { analyzed } from './analyzed';
import { changedLines, offered } from './fixed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const file = 'network.bicep';

/** Returns a rule of the NSG from the article of December 2020. */
function rule(name: string, priority: number, parts: Readonly<Record<string, string>>): string {
  const overrides = {
    direction: 'Outbound',
    protocol: 'Tcp',
    sourceAddressPrefix: 'VirtualNetwork',
    destinationPortRange: '443',
    ...parts,
  };
  const lines = Object.entries(overrides).map(([member, value]) => `          ${member}: '${value}'`);
  return `      {
        name: '${name}'
        properties: {
          priority: ${priority}
          access: 'Allow'
          sourcePortRange: '*'
${lines.join('\n')}
        }
      }
`;
}

const services = network.slice(
  network.indexOf("      {\n        name: 'Allow-Services'"),
  network.indexOf("      {\n        name: 'Deny-All'"),
);
const batchIn = rule('Allow-Batch-In', 200, {
  direction: 'Inbound',
  sourceAddressPrefix: 'BatchNodeManagement',
  destinationAddressPrefix: '*',
  destinationPortRange: '29876-29877',
});
const listOf2020 = network.replace(
  services,
  [
    rule('Allow-Entra', 120, { destinationAddressPrefix: 'AzureActiveDirectory', destinationPortRange: '*' }),
    rule('Allow-ARM', 130, { destinationAddressPrefix: 'AzureResourceManager' }),
    rule('Allow-Storage', 140, { destinationAddressPrefix: 'Storage' }),
    batchIn,
  ].join(''),
);

describe('an NSG that follows the rule list of December 2020', () => {
  test('is upgraded to the current rules in one step', async () => {
    const { titles, after } = await offered({ [file]: listOf2020 }, 'restricted-egress-composite-2020');
    expect(titles).toEqual([
      'Upgrade to the current outbound rules (9 new)',
      'Remove 1 retired rule, and add 9 current outbound rules',
    ]);
    const { check } = await analyzed({ [file]: after[file] ?? '' });
    const left = problemsOf(check).filter(({ severity }) => severity !== 'hint');
    // Rules can't contain host names.
    expect(left.filter(({ id }) => id.startsWith('outbound-') && !isIdentifiedByName(id))).toEqual([]);
    // Removing a rule is a separate action.
    expect(after[file]).toContain('Allow-Batch-In');
  });
});

describe('a retired rule', () => {
  test('is replaced with the current rule if that is missing', async () => {
    const { titles, after } = await offered({ [file]: listOf2020 }, 'retired-batch-opening');
    expect(titles).toEqual([
      'Remove retired rule Allow-Batch-In, and add the current outbound rule',
      'Remove rule Allow-Batch-In',
    ]);
    const lines = changedLines(listOf2020, after[file] ?? '');
    expect(lines).toContain("- name: 'Allow-Batch-In'");
    expect(lines).toContain("+ destinationAddressPrefix: 'BatchNodeManagement.${location}'");
  });

  test('is only removed if the current rule exists', async () => {
    const text = network.replace(services, services + batchIn);
    const { titles } = await offered({ [file]: text }, 'retired-batch-opening');
    expect(titles).toEqual(['Remove rule Allow-Batch-In']);
  });
});

describe('a property of a subnet', () => {
  test('removes a delegation with its lines', async () => {
    const text = network.replace(
      "    addressPrefix: '10.40.4.0/26'\n",
      `    addressPrefix: '10.40.4.0/26'
    delegations: [
      { name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }
    ]
`,
    );
    const { titles, after } = await offered({ [file]: text }, 'subnet-no-delegation');
    expect(titles).toEqual(['Remove the delegation of snet-training']);
    expect(after[file]).toBe(network);
  });

  const delegated = (text: string): string =>
    `var delegated = [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]\n${text.replace(
      "    addressPrefix: '10.40.4.0/26'\n",
      "    addressPrefix: '10.40.4.0/26'\n    delegations: delegated\n",
    )}`;

  test('empties a variable that sets the delegation, because the compiler warns of unused variables', async () => {
    const text = delegated(network);
    const { after } = await offered({ [file]: text }, 'subnet-no-delegation');
    expect(changedLines(text, after[file] ?? '')).toEqual([
      "- var delegated = [{ name: 'web', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]",
      '+ var delegated = []',
    ]);
  });

  test('keeps a variable that delegates another subnet too, and sets an empty list on the subnet', async () => {
    const web = `
resource web 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet-web'
  properties: { addressPrefix: '10.40.5.0/26', delegations: delegated }
}
`;
    const text = delegated(network) + web;
    const { after } = await offered({ [file]: text }, 'subnet-no-delegation');
    expect(changedLines(text, after[file] ?? '')).toEqual(['- delegations: delegated', '+ delegations: []']);
  });
});

describe('a misspelled tag', () => {
  test('is corrected in the variable for all rules that use it', async () => {
    const text = network
      .replace("destinationAddressPrefix: 'AzureMachineLearning'", 'destinationAddressPrefix: tag')
      .replace("destinationAddressPrefix: 'AzureCloud'", 'destinationAddressPrefix: tag')
      .replace('param location', "var tag = 'AzureMachineLearnings'\nparam location");
    const { titles, after } = await offered({ [file]: text }, 'misspelled-service-tag');
    expect(titles).toEqual([
      'Change AzureMachineLearnings to AzureMachineLearning in Allow-AML, and 1 more change',
    ]);
    expect(changedLines(text, after[file] ?? '')).toEqual([
      "- var tag = 'AzureMachineLearnings'",
      "+ var tag = 'AzureMachineLearning'",
    ]);
  });

  test('is corrected in one rule at a time if each rule writes it', async () => {
    const text = network
      .replace("'AzureMachineLearning'", "'AzureMachineLearnings'")
      .replace("'AzureCloud'", "'AzureMachineLearnings'");
    const { titles } = await offered({ [file]: text }, 'misspelled-service-tag');
    expect(titles).toEqual(['Change AzureMachineLearnings to AzureMachineLearning in Allow-AML']);
  });
});
