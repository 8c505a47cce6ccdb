import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { startBicep } from '../../support/bicep';
import { caseCount } from '../../support/case-count';
import { deployedResources, type ArmTemplate } from './deployed-resources';
import { context, sayStrictly } from './sample-plans';
import { nastyName, nastyText, readBicepString, uglyPlan } from './ugly-plan';

const bicep = startBicep();
const folder = mkdtempSync(join(tmpdir(), 'plans-'));
afterAll(() => {
  bicep?.stop();
  rmSync(folder, { recursive: true });
});

it(
  'names with markup reach Azure unchanged from Bicep, as the official compiler reads it',
  { timeout: 600_000 },
  async () => {
    const samples = fc.sample(fc.record({ workspace: nastyName, rule: nastyName, why: nastyText }), {
      numRuns: bicep ? caseCount(8, 40) : 1,
      seed: 7,
    });
    for (const sample of samples) {
      const plan = uglyPlan(sample);
      const words = (key: string, values?: Parameters<typeof sayStrictly>[1]): string =>
        key === 'why' ? sample.why : sayStrictly(key, values);
      const bicepText = writeBicep(plan, context, words).files[0]!.text;
      const defaultLine = /^param workspaceName string = (.*)$/m.exec(bicepText)![1]!;
      expect(readBicepString(defaultLine)).toBe(sample.workspace);
      if (!bicep) continue;
      const path = join(folder, 'ugly.bicep');
      writeFileSync(path, bicepText);
      const { contents, diagnostics } = await bicep.compile(path);
      expect(diagnostics).toEqual([]);
      const where = { subscription: 's', group: 'g' };
      const arm = writeArm(plan, context, words).files[0]!.text;
      expect(deployedResources(JSON.parse(arm) as ArmTemplate, where)).toEqual(
        deployedResources(JSON.parse(contents!) as ArmTemplate, where),
      );
    }
  },
);
