import { describe, expect, test } from 'vitest';
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

describe('text on several lines', () => {
  const { wrap } = textMeasureOf((text) => text.replace(/[\u2066-\u2069]/g, '').length);

  test.each<{ why: string; text: string; room: number; lines: string[] }>([
    { why: 'that fits', text: 'nsg', room: 3, lines: ['nsg'] },
    { why: 'without letters', text: '', room: 3, lines: [] },
    { why: 'with spaces', text: 'virtual network a', room: 9, lines: ['virtual ', 'network a'] },
    { why: 'whose word ends where the line ends', text: 'virtual net', room: 7, lines: ['virtual ', 'net'] },
    { why: 'with hyphens', text: 'nsg-train-hub', room: 10, lines: ['nsg-train-', 'hub'] },
    { why: 'with other separators', text: 'a_b/c.d', room: 3, lines: ['a_', 'b/', 'c.d'] },
    { why: 'with a space before a hyphen', text: 'no nsg-x', room: 7, lines: ['no ', 'nsg-x'] },
    { why: 'with a no-break space', text: 'règle\u00a0: non', room: 7, lines: ['règle\u00a0: ', 'non'] },
    { why: 'without a place to break', text: 'abcdefg', room: 3, lines: ['abc', 'def', 'g'] },
    { why: 'with accents of their own', text: 'e\u0301e\u0301', room: 3, lines: ['e\u0301', 'e\u0301'] },
    {
      why: 'that is isolated',
      text: '\u2068אבגד\u2069 (x)',
      room: 2,
      lines: ['\u2068אב\u2069', '\u2068גד\u2069 ', '(x', ')'],
    },
    {
      why: 'that only fits on 8 lines if it is broken anywhere',
      text: 'ab-'.repeat(10),
      room: 4,
      lines: ['ab-a', 'b-ab', '-ab-', 'ab-a', 'b-ab', '-ab-', 'ab-a', 'b-'],
    },
    {
      why: 'that is longer than 8 lines',
      text: 'x'.repeat(100),
      room: 3,
      lines: [...Array.from({ length: 7 }, () => 'xxx'), 'xx…'],
    },
  ])('$why', ({ text, room, lines }) => {
    expect(wrap(text, 'text', room)).toEqual(lines);
  });

  test('isolates end on each line, also in a line that is cut', () => {
    const lines = wrap(`\u2066a \u2067${'ב'.repeat(60)}\u2069\u2069`, 'text', 5);
    expect(lines).toHaveLength(8);
    for (const line of lines) {
      expect(line.match(/[\u2066-\u2068]/g)?.length ?? 0).toBe(line.match(/\u2069/g)?.length ?? 0);
    }
    expect(lines.at(-1)).toBe('\u2066\u2067בבבב…\u2069\u2069');
  });

  test('a very long text needs few measurements', () => {
    let measured = 0;
    const measure = textMeasureOf((text) => {
      measured += text.length;
      return text.length;
    });
    measure.wrap('x'.repeat(10_000), 'text', 20);
    expect(measured).toBeLessThan(40_000);
  });
});
