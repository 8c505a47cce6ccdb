import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptFixes } from '../../../src/file-checks/edits/tested-edits';
import { problemKey } from '../../../src/file-checks/problem-key';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { caseCount } from '../../support/case-count';
import { inFolder, ruleForms, type RuleWords } from '../../support/terraform-network';
import { testProof, withEdits } from './analyzed';

const tags = ['Internet', 'AzureMachineLearning', 'Storage', 'AzureMachineLearnin', '*', '10.40.2.0/24'];

/** Rules with names and priorities that are free, the last one denying what leaves. */
const ruleSets: fc.Arbitrary<readonly RuleWords[]> = fc
  .array(
    fc.record({
      direction: fc.constantFrom('Inbound' as const, 'Outbound' as const),
      access: fc.constantFrom('Allow' as const, 'Deny' as const),
      port: fc.constantFrom('443', '80', '*', '44224', '1000-2000'),
      destination: fc.constantFrom(...tags),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => [
    ...all.map((one, at) => ({ ...one, name: `rule-${String(at)}`, priority: 200 + at })),
    {
      name: 'deny-out',
      priority: 4000,
      direction: 'Outbound' as const,
      access: 'Deny' as const,
      port: '*',
      destination: 'Internet',
    },
  ]);

/** Arguments of each resource that isn't a rule, as they are evaluated. */
function otherArguments({ examined: { terraform } }: Awaited<ReturnType<typeof testProof>>) {
  const all = terraform?.resources ?? [];
  const others = all.filter(({ type }) => type !== 'azurerm_network_security_rule');
  return others.map(({ address, values }) => {
    const members = [...values.members].filter(([name]) => name !== 'security_rule');
    return [address, JSON.stringify(members, (key, one: unknown) => (key === 'from' ? undefined : one))];
  });
}

test('each fix of a generated NSG, in each form, fixes its problem and changes no other resource', async () => {
  let tested = 0;
  const forms = fc.constantFrom(...Object.keys(ruleForms));
  const property = fc.asyncProperty(forms, ruleSets, fc.nat(), async (form, rules, pick) => {
    const files = inFolder(ruleForms[form]?.(rules) ?? {});
    const proof = await testProof(files);
    const reported = problemsOf(proof.examined.check).filter(({ severity }) => severity !== 'hint');
    const problem = reported[pick % Math.max(reported.length, 1)];
    if (!problem) return;
    for (const one of await attemptFixes(proof, problem)) {
      if (one.is !== 'proven') continue;
      tested += 1;
      const edited = Object.entries(files).map(([file, text]) => {
        const its = one.edits.filter((edit) => edit.file === file);
        return [file, withEdits(text, its)] as const;
      });
      const after = await testProof(Object.fromEntries(edited));
      expect(after.examined.faults).toEqual([]);
      expect(problemsOf(after.examined.check).map(problemKey)).not.toContain(problemKey(problem));
      expect(otherArguments(after)).toEqual(otherArguments(proof));
    }
  });
  await fc.assert(property, { numRuns: caseCount(10, 200) });
  expect(tested).toBeGreaterThan(0);
});
