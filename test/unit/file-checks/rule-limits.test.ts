import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { formatProblem } from '../../../src/wording/problem-text';
import { analyzed } from './analyzed';

const say = messagesIn('en');

const rule = (members: string): string => `{
  name: 'rule-\${i}'
  properties: {
    priority: 200 + i
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourcePortRange: '*'
    destinationPortRange: '44224'
    destinationAddressPrefix: '*'
    ${members}
  }
}`;

interface Wanted {
  readonly rules: number;
  readonly members?: string;
  readonly list?: string;
}

/** Returns an NSG of two subnets, with rules from a loop. */
function network({ rules, members = "sourceAddressPrefix: '10.1.0.\${i % 250}/32'", list }: Wanted): string {
  return `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: { securityRules: ${list ?? `[for i in range(0, ${String(rules)}): ${rule(members)}]`} }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      // aml-secure-compute: cluster public-ip
      { name: 'one', properties: { addressPrefix: '10.0.0.0/24', networkSecurityGroup: { id: nsg.id } } }
      // aml-secure-compute: cluster public-ip
      { name: 'two', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}`;
}

/** Returns the reported problems of limits, each with its place. */
async function reported(text: string): Promise<readonly string[]> {
  const { check } = await analyzed({ 'main.bicep': text });
  const all = problemsOf(check).filter(({ id }) => id === 'nsg-rule-limits');
  return all.map((one) => {
    const at = text.slice(one.place.start, one.place.end).slice(0, 10);
    return `${one.severity} at ${at}: ${formatProblem(say, one)}`;
  });
}

describe('an NSG with more rules than Azure accepts', () => {
  test('is one error at its rules, whichever subnets use it', async () => {
    const [first, ...more] = await reported(network({ rules: 1001 }));
    expect(first).toMatch(/^error at \[for i in .*: .*1,001 rules.* Azure accepts 1,000/);
    expect(more).toEqual([]);
  });

  test('is a warning if it’s nearly full', async () => {
    const addresses = "sourceAddressPrefixes: map(range(0, 250), n => '10.${i}.0.${n}')";
    expect(await reported(network({ rules: 15, members: addresses }))).toEqual([
      expect.stringMatching(/^warning at .*3750 of 4,000 addresses/),
    ]);
  });

  test('counts addresses and application security groups too', async () => {
    const addresses = "sourceAddressPrefixes: map(range(0, 250), n => '10.\${i}.0.\${n}')";
    expect(await reported(network({ rules: 17, members: addresses }))).toEqual([
      expect.stringMatching(/^error at .*4,250 addresses/),
    ]);
    const groups =
      "sourceApplicationSecurityGroups: [{ id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-\${i}') }]";
    expect(await reported(network({ rules: 101, members: groups }))).toEqual([
      expect.stringMatching(/^error at .*101 application security groups/),
    ]);
    const ofRule =
      "sourceApplicationSecurityGroups: map(range(0, 11), n => { id: resourceId('Microsoft.Network/applicationSecurityGroups', 'asg-${n}') })";
    expect(await reported(network({ rules: 1, members: ofRule }))).toEqual([
      expect.stringMatching(/^error at .*rule rule-0 contains 11 application security groups/),
    ]);
  });

  test('isn’t reported if there are few rules, or if the file doesn’t state them', async () => {
    expect(await reported(network({ rules: 5 }))).toEqual([]);
    expect(await reported(`param rules array\n${network({ rules: 0, list: 'rules' })}`)).toEqual([]);
  });
});
