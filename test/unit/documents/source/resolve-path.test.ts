import { expect, test } from 'vitest';
import { relativePath, resolvePath } from '../../../../src/documents/source/resolve-path';

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

test.each([
  ['infra/rules/a.json', 'infra/main.bicep', 'rules/a.json'],
  ['infra/a.json', 'infra/main.bicep', 'a.json'],
  ['a.json', 'infra/deep/main.bicep', '../../a.json'],
  ['/w/infra/rules/a.json', '/w/infrastructure/main.bicep', '../infra/rules/a.json'],
  ['a.json', 'main.bicep', 'a.json'],
])('%s, named in %s, is %s', (file, from, path) => {
  expect(relativePath(file, from)).toBe(path);
  expect(resolvePath(path, from)).toBe(file);
});
