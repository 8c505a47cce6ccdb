import { describe, expect, test } from 'vitest';
import type { FlowRow } from '@contract/wizard/review';
import { byOutboundAccess, flowLine, foldLines } from '../../../../webview-ui/src/review/group-flows';

const flow = (id: string, parts: Partial<FlowRow> = {}): FlowRow => ({
  id,
  flow: id,
  subject: '',
  direction: 'out',
  securityGroup: '',
  route: '',
  outboundAccess: 'Internet',
  icon: 'pass',
  outcome: '',
  ...parts,
});
const shape = (flows: readonly FlowRow[], total = flows.length): string[] =>
  foldLines(flows, total).map((line) =>
    line.is === 'flow' ? line.flow.id : `${line.kind}(${line.flows.map((one) => one.id).join()})`,
  );

test('flows are grouped by outbound access, in the order of first occurrence', () => {
  const flows = [flow('a'), flow('b', { outboundAccess: 'Appliance' }), flow('c')];
  expect(
    byOutboundAccess(flows).map((group) => [group.outboundAccess, group.flows.map((one) => one.id).join('')]),
  ).toEqual([
    ['Internet', 'ac'],
    ['Appliance', 'b'],
  ]);
});

describe('foldLines', () => {
  const app = (id: string): FlowRow => flow(id, { icon: 'appliance' });
  test.each([
    {
      why: 'flows to an appliance fold after the first',
      flows: [app('a'), app('b'), app('c')],
      is: ['a', 'appliance(b,c)'],
    },
    { why: 'two of them aren’t folded', flows: [app('a'), app('b')], is: ['a', 'b'] },
    {
      why: 'others between them aren’t folded',
      flows: [app('a'), flow('x', { icon: 'error' }), app('b'), app('c')],
      is: ['a', 'x', 'appliance(b,c)'],
    },
    { why: 'allowed flows aren’t folded in a short list', flows: [flow('a'), flow('b')], is: ['a', 'b'] },
  ])('$why', ({ flows, is }) => {
    expect(shape(flows)).toEqual(is);
  });

  test('allowed flows fold if the whole list is long; blocked and by-default ones never do', () => {
    const flows = [flow('a'), flow('e', { icon: 'error' }), flow('b'), flow('d', { icon: 'pass-default' })];
    expect(shape(flows, 14)).toEqual(['a', 'e', 'b', 'd']);
    expect(shape(flows, 15)).toEqual(['pass(a,b)', 'e', 'd']);
  });
});

test('the line under a flow’s name begins with its outcome, and a dash or an empty value is left out', () => {
  const blocked = flow('a', {
    ...{ outcome: 'blocked', subject: 'TCP 443', securityGroup: '4096 Deny-All', route: '–' },
  });
  expect(flowLine(blocked)).toBe('blocked · TCP 443 · 4096 Deny-All');
  expect(flowLine(flow('a', { securityGroup: 'rule 65001', route: 'reply: direct' }))).toBe(
    'rule 65001 · reply: direct',
  );
});
