import { expect, it } from 'vitest';
import { openedByLaunch } from '../../../src/platform/launch';

it.each([
  ['npm start', { AML_SECURE_COMPUTE_OPEN: 'wizard' }, true],
  ['an installed product', {}, false],
  ['another value', { AML_SECURE_COMPUTE_OPEN: 'report' }, false],
])('%s', (_why, environment, opened) => {
  expect(openedByLaunch(environment)).toBe(opened);
});
