import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { needsPreview, isHarmless, isPreferable } from '../../../src/file-checks/edits/needs-preview';
import { subjectOf } from '../../../src/file-checks/edits/test-written-fix';
import { attemptFixes, testedEditsOfAll } from '../../../src/file-checks/edits/tested-edits';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { testFixContext } from './analyzed';
import { stepsOf } from '../../support/changes';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');

/** Returns the first fix of the first problem with an ID. */
async function fixOf(text: string, id: string) {
  const fixTest = await testFixContext({ 'a.bicep': text });
  const problem = problemsOf(fixTest.analysis.check).find((one) => one.id === id);
  const [first] = problem ? await attemptFixes(fixTest, problem) : [];
  if (first?.is !== 'tested') throw new Error(`${id} has no fix`);
  return first;
}

describe('a fix in the editor', () => {
  test.each([
    ['that removes a rule', 'fixes/unused-rules.bicep', 'shadowed-security-rule'],
    ['that removes a retired rule', 'fixes/unused-rules.bicep', 'retired-batch-opening'],
    ['that creates a NAT gateway', 'files/infra/network.bicep', 'egress-explicit-for-npip'],
  ])('%s is never preferred, and never applied on save', async (_, file, id) => {
    const fix = await fixOf(fixture(file), id);
    expect(isPreferable(fix)).toBe(false);
    expect(isHarmless(fix)).toBe(false);
  });

  test('that adds a rule can be preferred', async () => {
    expect(isPreferable(await fixOf(fixture('files/infra/network.bicep'), 'outbound-aml-udp-5831'))).toBe(
      true,
    );
  });

  test('that blocks traffic of another subnet names that subnet, and is never preferred', async () => {
    const web = "          addressPrefix: '10.40.5.0/26'\n";
    const text = fixture('fixes/shared-routes.bicep').replace(
      web,
      `${web}          defaultOutboundAccess: false\n`,
    );
    const fix = await fixOf(text, 'inbound-aml-44224');
    expect(fix.affects).toMatchObject([{ name: 'snet-web', isWorse: true }]);
    expect(isPreferable(fix)).toBe(false);
    expect(needsPreview(fix)).toBe(true);
  });

  test('of all problems doesn’t remove or create resources', async () => {
    const fixTest = await testFixContext({ 'a.bicep': fixture('files/infra/network.bicep') });
    const reported = problemsOf(fixTest.analysis.check);
    const subject = reported[0] && subjectOf(fixTest.analysis.check, reported[0]);
    const all = subject && (await testedEditsOfAll(fixTest, subject, { reported }));
    expect(all?.fixed).toBeGreaterThan(1);
    expect(stepsOf(all?.fix).map((step) => step.do)).not.toContain('create');
    expect(stepsOf(all?.fix).map((step) => step.do)).not.toContain('remove');
  });
});
