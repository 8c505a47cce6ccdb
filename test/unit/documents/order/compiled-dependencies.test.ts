import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deploymentFixtures } from '../../../support/deployment-fixtures';
import { dependencyLines } from '../../../support/dependency-lines';
import { evaluatedTemplate } from '../../../support/evaluated-template';

const pairs = deploymentFixtures().filter(({ path, compiledPath }) => path !== compiledPath);

const reported = pairs.map(({ name, path, compiledPath }) => {
  const text = readFileSync(compiledPath, 'utf8');
  const hasSymbols = (JSON.parse(text) as { languageVersion?: string }).languageVersion !== undefined;
  const read = (file: string) => dependencyLines(evaluatedTemplate(file, {}), hasSymbols);
  return { name, ours: read(path), compilers: read(compiledPath) };
});

test('the fixtures contain at least 30 dependencies', () => {
  expect(reported.flatMap(({ compilers }) => compilers).length).toBeGreaterThanOrEqual(30);
});

test.each(reported)('$name depends on the resources that the compiler writes', ({ ours, compilers }) => {
  expect(ours).toEqual(compilers);
});
