import { expect, test } from 'vitest';
import { idsAfter } from '../../../../webview-ui/src/fix-preview/ids-after';

const flows = (ticked: string) =>
  [...'abc'].map((id) => ({
    id,
    name: id,
    what: '',
    result: '',
    ticked: ticked.includes(id),
    advised: false,
  }));

test('what is proven again keeps the order shown', () => {
  expect(idsAfter(flows('abc'), { ids: ['b'], on: false })).toEqual(['a', 'c']);
  expect(idsAfter(flows('ac'), { ids: ['b'], on: true })).toEqual(['a', 'b', 'c']);
  expect(idsAfter(flows('a'), { ids: ['b', 'c'], on: true })).toEqual(['a', 'b', 'c']);
  expect(idsAfter(flows('a'), { ids: ['a'], on: false })).toEqual([]);
});
