import { describe, expect, test } from 'vitest';
import { bicepFixtures } from '../../../support/bicep-fixtures';
import { lineLosses, prefixLosses } from '../../../support/wounds';

describe.each(bicepFixtures())('$name', ({ name, text }) => {
  test('cut off anywhere, the declarations before the cut are read', () => {
    expect(prefixLosses(text, name)).toEqual([]);
  });

  test('without any single line, those before it and after the next blank line are read', () => {
    expect(lineLosses(text, name)).toEqual([]);
  });
});
