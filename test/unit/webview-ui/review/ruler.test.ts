import { expect, test } from 'vitest';
import { roughRuler, rulerOf } from '../../../../webview-ui/src/review/picture/ruler';

const { fit } = rulerOf((text, size) => text.length * size);

test('what fits stays whole', () => {
  expect(fit('nsg', 10, 30)).toBe('nsg');
});
test('what does not is cut with an ellipsis, without a blank before it', () => {
  expect(fit('nsg-train', 10, 40)).toBe('nsg…');
  expect(fit('Azure ML', 10, 70)).toBe('Azure…');
});
test('something is always left', () => {
  expect(fit('nsg', 10, 0)).toBe('n…');
});
test('roughly, wide letters are wider and size counts', () => {
  expect(roughRuler.width('mmm', 12)).toBeGreaterThan(roughRuler.width('iii', 12));
  expect(roughRuler.width('ab', 24)).toBe(2 * roughRuler.width('ab', 12));
});
