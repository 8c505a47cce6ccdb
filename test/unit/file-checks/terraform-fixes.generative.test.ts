import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TestedEdits } from '../../../src/file-checks/edits/fix-attempt';
import { fixTemplate } from '../../../src/file-checks/edits/fix-template';
import { attemptFixes } from '../../../src/file-checks/edits/tested-edits';
import { problemKey } from '../../../src/file-checks/problem-key';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { testAnalysisOptions } from '../../support/analysis-options';
import { caseCount, someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import type { Value } from '../../../src/documents/evaluate/value';
import { inFolder, ruleForms, type RuleWords } from '../../support/terraform-network';
import { testFileSystem, testFixContext, withEdits } from './analyzed';

type Files = Readonly<Record<string, string>>;

const tags = ['Internet', 'AzureMachineLearning', 'Storage', 'AzureMachineLearnin', '*', '10.40.2.0/24'];

/** Rules with distinct names and priorities. The last one denies outbound traffic. */
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

/** Returns the evaluated arguments of each resource that isn't a rule. */
function otherArguments({ analysis: { terraform } }: Awaited<ReturnType<typeof testFixContext>>) {
  const all = terraform?.resources ?? [];
  const others = all.filter(({ type }) => type !== 'azurerm_network_security_rule');
  return others.map(({ address, values }) => {
    const members = [...values.members].filter(([name]) => name !== 'security_rule');
    return [address, JSON.stringify(members.map(withoutRules), withoutPlaces)];
  });
}

function withoutPlaces(key: string, one: unknown): unknown {
  if (key === 'from' || key === 'securityRules') return undefined;
  return one instanceof Map ? (Object.fromEntries(one) as unknown) : one;
}

/** Returns a body of azapi that is a JSON text, without its rules, which other bodies have by their name. */
function withoutRules([name, value]: readonly [string, Value]): readonly [string, unknown] {
  if (name !== 'body' || value.is !== 'text') return [name, value];
  return [name, JSON.parse(value.value, withoutPlaces)];
}

test('each fix of a generated NSG, in each form, fixes its problem and changes no other resource', async () => {
  let tested = 0;
  const forms = fc.constantFrom(...Object.keys(ruleForms));
  const property = fc.asyncProperty(forms, ruleSets, fc.nat(), async (form, rules, pick) => {
    const files = inFolder(ruleForms[form]?.(rules) ?? {});
    const fixTest = await testFixContext(files);
    const reported = problemsOf(fixTest.analysis.check).filter(({ severity }) => severity !== 'hint');
    const problem = reported[pick % Math.max(reported.length, 1)];
    if (!problem) return;
    for (const one of await attemptFixes(fixTest, problem)) {
      if (one.is !== 'tested') continue;
      tested += 1;
      const edited = Object.entries(files).map(([file, text]) => {
        const its = one.edits.filter((edit) => edit.file === file);
        return [file, withEdits(text, its)] as const;
      });
      const after = await testFixContext(Object.fromEntries(edited));
      expect(after.analysis.faults).toEqual([]);
      expect(problemsOf(after.analysis.check).map(problemKey)).not.toContain(problemKey(problem));
      expect(otherArguments(after)).toEqual(otherArguments(fixTest));
    }
  });
  await fc.assert(property, { numRuns: caseCount(10, 200) });
  expect(tested).toBeGreaterThan(0);
});

/** One list for two NSGs, a typed list, and a list that something else depends on. */
const sharedLists: Readonly<Record<string, (files: Files) => Files>> = {
  'a list of two NSGs': (files) => ({
    ...files,
    'main.tf': `${files['main.tf'] ?? ''}${(files['main.tf'] ?? '')
      .slice((files['main.tf'] ?? '').indexOf('resource "azurerm_network_security_group"'))
      .replace('"nodes"', '"other"')
      .replace('nsg-nodes', 'nsg-other')}`,
  }),
  'a list with a type': (files) => ({
    ...files,
    'variables.tf': (files['variables.tf'] ?? '').replace(
      'any',
      `list(object({ ${ruleMembers.map((name) => `${name} = string`).join(', ')} }))`,
    ),
  }),
  'a list that another resource depends on': (files) => ({
    ...files,
    'other.tf': 'resource "azurerm_storage_account" "s" {\n  tags = { n = length(var.rules) }\n}\n',
  }),
};

const ruleMembers = ['name', 'priority', 'direction', 'access', 'protocol', 'port', 'source', 'destination'];

test('a second run of fix changes nothing, and leaves no fix that the first run could make', async () => {
  const fix = (files: Files) =>
    fixTemplate('main.tf', testFileSystem(inFolder(files)), {
      options: testAnalysisOptions,
      describe: () => 'Why',
      fixesHints: false,
      allowed: ['cost'],
    });
  const fixtures = readdirSync('test/fixtures/checks').filter((name) => name.endsWith('.fails.tf'));
  const [shared] = fc.sample(ruleSets, { numRuns: 1, seed: 7 });
  const inFile = ruleForms['a file of values']?.(shared ?? []) ?? {};
  const cases: readonly (readonly [name: string, files: Files])[] = [
    ...someCases(fixtures, 1).map(
      (name) => [name, { 'main.tf': readFileSync(`test/fixtures/checks/${name}`, 'utf8') }] as const,
    ),
    ...someCases(Object.entries(ruleForms), 1).map(
      ([name, form], at) => [name, form(fc.sample(ruleSets, { numRuns: 1, seed: at })[0] ?? [])] as const,
    ),
    ...someCases(Object.entries(sharedLists), 2).map(([name, change]) => [name, change(inFile)] as const),
  ];
  const failures = await failuresIn(cases, async (files) => {
    const first = await fix(files);
    expect(first).toBeDefined();
    const after = { ...files, ...Object.fromEntries(first?.texts ?? []) };
    expect((await fix(after))?.applied.map((one) => one.edits)).toEqual([]);
  });
  expect(failures).toEqual([]);
});

/** Returns the findings of rules. A result may only become visible when a misspelled tag is corrected. */
async function findingsIn(files: Files): Promise<readonly string[]> {
  const { analysis } = await testFixContext(files);
  return problemsOf(analysis.check)
    .filter(({ what }) => what.is === 'finding')
    .map(problemKey);
}

function removedRules(applied: readonly TestedEdits[]): readonly string[] {
  return applied
    .flatMap(({ fix }) => fix.changes)
    .flatMap((one) => (one.type === 'rule' && one.before && !one.after ? [one.before.name] : []));
}

/** Denies exactly what a requirement needs, so a fix can override all of it. */
const denyBatch: RuleWords = {
  name: 'deny-batch',
  priority: 150,
  direction: 'Outbound',
  access: 'Deny',
  port: '443',
  destination: 'BatchNodeManagement.NorthEurope',
};

test('a fix that may remove rules adds no finding, whatever the rules before it', async () => {
  const removed = new Set<string>();
  const forms = fc.constantFrom(...Object.keys(ruleForms));
  const property = fc.asyncProperty(forms, ruleSets, fc.boolean(), async (form, others, isDenied) => {
    const files = inFolder(ruleForms[form]?.(isDenied ? [denyBatch, ...others] : others) ?? {});
    const fixed = await fixTemplate('main.tf', testFileSystem(files), {
      options: testAnalysisOptions,
      describe: () => 'Why',
      fixesHints: false,
      allowed: ['remove', 'cost'],
    });
    for (const name of removedRules(fixed?.applied ?? [])) removed.add(name);
    const before = await findingsIn(files);
    const after = await findingsIn({ ...files, ...Object.fromEntries(fixed?.texts ?? []) });
    expect(after.filter((one) => !before.includes(one))).toEqual([]);
  });
  await fc.assert(property, { numRuns: caseCount(10, 200) });
  expect([...removed]).toContain('deny-batch');
});
