import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBicep } from '../../../../src/documents/bicep/read-bicep';
import { bicepFixtures } from '../../../support/bicep-fixtures';
import {
  comparedValues,
  declarationLosses,
  type CompiledTemplate,
} from '../../../support/compiled-declarations';

/** The compiled template of each fixture is committed next to it. `compiled.generative.test.ts` compiles it again. */
const fixtures = bicepFixtures();

test('there are at least 60 fixtures', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(60);
});

const templates = fixtures.filter(({ name }) => name.endsWith('.bicep'));

test('declarations are those of the compiled template', () => {
  for (const { name, text, compiledPath } of templates) {
    const compiledOne = JSON.parse(readFileSync(compiledPath, 'utf8')) as CompiledTemplate;
    expect(declarationLosses(readBicep(text, name), compiledOne), name).toEqual([]);
  }
});

test('literal values are those of the compiler', () => {
  const compared = templates.flatMap(({ name, text, compiledPath }) => {
    const compiledOne = JSON.parse(readFileSync(compiledPath, 'utf8')) as CompiledTemplate;
    return comparedValues(readBicep(text, name), compiledOne);
  });
  expect(compared.length).toBeGreaterThan(40);
  expect(compared.map(({ name, read }) => [name, read])).toEqual(
    compared.map(({ name, compiledValue }) => [name, compiledValue]),
  );
});
