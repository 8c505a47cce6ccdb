import { describe, expect, test } from 'vitest';
import { parseFullAddress, rowMatches, parseFilter, spansOf } from '../../../../webview-ui/src/list/match';
import { row } from './rows';

const network = row('vnet-ml-prod-weu', {
  cells: { group: 'rg-network-prod', region: 'West Europe', addresses: '10.40.0.0/21' },
  ranges: [[0x0a280000, 0x0a2807ff]],
  foundBy: 'hub',
});

describe('the fields that a filter searches', () => {
  const found: readonly (readonly [typed: string, is: boolean, why: string])[] = [
    ['', true, 'an empty text matches all'],
    ['   ', true, 'spaces are ignored'],
    ['PROD', true, 'case is ignored'],
    ['rg-net', true, 'a cell'],
    ['west weu', true, 'every word, each in any cell'],
    ['west north', false, 'one word without a match'],
    ['10.40', true, 'the start of an address, as text'],
    ['10.40.4.9', true, 'an address inside the range'],
    ['10.40.8.0', false, 'the first address after the range'],
    ['10.40.7.255', true, 'the last address of the range'],
    ['hub', true, 'a hidden value'],
    ['prodrg', false, 'never across two cells'],
  ];
  test.each(found)('%j: %s (%s)', (typed, is) => {
    expect(rowMatches(network, parseFilter(typed))).toBe(is);
  });
});

test('an address has four numbers up to 255', () => {
  expect(parseFullAddress('10.40.4.9')).toBe(0x0a280409);
  expect(parseFullAddress('255.255.255.255')).toBe(0xffffffff);
  expect(parseFullAddress('10.40.4')).toBeNull();
  expect(parseFullAddress('10.40.4.256')).toBeNull();
  expect(parseFullAddress('10.40.4.0/26')).toBeNull();
});

describe('highlighted letters', () => {
  test('are every occurrence, in order', () => {
    expect(spansOf('snet-train-snet', parseFilter('snet'))).toEqual([
      [0, 4],
      [11, 15],
    ]);
  });
  test('of overlapping words are merged', () => {
    expect(spansOf('training', parseFilter('train raini'))).toEqual([[0, 6]]);
  });
  test('of a word inside another add nothing', () => {
    expect(spansOf('training', parseFilter('train ra'))).toEqual([[0, 5]]);
  });
  test('are none if case folding changes the length', () => {
    expect(spansOf('İstanbul', parseFilter('s'))).toEqual([]);
  });
});
