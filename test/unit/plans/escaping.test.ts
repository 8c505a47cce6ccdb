import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { reason } from '../../../src/core/reason';
import { bicepComment, bicepString } from '../../../src/plans/code/bicep-text';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { startBicep } from '../../support/bicep';
import { deployedResources, type ArmTemplate } from './deployed-resources';
import { cluster, context, fixOf, insertRule, ruleOf, say } from './sample-plans';

const bicep = startBicep();
const folder = mkdtempSync(join(tmpdir(), 'plans-'));
afterAll(() => {
  bicep?.stop();
  rmSync(folder, { recursive: true });
});

/** Characters that mean something in Bicep, in ARM expressions, in JSON or in comments. */
const nasty = [
  "'",
  "''",
  '\\',
  '${',
  '$',
  '{0}',
  '}',
  '[',
  ']',
  '[[',
  '"',
  '//',
  '/*',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u0000',
  '\u202e',
  '😀',
  ' ',
  'a',
  '%',
];
const nastyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
  maxLength: 12,
});
/** A name that could be the last part of an id. */
const nastyName = nastyText.map((text) => `n${text.replaceAll('/', '-')}`);

/** An independent reading of a Bicep string, by the language's grammar. */
function readBicepString(source: string): string {
  const inside = /^'((?:[^'\\\n\r$]|\$(?!\{)|\\(?:[\\'nrt$]|u\{[0-9a-f]{1,6}\}))*)'$/.exec(source)?.[1];
  if (inside === undefined) throw new Error(`not one Bicep string without interpolation: ${source}`);
  const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return inside.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (simple[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

describe('names with markup in them', () => {
  it('come back from a Bicep string as they were', () => {
    fc.assert(fc.property(nastyText, (text) => void expect(readBicepString(bicepString(text))).toBe(text)));
  });

  it('stay inside their comment', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const line of bicepComment([text, `${text} ${text}`])) expect(line).toMatch(/^\/\/ [^\n\r]*$/);
      }),
    );
  });

  it('reach Azure letter by letter from ARM JSON', () => {
    fc.assert(
      fc.property(nastyName, nastyName, nastyText, (workspace, rule, why) => {
        const plan = ugly({ workspace, rule, why });
        const [main] = writeArm(plan, context, (key, values) =>
          key === 'why' ? why : say(key, values),
        ).files;
        const [made, compute] = deployedResources(JSON.parse(main!.text) as ArmTemplate, {
          subscription: 's',
          group: 'g',
        }).sort((a, b) => b.id.indexOf('securityRules') - a.id.indexOf('securityRules'));
        expect(made!.id).toBe(
          `/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/nsg/securityRules/${rule}`,
        );
        expect(made!.properties).toMatchObject({ description: why });
        expect(compute!.id).toContain(`/workspaces/${workspace}/computes/`);
      }),
    );
  });

  it('reach Azure letter by letter from Bicep, as the official compiler reads it', async () => {
    const samples = fc.sample(fc.record({ workspace: nastyName, rule: nastyName, why: nastyText }), {
      numRuns: bicep ? 40 : 1,
      seed: 7,
    });
    for (const sample of samples) {
      const plan = ugly(sample);
      const words = (key: string, values?: Parameters<typeof say>[1]): string =>
        key === 'why' ? sample.why : say(key, values);
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
  });

  it('never leave the folder that was chosen', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const fileName = `../${text}/x`;
        for (const write of [writeBicep, writeArm]) {
          for (const { name } of write(cluster, { ...context, fileName }, say).files) {
            expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]*\.(bicep|bicepparam|json|parameters\.json)$/);
          }
        }
      }),
    );
  });

  it.each([
    ['con', 'compute-con.bicep'],
    ['LPT1', 'compute-LPT1.bicep'],
    ['…', 'compute.bicep'],
    ['cpu cluster', 'cpu-cluster.bicep'],
  ])('make a file of %s that every system takes', (fileName, expected) => {
    expect(writeBicep(cluster, { ...context, fileName }, say).files[0]!.name).toBe(expected);
  });
});

function ugly(names: {
  readonly workspace: string;
  readonly rule: string;
  readonly why: string;
}): ComputePlan {
  const group = '/subscriptions/s/resourceGroups/g';
  const rule = ruleOf('outbound-batch-443', { name: names.rule, why: reason('why') });
  return {
    ...cluster,
    workspaceId: `${group}/providers/Microsoft.MachineLearningServices/workspaces/${names.workspace}`,
    fixes: [
      fixOf(
        ['outbound-batch-443'],
        [insertRule(rule, `${group}/providers/Microsoft.Network/networkSecurityGroups/nsg`)],
      ),
    ],
  };
}
