import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { analyzed } from './analyzed';
import { changedLines, offered } from './fixed';

/** Rules that a file adds to an existing NSG. The files don't contain the NSG's other rules. */
function added(...rules: readonly (readonly [name: string, priority: number, source: string, to: string])[]) {
  const each = rules.map(
    ([name, priority, source, to]) => `
resource ${name} 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: '${name}'
  properties: {
    priority: ${priority}
    direction: '${source === '*' ? 'Outbound' : 'Inbound'}'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: '${source}'
    sourcePortRange: '*'
    destinationAddressPrefix: '${to}'
    destinationPortRange: '${source === '*' ? '443' : '29876-29877'}'
  }
}
`,
  );
  const group = `resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: 'nsg-train'
}
`;
  return group + each.join('');
}

const batch = ['batch', 120, 'BatchNodeManagement', '*'] as const;

async function reported(text: string): Promise<readonly string[]> {
  const { check } = await analyzed({ 'main.bicep': text });
  return problemsOf(check).map(({ id, severity, what }) => `${severity} ${what.is} ${id}`);
}

describe('rules that a file adds to an existing NSG', () => {
  test('are checked one by one, and outcomes of the whole NSG aren’t reported', async () => {
    const text = added(batch, ['storage', 5000, '*', 'Storage.WestEurope']);
    expect([...(await reported(text))].sort()).toEqual([
      'error finding priority-out-of-range',
      'info finding retired-batch-opening',
    ]);
    const { check } = await analyzed({ 'main.bicep': text });
    const flows = check.subjects.flatMap(({ results }) =>
      results.filter(({ group }) => group === 'outbound'),
    );
    expect(new Set(flows.map(({ outcome }) => outcome.is))).toContain('unknown');
    expect(flows.some(({ outcome }) => outcome.is === 'allowed' || outcome.is === 'blocked')).toBe(false);
  });

  test('aren’t reported if none names Azure ML', async () => {
    expect(await reported(added(['storage', 5000, '*', 'Storage.WestEurope']))).toEqual([]);
  });

  test('aren’t reported as unused, because the rules before them aren’t known', async () => {
    const first = ['first', 100, 'BatchNodeManagement', '*'] as const;
    expect((await reported(added(first, batch))).filter((one) => one.includes('shadowed'))).toEqual([]);
  });

  test('have misspelled tags corrected where they’re written', async () => {
    const text = added(batch, ['aml', 200, '*', 'AzureMachineLearnin']);
    const { titles, after } = await offered({ 'main.bicep': text }, 'misspelled-service-tag');
    expect(titles).toHaveLength(1);
    expect(changedLines(text, after['main.bicep'] ?? '')).toEqual([
      "- destinationAddressPrefix: 'AzureMachineLearnin'",
      "+ destinationAddressPrefix: 'AzureMachineLearning'",
    ]);
  });
});
