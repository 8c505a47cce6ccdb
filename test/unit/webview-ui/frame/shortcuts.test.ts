import { expect, test } from 'vitest';
import { shortcutOf, type Shortcut } from '../../../../webview-ui/src/frame/shortcuts';

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const cases: readonly (readonly [keys: string, is: Shortcut | null])[] = [
  ['ctrl Enter', 'primary'],
  ['meta Enter', 'primary'],
  ['Enter', null],
  ['ctrl f', 'filter'],
  ['ctrl F', 'filter'],
  ['ctrl shift f', null],
  ['F8', 'nextToFix'],
  ['shift F8', 'previousToFix'],
  ['alt F8', null],
  ['f', null],
  ['Escape', null],
];

test.each(cases)('%s: %s', (keys, is) => {
  const parts = keys.split(' ');
  const held = Object.fromEntries(parts.slice(0, -1).map((part) => [`${part}Key`, true]));
  expect(shortcutOf({ ...none, ...held, key: parts.at(-1) ?? '' })).toBe(is);
});
