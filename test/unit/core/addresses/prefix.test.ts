import { describe, expect, it } from 'vitest';
import { formatIpv4, parseIpv4 } from '../../../../src/core/addresses/ipv4';
import {
  formatPrefix,
  isExactPrefix,
  parseAddressSpec,
  parsePrefix,
} from '../../../../src/core/addresses/prefix';

describe('addresses', () => {
  it.each([
    ['0.0.0.0', 0],
    ['10.0.0.4', 0x0a000004],
    ['255.255.255.255', 0xffffffff],
    ['168.63.129.16', 0xa83f8110],
  ])('reads %s', (text, address) => {
    expect(parseIpv4(text)).toBe(address);
    expect(formatIpv4(address)).toBe(text);
  });

  // Some parsers read 010 as octal 8, others as 10; Azure refuses it.
  it.each([
    '010.0.0.1',
    '10.0.0',
    '10.0.0.0.0',
    '256.0.0.1',
    '1000000000.0.0.1',
    '10.0.0.1/',
    '10.0.0.:',
    '10.0.0./',
    '10.0.0.1 ',
    '',
    '10.0.0.-1',
    '1e1.0.0.1',
    '10..0.1',
    '٣.0.0.1',
  ])('refuses the address %j', (text) => expect(parseIpv4(text)).toBeUndefined());
});

describe('prefixes', () => {
  it.each([
    ['10.1.2.3/16', 0x0a010000, 0x0a01ffff, 16],
    ['10.1.2.3', 0x0a010203, 0x0a010203, 32],
    ['0.0.0.0/0', 0, 0xffffffff, 0],
    ['255.255.255.255/32', 0xffffffff, 0xffffffff, 32],
    ['255.255.255.255/1', 0x80000000, 0xffffffff, 1],
  ])('reads %s', (text, first, last, length) => expect(parsePrefix(text)).toEqual({ first, last, length }));

  it.each([
    '10.0.0.0/33',
    '10.1/16',
    '10.0.0.0/',
    '10.0.0.0/08',
    '10.0.0.0/1/2',
    '10.0.0.0/-1',
    'fd00::/8',
    'Internet',
    '/24',
    '10.0.0.0/0000000001',
  ])('refuses %s', (text) => expect(parsePrefix(text)).toBeUndefined());

  it('formats what it parsed, without host bits', () => {
    expect(formatPrefix(parsePrefix('10.1.2.3/16')!)).toBe('10.1.0.0/16');
    expect(isExactPrefix('10.1.2.3/16')).toBe(false);
    expect(isExactPrefix('10.1.0.0/16')).toBe(true);
    expect(isExactPrefix('10.1.0.0')).toBe(false);
  });
});

describe('address specs of augmented rules', () => {
  it('reads ranges', () => {
    expect(parseAddressSpec('10.0.0.4-10.0.0.9')).toEqual({ family: 4, first: 0x0a000004, last: 0x0a000009 });
    expect(parseAddressSpec('10.0.0.9-10.0.0.4')).toBeUndefined();
    expect(parseAddressSpec('10.0.0.4-10.0.0.4')).toEqual({ family: 4, first: 0x0a000004, last: 0x0a000004 });
    expect(parseAddressSpec('10.0.0.4 - 10.0.0.9')).toEqual({
      family: 4,
      first: 0x0a000004,
      last: 0x0a000009,
    });
    expect(parseAddressSpec('fd00::1 - fd00::9')).toEqual({ family: 6 });
    expect(parseAddressSpec('10.0.0.4-fd00::1')).toBeUndefined();
    expect(parseAddressSpec('-10.0.0.4')).toBeUndefined();
  });

  it.each([
    '::/0',
    'fd00:db8::/48',
    '2603:1030:40c::3c/126',
    '::1',
    '1:2:3:4:5:6:7:8',
    'fd00::1-fd00::9',
    '::1/128',
    '::/64',
  ])('recognizes %s as IPv6', (text) => expect(parseAddressSpec(text)).toEqual({ family: 6 }));

  it.each([
    '::/129',
    '::/1290',
    '::/x64',
    '::/64/64',
    '::/064',
    '::/',
    'fd00/8',
    'fd00:::1',
    '1::2::3:4:5:6:7:8',
    '::/64x',
    '1:2:3',
    'a::b::c',
    '12345::',
    ':',
    'AzureCloud',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
  ])('doesn’t accept %s as an address', (text) => expect(parseAddressSpec(text)).toBeUndefined());
});
