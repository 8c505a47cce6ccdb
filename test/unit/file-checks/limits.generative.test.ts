import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { evaluationLimits } from '../../../src/documents/evaluate/limits';
import type { CheckLimits } from '../../../src/file-checks/analyze-file';
import { diskWith } from '../../corpus/deployable-files';
import { someCases } from '../../support/case-count';
import { everySubnet, resultsBeyond } from '../../support/honesty';

/*
 * A file that exceeds a limit: each result is the same as without the limit, or unknown, and a subnet that isn't
 * checked is counted. Nothing passes or fails because of the limit.
 */

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const files = globSync('{documents/{arm,bicep},files,fixes,folders,modules,plans}/**/*.{bicep,json}', {
  cwd: root,
})
  .filter((name) => !/compiled|deployed|cache|new-network|\.parameters\.json/.test(name))
  .filter((name) => /Microsoft\.Network\/virtualNetworks/.test(readFileSync(`${root}${name}`, 'utf8')))
  .sort();

/** Lowered values of each limit, which small files exceed. */
const lowered: Readonly<Record<keyof CheckLimits, readonly number[]>> = {
  steps: [50, 200, 500, 1000, 2000, 5000],
  depth: [3, 6, 9, 12, 20],
  size: [2, 5, 10, 20, 50],
  valueDepth: [2, 4, 6],
  copies: [0, 1, 2],
  modules: [0, 1],
  faults: [0, 1],
  rounds: [1, 2],
  checks: [0, 1, 2],
};

const all = files.flatMap((name) =>
  Object.entries(lowered).flatMap(([limit, values]) =>
    values.map((value) => ({ name, limits: { [limit]: value } })),
  ),
);

describe('an evaluation limit', () => {
  const chosen = someCases(all, 40, 60);

  test('is lowered for each kind', () => {
    expect(Object.keys(lowered).sort()).toEqual(
      [...Object.keys(evaluationLimits), 'checks', 'rounds'].sort(),
    );
  });

  test.each([...new Set(chosen.map(({ name }) => name))])(
    'makes results of %s unknown, but doesn’t change any',
    async (name) => {
      const file = `${root}${name}`;
      const one = { file, text: readFileSync(file, 'utf8'), world: diskWith(new Map()) };
      const before = await everySubnet(one);
      expect(before).toBeDefined();
      if (!before) return;
      const wrong: string[] = [];
      for (const { limits } of chosen.filter((each) => each.name === name)) {
        const changed = await resultsBeyond(one, before, limits);
        wrong.push(...changed.map((what) => `${JSON.stringify(limits)}: ${what}`));
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});
