import { expect, it } from 'vitest';
import { bundleTests } from '../../../scripts/mutation/bundle.mjs';
import { testFiles } from '../../../scripts/mutation/scope.mjs';
import { root } from '../../../scripts/places.mjs';

it('one script evaluates all test files that mutants are tested with, again and again', async () => {
  const files = testFiles(root);
  const evaluate = await bundleTests(root, files);
  const numbersOfTests = (): readonly number[] => {
    const { testsOf } = evaluate();
    return files.map((file) => testsOf(file).length);
  };
  const first = numbersOfTests();
  expect(files.filter((_, at) => first[at] === 0)).toEqual([]);
  expect(numbersOfTests()).toEqual(first);
});
