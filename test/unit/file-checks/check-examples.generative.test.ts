import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { examples } from '../../../scripts/checks/examples.mjs';
import { startBicep } from '../../support/bicep';
import { someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';

/** The official compiler, where it is, accepts each example without a warning. */
const bicep = startBicep();
afterAll(() => bicep?.stop());

const all = Object.keys(examples).flatMap((id) => [`${id}.fails.bicep`, `${id}.passes.bicep`]);
const files = someCases(all, 4).map((name) => [name, name] as const);

test('the compiler accepts the examples', { timeout: 600_000 }, async () => {
  expect(files.length).toBeGreaterThan(3);
  const failures = await failuresIn(files, async (name) => {
    if (!bicep) return;
    const { success, diagnostics } = await bicep.compile(resolve(join('test', 'fixtures', 'checks', name)));
    expect({ success, diagnostics }).toEqual({ success: true, diagnostics: [] });
  });
  expect(failures).toEqual([]);
});
