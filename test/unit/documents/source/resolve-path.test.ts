import { expect, test } from 'vitest';
import { resolvePath } from '../../../../src/documents/source/resolve-path';

test.each([
  ['modules/nsg.bicep', '/w/main.bicep', '/w/modules/nsg.bicep'],
  ['./modules/nsg.bicep', 'main.bicep', 'modules/nsg.bicep'],
  ['../shared/a.json', '/w/infra/main.bicep', '/w/shared/a.json'],
  ['..\\shared\\a.json', '/w/infra/main.bicep', '/w/shared/a.json'],
  ['../../../../etc/passwd', '/w/infra/main.bicep', '/../../etc/passwd'],
  ['../../a.bicep', 'infra/main.bicep', '../a.bicep'],
  ['/abs/a.bicep', '/w/main.bicep', '/abs/a.bicep'],
])('%s from %s is %s', (path, from, file) => {
  expect(resolvePath(path, from)).toBe(file);
});
