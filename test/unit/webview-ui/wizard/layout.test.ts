import { expect, test } from 'vitest';
import {
  readinessWidthAfterKey,
  clampReadinessWidth,
  isSideBySide,
  layoutOf,
  listLayoutOf,
  visibleRows,
} from '../../../../webview-ui/src/wizard/layout';

test.each([
  [1440, 'wide'],
  [1000, 'wide'],
  [999.5, 'medium'],
  [840, 'medium'],
  [839, 'column'],
  [600, 'column'],
  [599, 'narrow'],
  [320, 'narrow'],
] as const)('%d pixels: %s', (width, layout) => {
  expect(layoutOf(width)).toBe(layout);
});

test('plan and board stand side by side from 840 on', () => {
  expect((['wide', 'medium', 'column', 'narrow'] as const).map(isSideBySide)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('Readiness is 340 to 560 wide', () => {
  expect([0, 339, 340, 441.4, 560, 9999].map(clampReadinessWidth)).toEqual([340, 340, 340, 441, 560, 560]);
});

test('the sash moves with the arrows, Readiness being on its right', () => {
  expect(readinessWidthAfterKey('ArrowLeft', 440)).toBe(460);
  expect(readinessWidthAfterKey('ArrowRight', 440)).toBe(420);
  expect(readinessWidthAfterKey('ArrowRight', 345)).toBe(340);
  expect(readinessWidthAfterKey('Home', 440)).toBe(560);
  expect(readinessWidthAfterKey('End', 440)).toBe(340);
  expect(readinessWidthAfterKey('a', 440)).toBeNull();
});

test('a list shows 6 to 12 rows, more on a taller page', () => {
  expect(visibleRows(300)).toBe(6);
  expect(visibleRows(900)).toBeGreaterThan(6);
  expect(visibleRows(2000)).toBe(12);
});

test('lists leave out columns by what page and board leave the plan', () => {
  // Side by side: the page without its board.
  expect(listLayoutOf(1392, 440)).toBe('all');
  expect(listLayoutOf(1140, 440)).toBe('all');
  expect(listLayoutOf(1139, 440)).toBe('most');
  expect(listLayoutOf(1255, 560)).toBe('most');
  expect(listLayoutOf(1055, 440)).toBe('few');
  // Readiness takes 340 here, however wide it was left.
  expect(listLayoutOf(999, 560)).toBe('few');
  // One column: the whole page.
  expect(listLayoutOf(839, 440)).toBe('most');
  expect(listLayoutOf(660, 440)).toBe('most');
  expect(listLayoutOf(659, 440)).toBe('few');
  expect(listLayoutOf(600, 440)).toBe('few');
  expect(listLayoutOf(599, 440)).toBe('two-line');
});
