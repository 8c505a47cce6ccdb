import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bicepString } from '../../../src/plans/code/bicep-text';
import { commentLines } from '../../../src/plans/code/comment-lines';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { deployedResources, type ArmTemplate } from './deployed-resources';
import { clusterPlan, context, sayStrictly } from './sample-plans';
import { nastyName, nastyText, readBicepString, uglyPlan } from './ugly-plan';

describe('names with markup', () => {
  it('are read back unchanged from a Bicep string', () => {
    fc.assert(fc.property(nastyText, (text) => void expect(readBicepString(bicepString(text))).toBe(text)));
  });

  it('stay inside their comment', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const line of commentLines([text, `${text} ${text}`], '//')) {
          expect(line).toMatch(/^\/\/ [^\n\r]*$/);
        }
      }),
    );
  });

  it('reach Azure unchanged from ARM JSON', () => {
    fc.assert(
      fc.property(nastyName, nastyName, nastyText, (workspace, rule, why) => {
        const plan = uglyPlan({ workspace, rule, why });
        const [main] = writeArm(plan, context, (key, values) =>
          key === 'why' ? why : sayStrictly(key, values),
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

  it('never leave the chosen folder', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const fileName = `../${text}/x`;
        for (const write of [writeBicep, writeArm]) {
          for (const { name } of write(clusterPlan, { ...context, fileName }, sayStrictly).files) {
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
  ])('produce a file name for %s that every operating system accepts', (fileName, expected) => {
    expect(writeBicep(clusterPlan, { ...context, fileName }, sayStrictly).files[0]!.name).toBe(expected);
  });
});
