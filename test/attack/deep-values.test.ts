import { describe, expect, test } from 'vitest';
import {
  evaluateDeployment,
  type EvaluatedDeployment,
} from '../../src/documents/evaluate/evaluate-deployment';
import { templateReader } from '../../src/file-checks/template-reader';
import { deepInputs } from '../fuzz/deep-inputs';
import { caseCount, someCases } from '../support/case-count';
import { oracle } from '../support/deployments';
import { ran } from '../unit/cli/ran';

/** Depths around the limit of an evaluation, and far beyond it. */
const size = 2000;
const sizes = caseCount(1, 2) === 1 ? [size] : [140, 290, size, 10_000];

const inputs = someCases(Object.entries(deepInputs), 12);

function filesOf(name: string, count: number): Readonly<Record<string, string>> {
  const input = deepInputs[name]?.(count) ?? [];
  return Object.fromEntries(input.map(([file, content]) => [file, String(content)]));
}

function evaluated(files: Readonly<Record<string, string>>): EvaluatedDeployment {
  const [root = ''] = Object.keys(files);
  const reader = templateReader();
  return evaluateDeployment(reader.read(root, files[root] ?? ''), {
    parameters: null,
    deployment: oracle,
    parse: reader.read,
    files: {
      read: (file) => {
        const text = files[file];
        return text === undefined ? { is: 'missing', file } : { is: 'text', file, text };
      },
      list: (file) => ({ is: 'missing', file }),
      cached: (file) => ({ is: 'missing', file }),
    },
  });
}

let calls = 0;

/** Calls itself `depth` times before it runs the function. */
function below<T>(depth: number, doIt: () => T): T {
  calls += 1;
  return depth === 0 ? doIt() : below(depth - 1, doIt);
}

/** Runs a function with half of the stack used. */
function inHalfOfTheStack<T>(doIt: () => T): T {
  calls = 0;
  expect(() => below(Infinity, doIt)).toThrow(RangeError);
  return below(Math.floor(calls / 2), doIt);
}

describe('values that refer to each other in deep chains', () => {
  describe.each(sizes)('with %i values', (count) => {
    test.each(inputs)('%s: are evaluated in half of the stack', (name) => {
      const files = filesOf(name, count);
      const { resources, faults } = inHalfOfTheStack(() => evaluated(files));
      expect(Array.isArray(resources) && Array.isArray(faults)).toBe(true);
    });
  });

  test('are reported as too complex, and don’t pass', async () => {
    for (const name of ['variables of functions', 'ARM variables of lambdas']) {
      const files = filesOf(name, size);
      const { code, error } = await ran(`check ${Object.keys(files)[0] ?? ''}`, files);
      expect(error).toMatch(/: Too complex to evaluate\. Split the template\./);
      expect(code).toBe(1);
    }
  });
});
