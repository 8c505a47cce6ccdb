import { expect, test } from 'vitest';
import { idsAfter, knownFlows } from '../../../../webview-ui/src/fix-preview/known-flows';

const flows = (ids: string, result = '') => [...ids].map((id) => ({ id, name: id, what: '', result }));

test('a flow that was unticked stays in its place, to be ticked again', () => {
  expect(knownFlows(flows('abc'), flows('ac')).map((flow) => flow.id)).toEqual(['a', 'b', 'c']);
});

test('a flow shows what the newest preview says of it', () => {
  expect(
    knownFlows(flows('ab', 'new rule 180'), flows('b', 'new rule 190')).map((flow) => flow.result),
  ).toEqual(['new rule 180', 'new rule 190']);
});

test('what is proven again keeps the order shown', () => {
  const known = flows('abc');
  expect(idsAfter(known, flows('abc'), { id: 'b', on: false })).toEqual(['a', 'c']);
  expect(idsAfter(known, flows('ac'), { id: 'b', on: true })).toEqual(['a', 'b', 'c']);
  expect(idsAfter(known, flows('a'), { id: 'a', on: false })).toEqual([]);
});
