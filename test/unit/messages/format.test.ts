import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../../src/messages/format';

describe('a message', () => {
  test.each([
    ['en', 1436, '1,436 ranges'],
    ['fr', 1436, '1\u202f436 plages'],
    ['en', 1, '1 range'],
    ['fr', 0, '0 plage'],
  ])('groups the digits of a counted number as the language does (%s, %i)', (language, n, shown) => {
    const template = language === 'en' ? '{n} {n:range|ranges}' : '{n} {n:plage|plages}';
    expect(format(template, { n }, language)).toBe(shown);
  });

  test('doesn’t group ports and priorities, which aren’t counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_535 }), fc.integer({ min: 1, max: 9 }), (port, n) => {
        const text = format('Port {port}, {n} {n:flow|flows}', { port, n }, 'en');
        expect(text).toContain(`Port ${String(port)}, ${String(n)} `);
      }),
    );
  });
});
