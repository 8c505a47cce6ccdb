import { expect, test } from 'vitest';
import { prefixesOverlap } from '../../../src/checks/overlap';

test.each([
  ['10.0.0.0/24', '10.0.0.0/24', true],
  ['10.0.0.0/16', '10.0.7.0/24', true],
  ['10.0.0.0/24', '10.0.0.255/32', true],
  ['10.0.0.0/24', '10.0.0.0/32', true],
  ['10.0.0.0/24', '10.0.1.0/24', false],
  ['10.0.0.0/24', 'fd00::/8', false],
  ['Storage', '0.0.0.0/0', false],
])('%s and %s share an address: %s', (a, b, states) => {
  expect(prefixesOverlap(a, b)).toBe(states);
  expect(prefixesOverlap(b, a)).toBe(states);
});
