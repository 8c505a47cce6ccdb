import { describe, expect, test } from 'vitest';
import type { PictureFlow } from '@contract/wizard/review';
import { pageMessages } from '@messages/page-say';
import { columnsOf } from '../../../../webview-ui/src/review/picture/columns';
import { roughTextMeasure } from '../../../../webview-ui/src/review/picture/text-measure';
import { pictureRows } from '../../../../webview-ui/src/review/picture/picture-rows';
import { linesOf } from '../../../../webview-ui/src/review/picture/row-lines';
import { flowOf, pictureOf } from './picture-of';

const shape = (flows: readonly PictureFlow[], open: readonly string[] = []): string[] =>
  pictureRows(pictureOf(flows), new Set(open)).map(
    ({ box, rows }) =>
      `${box.id}: ${rows
        .map((row) => (row.is === 'flow' ? row.flow.id : `(${row.flows.map(({ id }) => id).join()})`))
        .join(' ')}`,
  );
const many = (n: number): PictureFlow[] => Array.from({ length: n }, (_, at) => flowOf(`f${String(at)}`));

test('rows are grouped by outbound access, in the order of the boxes', () => {
  const flows = [flowOf('x', { outboundAccess: 'a' }), flowOf('y'), flowOf('z', { outboundAccess: 'a' })];
  expect(shape(flows)).toEqual(['i: y', 'a: x z']);
});

describe('more than 14 flows', () => {
  const extra = [
    flowOf('in', { inbound: true }),
    flowOf('default', { line: 'default' }),
    flowOf('blocked', { line: 'blocked', endsAt: 0 }),
    flowOf('alone', { outboundAccess: 'a' }),
  ];

  test('up to 14 aren’t folded', () => {
    expect(shape(many(14))[0]).toBe(
      `i: ${many(14)
        .map(({ id }) => id)
        .join(' ')}`,
    );
  });
  test('allowed flows of the same outbound access become one row; others and single ones don’t', () => {
    const [internet, appliance] = shape([...many(12), ...extra]);
    expect(internet).toBe(
      `i: (${many(12)
        .map(({ id }) => id)
        .join()}) in default blocked`,
    );
    expect(appliance).toBe('a: alone');
  });
  test('expanded flows follow their row', () => {
    expect(shape([flowOf('blocked', { line: 'blocked' }), ...many(15)], ['i'])[0]).toMatch(
      /^i: blocked \(f0,.*,f14\) f0 f1 .* f14$/,
    );
  });
});

test('a partly blocked flow and a lost reply take two lines, and a long name as many as it needs', () => {
  const measure = roughTextMeasure;
  const columns = columnsOf(pictureOf([]), [], { width: 900, measure, say: pageMessages('en') });
  const lines = (line: PictureFlow['line'], name = 'x'): number =>
    linesOf({ is: 'flow', flow: flowOf('x', { line, name }) }, { columns, measure });
  expect([lines('partly'), lines('reply-lost'), lines('blocked'), lines('allowed')]).toEqual([2, 2, 1, 1]);
  const long = 'a name of many words '.repeat(8);
  expect(lines('blocked', long)).toBeGreaterThan(2);
  expect(lines('partly', long)).toBe(lines('blocked', long));
});
