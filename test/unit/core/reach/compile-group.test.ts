import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { SecurityRule } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { parseRule } from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

const aml = 'out TCP 443 AzureMachineLearning';
const unread = unknown(reason('unknown.parameter', { name: 'x' }));

const states = (rules: readonly (string | SecurityRule)[], flow = aml): string =>
  outcomeSummary(reachOf({ rules }, flow));

// As Azure shows them among an NSG's rules (network-security-groups-overview, 2025-07-15).
describe('default rules in the model', () => {
  it('are the only default rules', () => {
    expect(states(['Deny Outbound 65500 * *>*:*'])).toBe('blocked by 65500');
    expect(states(['Allow Outbound 65000 * *>VirtualNetwork:*', 'Deny Outbound 65500 * *>*:*'])).toBe(
      'blocked by 65500',
    );
  });

  it('are recognized by their priority, starting with 65000', () => {
    expect(states(['Deny Outbound 65000 Udp *>*:*'])).toBe('unknown unknown.complex');
    expect(states(['Deny Outbound 64999 Udp *>*:*'])).toBe('allowed by default by 65001');
  });

  it('aren’t recognized if their priority wasn’t read', () => {
    expect(states([parseRule('Deny Outbound 65500 Udp *>*:*', { priority: unread })])).toBe(
      'allowed by default by 65001',
    );
  });
});

describe('an unknown property of two rules may have a different value in each', () => {
  const allow = 'Allow Outbound 100 Tcp *>*:443';
  const deny = 'Deny Outbound 200 Tcp *>*:443';

  it.each<[string, Partial<SecurityRule>]>([
    ['sources', { sources: unread }],
    ['destinations', { destinations: unread }],
    ['protocol', { protocol: unread }],
    ['priority', { priority: unread }],
  ])('%s', (_, what) => {
    expect(states([parseRule(allow, what), parseRule(deny, what)])).toBe('unknown unknown.parameter');
  });

  it.each(['Inbound', 'Outbound'])('application security groups of rules that are %s', (direction) => {
    const members = (text: string, ...groups: string[]): SecurityRule =>
      parseRule(text.replace('Outbound', direction), {
        [direction === 'Inbound' ? 'sources' : 'destinations']: known([]),
        [direction === 'Inbound' ? 'sourceApplicationGroups' : 'destinationApplicationGroups']: groups,
      });
    const flow = direction === 'Inbound' ? 'in TCP 443 VirtualNetwork' : 'out TCP 443 VirtualNetwork';
    expect(states([members(allow, '/x/asg-a'), members(deny, '/x/asg-b')], flow)).toBe(
      'unknown unknown.applicationGroup',
    );
    expect(states([members(allow, '/x/asg-a'), members(deny, '/x/ASG-A')], flow)).toBe(
      'allowed by default by 65000',
    );
  });
});

describe('reports that VirtualNetwork contains an address only because of a route', () => {
  const tunnel = ['0.0.0.0/0 -> Internet'];
  const assumes = (text: string, flow: string, more: Partial<SecurityRule> = {}): boolean => {
    const network = {
      rules: [parseRule(text, more), 'Deny Inbound 4096 * *>*:*', 'Deny Outbound 4096 * *>*:*'],
      routes: tunnel,
    };
    return reachOf(network, flow).assumptions.some(({ key }) => key === 'assumed.virtualNetworkRoutes');
  };

  it.each<[string, boolean]>([
    ['VirtualNetwork', true],
    ['virtualnetwork', true],
    ['VirtualNetwork,192.168.0.0/16', true],
    ['AzureMachineLearning', false],
  ])('outbound to %s: %s', (far, expected) => {
    expect(assumes(`Allow Outbound 100 Tcp *>${far}:443`, aml)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['VirtualNetwork', true],
    ['AzureMachineLearning', false],
  ])('inbound from %s: %s', (far, expected) => {
    expect(assumes(`Allow Inbound 100 Tcp ${far}>*:44224`, 'in TCP 44224 AzureMachineLearning')).toBe(
      expected,
    );
    expect(
      assumes(`Allow Inbound 100 Tcp ${far}>VirtualNetwork:44224`, 'in TCP 44224 AzureMachineLearning'),
    ).toBe(expected);
  });

  it('also with surrounding blanks', () => {
    expect(assumes('Allow Outbound 100 Tcp *>:443', aml, { destinations: known([' VirtualNetwork ']) })).toBe(
      true,
    );
  });
});

// Sources contradict each other on whether ports exclude ICMP (azure-docs issues 51522, 37413).
describe('protocols without ports', () => {
  const ports = { sourcePorts: known(['1024-65535']) };

  it.each<[string, SecurityRule, string, string]>([
    [
      'any port matches them',
      parseRule('Deny Outbound 100 * *>*:*'),
      'out ICMP * AzureMachineLearning',
      'blocked by 100',
    ],
    [
      'source ports make them unknown',
      parseRule('Deny Outbound 100 * *>*:*', ports),
      'out ICMP * AzureMachineLearning',
      'unknown unknown.icmpPorts',
    ],
    [
      'source ports match the rest in part',
      parseRule('Deny Outbound 100 * *>*:*', ports),
      aml,
      'partly-blocked by 100',
    ],
    [
      'ESP is matched by name',
      parseRule('Deny Outbound 100 Esp *>*:*'),
      'out ESP * AzureMachineLearning',
      'blocked by 100',
    ],
    [
      'ESP with ports is unknown',
      parseRule('Deny Outbound 100 Esp *>*:443'),
      'out ESP * AzureMachineLearning',
      'unknown unknown.icmpPorts',
    ],
  ])('%s', (_, one, flow, expected) => expect(states([one], flow)).toBe(expected));
});
