import { expect, test } from 'vitest';
import { readAddressList } from '../../../../src/core/addresses/address-list';
import { formatAddressSet } from '../../../../src/core/addresses/address-set';

/** Returns everything that was read, with the addresses as text. */
function read(...texts: string[]): object {
  const { set, ...rest } = readAddressList(texts);
  return { ...rest, set: formatAddressSet(set) };
}

const nothing = {
  set: [],
  names: [],
  tags: [],
  invalid: undefined,
  withHostBits: undefined,
  ipv6: undefined,
};

test.each([
  [[], {}],
  [['10.0.0.0/25', '10.0.0.128/25'], { set: ['10.0.0.0/24'] }],
  [[' 10.0.0.1 '], { set: ['10.0.0.1/32'] }],
  [['10.0.0.1-10.0.0.2'], { set: ['10.0.0.1/32', '10.0.0.2/32'] }],
  [['10.0.0.9/24', '10.0.1.9/24'], { set: ['10.0.0.0/23'], withHostBits: '10.0.0.9/24' }],
  [['fd00::/8', '::1'], { ipv6: 'fd00::/8' }],
  [['*'], { names: ['*'] }],
  [['Storage', ' Sql'], { names: ['Storage', 'Sql'], tags: ['Storage'] }],
  [['any'], { names: ['any'], tags: ['any'], invalid: 'any' }],
  [['', '10.0.0.300'], { names: ['', '10.0.0.300'], invalid: '' }],
  [['10.0.0.9-10.0.0.1'], { names: ['10.0.0.9-10.0.0.1'], invalid: '10.0.0.9-10.0.0.1' }],
])('%j is parsed to what each check needs', (texts, parts) => {
  expect(read(...texts)).toEqual({ ...nothing, ...parts });
});

test('a list is parsed once, and so is a text that is the only one of several lists', () => {
  const list = ['10.0.0.0/24', 'Storage'];
  expect(readAddressList(list)).toBe(readAddressList(list));
  expect(readAddressList(['VirtualNetwork'])).toBe(readAddressList(['VirtualNetwork']));
});
