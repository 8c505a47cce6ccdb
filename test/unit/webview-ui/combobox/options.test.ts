import { expect, test } from 'vitest';
import {
  faceOf,
  optionAfterKey,
  optionsFor,
  type ComboOption,
} from '../../../../webview-ui/src/combobox/options';

const option = (label: string, ...details: string[]): ComboOption => ({
  id: label,
  label,
  details,
  more: details[0] ?? '',
  quiet: false,
});
const options = [option('Standard_D2_v2', '2 cores'), option('Standard_NC4as_T4_v3', '4 cores', '1 GPU')];

test('every word must match, in the label or in its columns', () => {
  const found = (typed: string) => optionsFor(options, typed).map((one) => one.label);
  expect(found('')).toHaveLength(2);
  expect(found('STANDARD cores')).toHaveLength(2);
  expect(found('gpu')).toEqual(['Standard_NC4as_T4_v3']);
  expect(found('gpu d2')).toEqual([]);
});

test('the closed box shows the label and the most important column', () => {
  expect(faceOf(options[0])).toBe('Standard_D2_v2 · 2 cores');
  expect(faceOf(option('Contoso'))).toBe('Contoso');
  expect(faceOf(undefined)).toBe('');
});

test('keys stop at both ends; other keys edit the text', () => {
  expect(optionAfterKey('ArrowDown', 1, 2)).toBe(1);
  expect(optionAfterKey('ArrowUp', 0, 2)).toBe(0);
  expect(optionAfterKey('PageDown', 0, 30)).toBe(9);
  expect(optionAfterKey('Home', 3, 30)).toBeNull();
});
