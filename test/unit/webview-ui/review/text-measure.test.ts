import { expect, test } from 'vitest';
import { roughTextMeasure, textMeasureOf } from '../../../../webview-ui/src/review/picture/text-measure';

const { fit } = textMeasureOf((text) => text.length * 10);

test('text that fits isn’t cut off', () => {
  expect(fit('nsg', 'text', 30)).toBe('nsg');
});
test('text that doesn’t fit is cut off with an ellipsis, without a space before it', () => {
  expect(fit('nsg-train', 'text', 40)).toBe('nsg…');
  expect(fit('Azure ML', 'text', 70)).toBe('Azure…');
});
test('one character always remains', () => {
  expect(fit('nsg', 'text', 0)).toBe('n…');
});
test('by a rough measure, wide letters are wider, small ones narrower, and bold ones wider', () => {
  expect(roughTextMeasure.width('mmm', 'text')).toBeGreaterThan(roughTextMeasure.width('iii', 'text'));
  expect(roughTextMeasure.width('ab', 'small')).toBeLessThan(roughTextMeasure.width('ab', 'text'));
  expect(roughTextMeasure.width('ab', 'head')).toBeGreaterThan(roughTextMeasure.width('ab', 'text'));
});

test('a right-to-left name that is cut off stays isolated', () => {
  const name = `\u2068${'\u05d0'.repeat(40)}\u2069`;
  expect(roughTextMeasure.fit(`${name} (subnet)`, 'text', 100)).toMatch(/^\u2068\u05d0+…\u2069$/);
});

test.each([1_000, 100_000])('a name of %d letters needs few measurements', (length) => {
  let measured = 0;
  const { fit } = textMeasureOf((text) => {
    measured += 1;
    return text.length;
  });
  expect(fit('x'.repeat(length), 'text', 50)).toBe(`${'x'.repeat(49)}…`);
  expect(measured).toBeLessThan(20);
});
