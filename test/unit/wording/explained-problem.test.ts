import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reason } from '../../../src/core/reason';
import { isUndecided, type Problem } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { explainedProblem } from '../../../src/wording/explained-problem';
import { problemDetails } from '../../../src/wording/problem-details';
import { analyzed } from '../file-checks/analyzed';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('a page on a problem shows how it was decided, what fixes it, and its whole check', async () => {
  const network = read('test/fixtures/files/infra/network.bicep');
  const { check } = await analyzed({ 'network.bicep': network });
  const problem = problemsOf(check).find(({ id }) => id === 'outbound-aml-udp-5831');
  if (!problem) throw new Error('nothing is told');
  const page = read('docs/checks/outbound-aml-udp-5831.md').replace(/^---\n[^]*?\n---\n\s*/, '');
  const text = explainedProblem(messagesIn('en'), problem, { fixes: ['Allow UDP 5831'], page });
  expect(text.split('\n')[0]).toBe('# Outbound UDP 5831 to AzureMachineLearning');
  expect(text).toMatch(/\*\*Example packet\*\*\n\n`UDP 10\.40\.4\.4 → [\d.]+ port 5831`/);
  expect(text).toMatch(/\*\*Decided by\*\*\n\n\*\*1\\?\. Rule 4096 Deny/);
  expect(text).toContain('**Quick fixes**\n\nAllow UDP 5831');
  expect(text).toContain('**Status**\n\nDocumented by Microsoft, since 20 Jan 2023');
  expect(text).toContain('## Impact');
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text).not.toContain('**What to do**');
  const unfixed = explainedProblem(messagesIn('en'), problem, {
    fixes: [],
    noFix: reason('file.fix.stays'),
    page,
  });
  expect(unfixed).toContain('**What to do**\n\nAllow outbound UDP 5831 to AzureMachineLearning');
  expect(unfixed).toMatch(/\*\*No quick fix\*\*\n\n\S/);
  expect(unfixed).not.toContain('**Quick fixes**');
});

test('each problem of a file without a fix shows what to do', async () => {
  const network = read('test/fixtures/files/infra/network.bicep');
  const { check } = await analyzed({ 'network.bicep': network });
  const problems = problemsOf(check).filter(({ what }) => !isUndecided(what));
  expect(problems.map(({ what }) => what.is)).toEqual(expect.arrayContaining(['result', 'finding']));
  for (const language of ['en', 'fr']) {
    const say = messagesIn(language);
    const ask = say('detail.ask');
    const labels = (problem: Problem, isOffered: boolean): readonly string[] =>
      problemDetails(say, problem, { isOffered }).map(({ label }) => label);
    expect(problems.filter((one) => !labels(one, false).includes(ask))).toEqual([]);
    expect(problems.filter((one) => labels(one, true).includes(ask))).toEqual([]);
  }
});
