import { describe, expect, it } from 'vitest';
import {
  asDecider,
  isAnyAddress,
  isPublicSide,
  touchesPorts,
  writtenRules,
} from '../../../src/checks/written-rules';
import { unreadFact, buildModel, modelSecurityGroupId } from './model-builder';

function rulesOf(rules: readonly string[]) {
  const model = buildModel({ rules });
  const subnet = model.virtualNetworks[0]?.subnets[0];
  if (!subnet) throw new Error('no subnet');
  return {
    outbound: writtenRules(model, subnet, 'Outbound'),
    inbound: writtenRules(model, subnet, 'Inbound'),
  };
}

describe('custom rules', () => {
  it('are those of one direction, in the order in which Azure evaluates them', () => {
    const { outbound, inbound } = rulesOf([
      'out 300 Deny * *>* * Last',
      'in 100 Allow Tcp *>* 22 Ssh',
      'out 100 Allow Tcp *>Storage 443 First',
      'out 200 Allow Tcp *>* 80 Second',
    ]);
    const names = (all: typeof outbound) => (all.known ? all.value?.map(({ name }) => name) : []);
    expect(names(outbound)).toEqual(['First', 'Second', 'Last']);
    expect(names(inbound)).toEqual(['Ssh']);
  });

  it('are unknown if a part of one is, for the same reason', () => {
    for (const rule of ['out ? Allow Tcp *>* 443 Open', 'out 100 Allow Tcp *>? 443 Open']) {
      expect(rulesOf([rule]).outbound).toEqual(unreadFact);
    }
  });

  it('decide as rules of the subnet’s NSG, never as default rules', () => {
    const { outbound } = rulesOf(['out 100 Allow Tcp *>* 443 Open']);
    const [first] = (outbound.known && outbound.value) || [];
    expect(first && asDecider(first)).toEqual({
      kind: 'rule',
      name: 'Open',
      priority: 100,
      direction: 'Outbound',
      isDefault: false,
      groupId: modelSecurityGroupId,
      groupName: 'nsg-training',
      level: 'subnet',
    });
  });
});

describe('sides and ports of rules', () => {
  it.each(['*', '0.0.0.0/0', 'Any', 'any'])('%s is any address', (text) => {
    expect(isAnyAddress(text)).toBe(true);
  });

  it.each(['Internet', '10.0.0.0/8', '::/0'])('%s doesn’t cover every IPv4 address', (text) => {
    expect(isAnyAddress(text)).toBe(false);
  });

  it.each([
    ...['*', 'any', '0.0.0.0/0', 'Internet', 'BatchNodeManagement', '20.1.0.0/16', ' 20.1.2.3 '],
    ...['8.0.0.0-10.255.255.255', '2001:db8::/32', '::/0', ' 2603:1020::1 ', '2603:fd00::/32'],
  ])('%s may be on the internet', (text) => {
    expect(isPublicSide(text)).toBe(true);
  });

  it.each([
    ...['VirtualNetwork', 'virtualnetwork', 'AzureLoadBalancer', '10.0.0.0/8', ' 192.168.1.4 '],
    ...['172.16.0.0-172.31.255.255', 'fd12:3456::/32', 'FC00::/7', ' fe80::1', 'febf::/16'],
  ])('%s is not on the internet', (text) => {
    expect(isPublicSide(text)).toBe(false);
  });

  it('ports overlap if both contain one', () => {
    expect(touchesPorts(['20-30', '443'], ['22'])).toBe(true);
    expect(touchesPorts(['*'], ['22'])).toBe(true);
    expect(touchesPorts(['443'], ['22', '80'])).toBe(false);
    expect(touchesPorts(['what'], ['22'])).toBe(false);
    expect(touchesPorts(['22'], ['what'])).toBe(false);
  });
});
