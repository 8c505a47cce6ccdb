import { describe, expect, it } from 'vitest';
import { refusedValue, withDuplicateNames } from '../../../src/checks/rule-values';
import { known, unknown } from '../../../src/core/known';
import type { SecurityRule } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';

const open = unknown(reason('unknown.notRead', { name: 'nsg' }));

const fine: SecurityRule = {
  name: 'Allow',
  priority: known(100),
  direction: known('Outbound'),
  access: known('Allow'),
  protocol: known('Tcp'),
  sources: known(['*']),
  destinations: known(['Storage']),
  sourcePorts: known(['*']),
  destinationPorts: known(['443']),
  sourceApplicationGroups: [],
  destinationApplicationGroups: [],
  index: 0,
};

const to = (...destinations: readonly string[]): Partial<SecurityRule> => ({
  destinations: known(destinations),
});

/** azure-powershell 9253 and 4557, terraform-provider-azurerm 12534; names: security groups, 2025-07-15. */
describe('values that Azure refuses', () => {
  it.each<readonly [string, Partial<SecurityRule>, string]>([
    ['several ports in one text', { destinationPorts: known(['443', '80,8080']) }, 'error ports 80,8080'],
    ['source ports', { sourcePorts: known(['70000']) }, 'error ports 70000'],
    ['a source', { sources: known(['10.0.0.300']) }, 'error address 10.0.0.300'],
    ['the portal’s text for all', to('Any'), 'error address Any'],
    ['an address with surrounding blanks', to(' 10.0.0.1/33 '), 'error address  10.0.0.1/33 '],
    ['a number before letters', to('1storage'), 'error address 1storage'],
    ['IPv6 together with IPv4', to('10.0.0.0/24', ' fd00::/64'), 'error families  fd00::/64'],
    [
      'IPv6 together with IPv4 with surrounding blanks',
      to(' 10.0.0.0/24 ', 'fd00::/64'),
      'error families fd00::/64',
    ],
    ['host bits', to('10.0.0.7/24'), 'warning hostBits 10.0.0.7/24'],
    ['host bits after a blank', to(' 10.0.0.7/24'), 'warning hostBits  10.0.0.7/24'],
    ['a name that ends in a dot', { name: 'Allow.' }, 'error name Allow.'],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, `error name ${'x'.repeat(81)}`],
    ['ports before a name', { name: '-', sourcePorts: known(['x']) }, 'error ports x'],
    ['a name before host bits', { name: '-', ...to('10.0.0.7/24') }, 'error name -'],
  ])('%s', (_, part, states) => {
    const refused = refusedValue({ ...fine, ...part }, false);
    expect(refused && `${refused.severity} ${refused.what} ${refused.value}`).toBe(states);
  });

  it.each<readonly [string, Partial<SecurityRule>]>([
    ['a tag', {}],
    ['everything', to('*')],
    ['everything with blanks', to(' * ')],
    ['a tag with blanks', to(' Storage ')],
    ['an address without a prefix', to('10.0.0.7')],
    ['a range of addresses', to('10.0.0.4-10.0.0.9')],
    ['IPv6 alone', to('fd00::/64', 'fd01::1')],
    ['IPv4 together with a tag', to('10.0.0.0/24', 'Storage')],
    [
      'values that weren’t read',
      { sources: open, destinations: open, sourcePorts: open, destinationPorts: open },
    ],
    ['a name that is unknown in a file', { name: '‹prefix›-end-' }],
    ['no name yet', { name: '' }],
    ['a name of one character', { name: 'x' }],
    ['a name of 80 characters', { name: `x${'-'.repeat(78)}_` }],
  ])('accepts %s', (_, part) => {
    expect(refusedValue({ ...fine, ...part }, false)).toBeUndefined();
  });

  it('reports a name that is taken before host bits', () => {
    const rule = { ...fine, ...to('10.0.0.7/24') };
    expect(refusedValue(rule, true)).toEqual({ what: 'sameName', severity: 'error', value: 'Allow' });
  });

  it('compares names without regard to case, reports the later of two, and ignores unknown names of a file', () => {
    const named = (...names: readonly string[]) => {
      const list = names.map((name) => ({ name }));
      return [...withDuplicateNames(list)].map((one) => list.indexOf(one));
    };
    expect(named('a', 'b', 'A', 'a')).toEqual([2, 3]);
    expect(named('a-‹x›', 'a-‹x›', '', '')).toEqual([]);
    expect(named('a', 'b')).toEqual([]);
  });
});
