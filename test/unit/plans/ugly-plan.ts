import fc from 'fast-check';
import { reason } from '../../../src/core/reason';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { clusterPlan, fixWithSteps, insertRule, newRuleWith } from './sample-plans';

/** Characters with a meaning in Bicep, ARM expressions, JSON, or comments. */
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
export const nastyText = fc.string({
  unit: fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
  maxLength: 12,
});
/** A name that could be the last part of an ID. */
export const nastyName = nastyText.map((text) => `n${text.replaceAll('/', '-')}`);

/** Reads a Bicep string by the language's grammar, independently of the product. */
export function readBicepString(source: string): string {
  const inside = /^'((?:[^'\\\n\r$]|\$(?!\{)|\\(?:[\\'nrt$]|u\{[0-9a-f]{1,6}\}))*)'$/.exec(source)?.[1];
  if (inside === undefined) throw new Error(`not one Bicep string without interpolation: ${source}`);
  const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return inside.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code: string | undefined, letter: string) =>
    code === undefined ? (simple[letter] ?? letter) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** Returns a plan whose names contain the given texts. */
export function uglyPlan(names: {
  readonly workspace: string;
  readonly rule: string;
  readonly why: string;
}): ComputePlan {
  const group = '/subscriptions/s/resourceGroups/g';
  const rule = newRuleWith('outbound-batch-443', { name: names.rule, why: reason('why') });
  return {
    ...clusterPlan,
    workspaceId: `${group}/providers/Microsoft.MachineLearningServices/workspaces/${names.workspace}`,
    fixes: [
      fixWithSteps(
        ['outbound-batch-443'],
        [insertRule(rule, `${group}/providers/Microsoft.Network/networkSecurityGroups/nsg`)],
      ),
    ],
  };
}
