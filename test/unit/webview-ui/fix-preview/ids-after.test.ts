import { expect, test } from 'vitest';
import { chosenIds, idsAfter } from '../../../../webview-ui/src/fix-preview/ids-after';

const flows = (ticked: string) => ({
  apart: [],
  flows: [...'abc'].map((id) => ({
    id,
    name: id,
    isFlow: true,
    what: '',
    result: '',
    ticked: ticked.includes(id),
    isWarning: false,
    canChoose: true,
  })),
});

test('the changed selection keeps the shown order', () => {
  expect(idsAfter(flows('abc'), { ids: ['b'], on: false })).toEqual(['a', 'c']);
  expect(idsAfter(flows('ac'), { ids: ['b'], on: true })).toEqual(['a', 'b', 'c']);
  expect(idsAfter(flows('a'), { ids: ['b', 'c'], on: true })).toEqual(['a', 'b', 'c']);
  expect(idsAfter(flows('a'), { ids: ['a'], on: false })).toEqual([]);
});

test('a change that costs money is selected for all flows that it fixes', () => {
  const gateway = { ids: ['d', 'e'], title: '', what: '', price: '', ticked: false };
  const choices = { ...flows('a'), apart: [gateway] };
  expect(idsAfter(choices, { ids: gateway.ids, on: true })).toEqual(['a', 'd', 'e']);
  expect(chosenIds({ ...choices, apart: [{ ...gateway, ticked: true }] })).toEqual(['a', 'd', 'e']);
  expect(chosenIds(choices)).toEqual(['a']);
});
