import { describe, expect, it } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { buildModel, buildPlan, facts } from './model-builder';
import { resultLine } from './result-line';

function states(id: string, rules: readonly string[] | 'unread' | null): string {
  const results = checkSubnet(buildModel({ rules }), buildPlan({}), facts);
  return resultLine(results.find((one) => one.requirement === id));
}

/** Priorities from 100 to 4096, one service tag per side (network security groups, 2025-07-15). */
describe('nsg-rule-wellformed', () => {
  it.each([
    ['out 99 Allow Tcp *>Internet 443 Early', 'check.rules.priority'],
    ['out 4097 Allow Tcp *>Internet 443 Late', 'check.rules.priority'],
    ['out 200 Allow Tcp *>Storage,10.0.0.0/8 443 Mixed', 'check.rules.tagInList'],
    ['out 200 Allow Tcp Storage,Sql>* 443 Two', 'check.rules.tagInList'],
    ['out 200 Allow Tcp *>BatchNodeManagment 443 Misspelled', 'check.rules.unknownTag'],
    ['out 200 Allow Tcp *>Storage 70000 Ports', 'check.rules.refused.ports'],
    ['out 200 Allow Tcp *>10.0.0.300 443 Address', 'check.rules.refused.address'],
    ['out 200 Allow Tcp fd00::/64>10.0.0.0/8 443 Families', 'check.rules.refused.families'],
    ['out 200 Allow Tcp *>20.0.0.1/8 443 Bits', 'check.rules.refused.hostBits'],
    [`out 200 Allow Tcp *>Storage 443 ${'x'.repeat(81)}`, 'check.rules.refused.name'],
  ])('%s', (rule, key) => {
    expect(states('nsg-rule-wellformed', [rule])).toContain(`failed ${key}`);
  });

  it('a name that an earlier rule has', () => {
    const rules = ['out 200 Allow Tcp *>Storage 443 A', 'out 210 Allow Tcp *>Sql 1433 a'];
    expect(states('nsg-rule-wellformed', rules)).toContain('failed check.rules.refused.sameName');
  });

  it('an unread value leaves the result unknown, as information, since the flows count it', () => {
    expect(states('nsg-rule-wellformed', ['out ? Allow Tcp *>Storage 443 A'])).toMatch(/^info unknown /);
    expect(states('nsg-rule-wellformed', ['out ? Allow Tcp *>Storage 70000 A'])).toContain(
      'check.rules.refused.ports',
    );
  });

  it.each([
    ['addresses in a list', ['out 200 Allow Tcp *>10.0.0.0/8,20.0.0.0/8 443 List']],
    ['a tag in another case', ['out 200 Allow Tcp *>azuremachinelearning 443 Lower']],
    [
      'tags without a list',
      ['in 200 Allow Tcp AzureLoadBalancer>* 443 Probe', 'out 200 Deny * *>Internet * End'],
    ],
    ['the same priority in the other direction', ['out 200 Allow * *>* * Out', 'in 200 Allow * *>* * In']],
  ])('accepts %s', (_, rules) => {
    expect(states('nsg-rule-wellformed', rules)).toBe('passed check.rules.fine');
  });
});

/** 1,000 rules, and 4,000 addresses on either side (subscription limits, 2022-12-05). */
describe('nsg-rule-limits', () => {
  const addresses = (count: number): string[] => [
    `out 200 Allow Tcp *>${Array.from({ length: count }, (_, n) => `20.0.${n >> 8}.${n % 256}`).join()} 443 Many`,
  ];

  it.each([
    [3599, 'passed check.group.within'],
    [3600, 'warning failed check.group.nearlyFull'],
    [4000, 'warning failed check.group.nearlyFull'],
    [4001, 'error failed check.group.over'],
  ])('%i addresses: %s', (count, outcome) => {
    expect(states('nsg-rule-limits', addresses(count))).toBe(outcome);
  });
});

it('an unread NSG isn’t counted twice: its flows report it', () => {
  expect(states('nsg-rule-limits', 'unread')).toMatch(/^info /);
  expect(states('nsg-rule-wellformed', 'unread')).toMatch(/^info /);
});
