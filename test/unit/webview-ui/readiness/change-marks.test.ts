import { expect, test } from 'vitest';
import { renewWas, stillShown, wasShownFor } from '../../../../webview-ui/src/readiness/change-marks';
import { readinessOf, testReadinessGroup, testReadinessRow } from '../readiness/readiness-of';

const changed = readinessOf([
  testReadinessGroup('g', [testReadinessRow('a', { was: 'Blocked' }), testReadinessRow('b')]),
]);
const quiet = readinessOf([testReadinessGroup('g', [testReadinessRow('a'), testReadinessRow('b')])], {
  revision: 2,
});

test('a changed row shows its former result for ten seconds', () => {
  const marks = renewWas(new Map(), changed, 1000);
  expect([...marks]).toEqual([['a', { was: 'Blocked', until: 1000 + wasShownFor }]]);
  expect(stillShown(marks, 10_999).size).toBe(1);
  expect(stillShown(marks, 11_000).size).toBe(0);
});

test('an update without changes keeps the marks', () => {
  const marks = renewWas(renewWas(new Map(), changed, 0), quiet, 5000);
  expect(marks.get('a')?.until).toBe(10_000);
});

test('a second change restarts the time and shows the latest former result', () => {
  const again = readinessOf([testReadinessGroup('g', [testReadinessRow('a', { was: 'Allowed' })])], {
    revision: 3,
  });
  const marks = renewWas(renewWas(new Map(), changed, 0), again, 5000);
  expect(marks.get('a')).toEqual({ was: 'Allowed', until: 15_000 });
});
