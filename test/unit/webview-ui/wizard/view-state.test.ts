import { describe, expect, test } from 'vitest';
import { decodeView, noView, type ViewState } from '../../../../webview-ui/src/wizard/view-state';

test('a stored state is restored unchanged', () => {
  const kept: ViewState = {
    filter: 'weu',
    group: 'rg-hub',
    readinessWidth: 500,
    scrolled: 120,
    flowsAs: 'table',
    readiness: {
      by: 'requirement',
      openOnly: true,
      notNeeded: false,
      groups: { inbound: true },
      opened: ['row:x'],
    },
  };
  expect(decodeView(structuredClone(kept))).toEqual(kept);
});

describe('invalid values are ignored', () => {
  test.each([undefined, null, 'text', 7, {}, []])('%j', (raw) => {
    expect(decodeView(raw)).toEqual(noView);
  });
  test('each part on its own', () => {
    const raw = {
      filter: 3,
      group: 'rg',
      readinessWidth: Number.NaN,
      scrolled: -5,
      flowsAs: 'film',
      readiness: 'no',
    };
    expect(decodeView(raw)).toEqual({ ...noView, group: 'rg' });
  });
  test('a width that is too large is clamped', () => {
    expect(decodeView({ readinessWidth: 9000 }).readinessWidth).toBe(560);
  });
});
