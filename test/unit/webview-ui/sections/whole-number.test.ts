import { expect, test } from 'vitest';
import { wholeNumber } from '../../../../webview-ui/src/sections/whole-number';

test.each([
  ['0', 0],
  [' 12 ', 12],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  ['many', null],
  ['9999999', null],
])('%j is %j', (typed, number) => {
  expect(wholeNumber(typed)).toBe(number);
});
