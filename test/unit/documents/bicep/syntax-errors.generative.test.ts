import { expect, test } from 'vitest';
import { bicepFixtures } from '../../../support/bicep-fixtures';
import { caseCount, someCases } from '../../../support/case-count';
import { lineLosses, prefixLosses } from '../../../support/damaged-syntax';

const fixtures = bicepFixtures();

test('if a file is cut anywhere, the declarations before the cut are read', { timeout: 600_000 }, () => {
  const step = caseCount(17, 1);
  const losses = fixtures.map(({ name, text }) => ({ name, losses: prefixLosses(text, name, step) }));
  expect(losses.filter((one) => one.losses.length > 0)).toEqual([]);
});

test(
  'if any single line is missing, the declarations before it and after the next blank line are read',
  { timeout: 600_000 },
  () => {
    const losses = someCases(fixtures, 16).map(({ name, text }) => ({
      name,
      losses: lineLosses(text, name),
    }));
    expect(losses.filter((one) => one.losses.length > 0)).toEqual([]);
  },
);
