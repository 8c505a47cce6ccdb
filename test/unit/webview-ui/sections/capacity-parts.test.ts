import { describe, expect, test } from 'vitest';
import type { Capacity } from '@contract/wizard/plan';
import { capacityParts } from '../../../../webview-ui/src/sections/capacity-parts';

const capacity = (more: Partial<Capacity>): Capacity => ({
  total: 50,
  inUse: 10,
  reserved: 5,
  plan: 10,
  left: 25,
  text: '',
  reservedFor: null,
  short: null,
  shortage: null,
  setTo: null,
  ...more,
});

test('four parts from left to right', () => {
  expect(capacityParts(capacity({}))).toEqual([
    { kind: 'inUse', n: 10, share: 0.2 },
    { kind: 'reserved', n: 5, share: 0.1 },
    { kind: 'plan', n: 10, share: 0.2 },
    { kind: 'left', n: 25, share: 0.5 },
  ]);
});

test('empty parts are left out, except the free part', () => {
  const kinds = capacityParts(capacity({ inUse: 0, reserved: 0, plan: 0, left: 0, total: 0 })).map(
    (part) => part.kind,
  );
  expect(kinds).toEqual(['left']);
});

test('a plan that needs too many addresses is drawn as the free part, with its own number', () => {
  const parts = capacityParts(
    capacity({ total: 20, inUse: 10, reserved: 5, plan: 8, left: 0, short: 'Needs 8, 5 are free' }),
  );
  expect(parts.at(-2)).toEqual({ kind: 'short', n: 8, share: 0.25 });
  expect(parts.at(-1)).toEqual({ kind: 'left', n: 0, share: 0 });
});

test('an unreadable number of used addresses is shown as such, not as zero', () => {
  const [first] = capacityParts(capacity({ inUse: null }));
  expect(first).toEqual({ kind: 'unreadable', n: 0, share: 0 });
});

describe('shares add up to the whole', () => {
  test.each([
    {},
    { inUse: null },
    { inUse: 60 },
    { reserved: 99 },
    { plan: 400, short: 'too many' },
  ] as Partial<Capacity>[])('%j', (more) => {
    const sum = capacityParts(capacity(more)).reduce((whole, part) => whole + part.share, 0);
    expect(sum).toBeCloseTo(1, 10);
  });
});
