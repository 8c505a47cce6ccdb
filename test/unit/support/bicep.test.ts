import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBicep, withBicep, type BicepResult } from '../../support/bicep';

/** Returns undefined if there is no compiler. The tests that need one then use checked-in pairs. */
async function compiled(text: string): Promise<BicepResult | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'bicep-'));
  const path = join(folder, 'main.bicep');
  writeFileSync(path, text);
  try {
    return await withBicep((bicep) => bicep.compile(path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('the compiler, if installed, compiles valid code and reports errors in invalid code', async () => {
  const right = await compiled(`param name string\noutput greeting string = 'to \${name}'\n`);
  const wrong = await compiled(`output greeting string = 1\nparam unused string\n`);
  const isHere = findBicep() !== undefined;
  expect(right?.success).toBe(isHere ? true : undefined);
  expect(right?.diagnostics).toEqual(isHere ? [] : undefined);
  expect(wrong?.success).toBe(isHere ? false : undefined);
  expect(wrong?.diagnostics.map(({ code, level }) => [level, code])).toEqual(
    isHere
      ? [
          ['Error', 'BCP033'],
          ['Warning', 'no-unused-params'],
        ]
      : undefined,
  );
}, 30_000);
