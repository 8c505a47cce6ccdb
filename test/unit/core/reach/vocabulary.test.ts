import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { SecurityRule } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { parseRule } from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

const aml = 'out TCP 443 AzureMachineLearning';
const denyAll = 'Deny Outbound 4096 * *>*:*';
const unread = unknown(reason('unknown.parameter', { name: 'prefix' }));

/** Builds a rule for TCP 443 with the texts unchanged, including blanks. */
const to = (access: 'Allow' | 'Deny', priority: number, destinations: readonly string[]): SecurityRule =>
  parseRule(`${access} Outbound ${priority} Tcp *>:443`, { destinations: known(destinations) });
const from = (access: 'Allow' | 'Deny', priority: number, sources: readonly string[]): SecurityRule =>
  parseRule(`${access} Outbound ${priority} Tcp >*:443`, { sources: known(sources) });

describe('the far side of a rule', () => {
  // Augmented rules contain several tags and prefixes (network-security-groups-overview, 2025-07-15).
  it.each<[string, readonly string[], string]>([
    ['two tags are both, the first', ['AzureMachineLearning', 'Storage'], aml],
    ['two tags are both, the second', ['Storage', 'AzureMachineLearning'], aml],
    ['a tag with a prefix is both, the tag', ['AzureMachineLearning', '20.0.0.0/28'], aml],
    ['a tag with a prefix is both, the prefix', ['Storage', '20.0.0.0/28'], 'out TCP 443 20.0.0.0/28'],
    ['blanks around a tag don’t count', [' AzureMachineLearning '], aml],
    ['blanks around a prefix don’t count', [' 20.0.0.0/28 '], 'out TCP 443 20.0.0.0/28'],
    ['blanks around a range don’t count', [' 20.0.0.0 - 20.0.0.15 '], 'out TCP 443 20.0.0.0/28'],
    ['Any is every address', ['Any'], aml],
  ])('%s', (_, destinations, flow) => {
    expect(outcomeSummary(reachOf({ rules: [to('Allow', 100, destinations), denyAll] }, flow))).toBe(
      'allowed by 100',
    );
  });

  it('two unlisted tags are two unknowns', () => {
    const states = (second: string): string =>
      outcomeSummary(reachOf({ rules: [to('Allow', 100, ['NoSuchTag']), to('Deny', 200, [second])] }, aml));
    expect(states('Another')).toBe('unknown unknown.tag');
    expect(states('NOSUCHTAG')).toBe('allowed by default by 65001');
  });
});

describe('the near side of a rule, in a subnet with public addresses', () => {
  const subnet = { addressPrefixes: known(['20.0.9.0/24']) };
  const network = { addressPrefixes: known(['20.0.0.0/16']) };
  const states = (...rules: readonly SecurityRule[]): string =>
    outcomeSummary(reachOf({ rules, subnet, network }, aml));

  it('may be in an unlisted tag', () => {
    expect(states(from('Deny', 100, ['NoSuchTag']))).toBe('unknown unknown.tag');
  });

  it('may be in one of two unlisted tags and not in the other', () => {
    expect(states(from('Allow', 100, ['NoSuchTag']), from('Deny', 200, ['Another']))).toBe(
      'unknown unknown.tag',
    );
    expect(states(from('Allow', 100, ['NoSuchTag']), from('Deny', 200, ['nosuchtag']))).toMatch(/^allowed /);
  });
});

describe('the near side of a rule, if the subnet’s prefixes weren’t read', () => {
  const states = (...rules: readonly (SecurityRule | string)[]): string =>
    outcomeSummary(reachOf({ rules, subnet: { addressPrefixes: unread } }, aml));

  it.each<[string, readonly string[], string]>([
    ['any address is named', ['*'], 'blocked by 100'],
    ['any address is named in another spelling', [' ANY '], 'blocked by 100'],
    ['any address is named by prefix', ['0.0.0.0/0'], 'blocked by 100'],
    ['the network is named', ['VirtualNetwork'], 'blocked by 100'],
    ['the network is named, however spelled', [' virtualNETWORK '], 'blocked by 100'],
    ['any address is named among others', ['10.9.0.0/16', '*'], 'blocked by 100'],
    ['the network is named among others', ['VirtualNetwork', '10.9.0.0/16'], 'blocked by 100'],
    ['a prefix is named, which may be its own', ['10.1.2.0/24'], 'unknown unknown.parameter'],
    ['no address is named', [], 'allowed by default by 65001'],
  ])('%s', (_, sources, expected) => expect(states(from('Deny', 100, sources))).toBe(expected));

  it('may match one prefix and not another', () => {
    const allow = from('Allow', 100, ['10.1.2.0/24', '10.1.3.0/24']);
    expect(states(allow, from('Deny', 200, ['10.1.3.0/24']))).toBe('unknown unknown.parameter');
    expect(states(allow, from('Deny', 200, ['10.1.2.0/24', '10.1.3.0/24']))).toMatch(/^allowed /);
  });
});
