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

test('plan and Readiness are side by side from 840 pixels on', () => {
  expect((['wide', 'medium', 'column', 'narrow'] as const).map(isSideBySide)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('Readiness is 340 to 560 pixels wide', () => {
  expect([0, 339, 340, 441.4, 560, 9999].map(clampReadinessWidth)).toEqual([340, 340, 340, 441, 560, 560]);
});

test('arrow keys move the sash, with Readiness on its right', () => {
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

test('lists have rows of two lines only on a narrow page', () => {
  expect((['wide', 'medium', 'column', 'narrow'] as const).map(listLayoutOf)).toEqual([
    'columns',
    'columns',
    'columns',
    'two-line',
  ]);
});
