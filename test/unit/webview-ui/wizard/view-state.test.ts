import { describe, expect, test } from 'vitest';
import { decodeView, noView, type ViewState } from '../../../../webview-ui/src/wizard/view-state';

test('what was kept comes back as it was', () => {
  const kept: ViewState = {
    filter: 'weu',
    group: 'rg-hub',
    boardWidth: 500,
    scrolled: 120,
    flowsAs: 'table',
    board: {
      by: 'requirement',
      openOnly: true,
      notNeeded: false,
      groups: { inbound: true },
      opened: ['row:x'],
    },
  };
  expect(decodeView(structuredClone(kept))).toEqual(kept);
});

describe('what is not ours is left out', () => {
  test.each([undefined, null, 'text', 7, {}, []])('%j', (raw) => {
    expect(decodeView(raw)).toEqual(noView);
  });
  test('part by part', () => {
    const raw = {
      filter: 3,
      group: 'rg',
      boardWidth: Number.NaN,
      scrolled: -5,
      flowsAs: 'film',
      board: 'no',
    };
    expect(decodeView(raw)).toEqual({ ...noView, group: 'rg' });
  });
  test('a board too wide is as wide as it may be', () => {
    expect(decodeView({ boardWidth: 9000 }).boardWidth).toBe(560);
  });
});
