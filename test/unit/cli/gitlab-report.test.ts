import { expect, test } from 'vitest';
import { gitLabReport } from '../../../src/cli/report/gitlab-report';
import type { ReportEntry } from '../../../src/cli/report/report-entries';

const entry: ReportEntry = {
  level: 'error',
  isFailing: true,
  id: 'nsg-rule-blocks',
  file: './infra/network.bicep',
  line: 12,
  column: 3,
  message: 'Rule 4096 blocks 9 flows.',
  details: ['Outbound UDP 5831'],
};

interface Violation {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const violations = (...entries: readonly ReportEntry[]): readonly Violation[] =>
  JSON.parse(gitLabReport(entries)) as readonly Violation[];

test('the report has GitLab’s properties, with paths relative to the repository', () => {
  expect(violations(entry)).toEqual([
    {
      description: 'Rule 4096 blocks 9 flows. Outbound UDP 5831',
      check_name: 'nsg-rule-blocks',
      fingerprint: expect.stringMatching(/^[\da-f]{64}$/) as string,
      severity: 'critical',
      location: { path: 'infra/network.bicep', lines: { begin: 12 } },
    },
  ]);
  expect(violations()).toEqual([]);
});

test('the four levels map to four severities, and a problem without a file is at the first line', () => {
  const levels = ['error', 'unknown', 'warning', 'info'] as const;
  const all = violations(...levels.map((level) => ({ ...entry, level, file: null, line: null })));
  expect(all.map(({ severity }) => severity)).toEqual(['critical', 'major', 'minor', 'info']);
  expect(all[0]?.location).toEqual({ path: '.', lines: { begin: 1 } });
});

test('a fingerprint stays the same if lines move, and differs for another problem at the same place', () => {
  const [first, moved] = [violations(entry), violations({ ...entry, line: 40 })];
  expect(moved[0]?.fingerprint).toBe(first[0]?.fingerprint);
  const all = violations(entry, entry, { ...entry, id: 'route-drops' }, { ...entry, file: 'b.bicep' });
  expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(4);
});

test('names don’t contain control characters', () => {
  const text = gitLabReport([{ ...entry, message: 'Rule \u001b[31m\u202e blocks', file: 'a\u001b.bicep' }]);
  expect(text).not.toMatch(/[\u001b\u202e]/);
});
