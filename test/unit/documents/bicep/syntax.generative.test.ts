import { expect, test } from 'vitest';
import { bicepFixtures } from '../../../support/bicep-fixtures';
import { lossesOf } from '../../../support/bicep-syntax';
import { caseCount } from '../../../support/case-count';
import { mutated } from '../../../support/mutations';

test('a damaged text has a lossless syntax tree', () => {
  const texts = bicepFixtures().map((one) => one.text);
  for (let number = 0; number < caseCount(100, 500); number += 1) {
    expect(lossesOf(mutated(number, texts), 'main.bicep'), `input ${number}`).toBeUndefined();
  }
});
