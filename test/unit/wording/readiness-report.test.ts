import { expect, test } from 'vitest';
import { causesOf } from '../../../src/checks/causes';
import type { CheckResult } from '../../../src/core/check-result';
import { adviceOf } from '../../../src/requirements/host-names';
import { messagesIn } from '../../support/messages-in';
import { readinessReport, reportFile, type ReadinessOf } from '../../../src/wording/readiness-report';

const result = (change: Partial<CheckResult>): CheckResult => ({
  requirement: 'outbound-batch-443',
  subnetId: null,
  kind: null,
  group: 'outbound',
  severity: 'error',
  level: 'required',
  basis: 'documented',
  effect: 'fails',
  outcome: { is: 'unknown', because: { key: 'unknown.complex' } },
  subject: { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: 'BatchNodeManagement' },
  packet: null,
  blocked: [],
  allowed: [],
  trace: [],
  assumptions: [],
  advice: { key: '' },
  ...change,
});

const of = ({ results = [result({})], ...change }: Partial<ReadinessOf> = {}): ReadinessOf => ({
  name: 'snet-*bold*',
  lines: ['Judged for a cluster of mlw'],
  summary: '1 unknown',
  readAt: '2026-07-30T10:42:00.000Z',
  tagsDate: '2025-11-09',
  results,
  causes: causesOf(results),
  found: [],
  ...change,
});

test('names are escaped, whatever they contain', () => {
  expect(readinessReport(messagesIn('en'), [of()])).toContain('# Readiness of snet-\\*bold\\*');
});

test('lists open results with consequence and source, then every requirement', () => {
  const text = readinessReport(messagesIn('en'), [of()]);
  expect(text).toContain('### Too many rules overlap to decide exactly (1 check)');
  expect(text).toContain('Unknown: too many rules overlap to decide exactly.');
  expect(text).toMatch(/- Impact: .+\n/);
  expect(text).toMatch(/- Source: .+\n/);
  expect(text).toContain('| outbound-batch-443 |');
  expect(text).toContain('Service tags of 9 Nov 2025');
});

test('states that all pass, and leaves out checks that aren’t required', () => {
  const met = result({ outcome: { is: 'allowed', explicit: false, by: null } });
  const hidden = result({
    requirement: 'inbound-aml-44224',
    outcome: { is: 'not-applicable', because: { key: 'check.managed' } },
  });
  const text = readinessReport(messagesIn('en'), [of({ results: [met, hidden], tagsDate: '' })]);
  expect(text).toContain('All checked requirements pass.');
  expect(text).not.toContain('inbound-aml-44224');
  expect(text).not.toContain('Service tags of');
});

test('lists findings of NSGs and route tables by rule, if there are any', () => {
  const place = { what: 'rule', resource: '/nsg', resourceName: 'nsg-a', name: 'B', index: 1 } as const;
  const values = { name: 'B', priority: 200, before: 100, other: 'A', n: 1 };
  const text = { key: 'finding.shadowed.one', values };
  const finding = {
    check: 'shadowed-security-rule',
    severity: 'info',
    place,
    text,
    because: [],
    assumptions: [],
    advice: { key: '' },
  } as const;
  expect(readinessReport(messagesIn('en'), [of({ found: [finding] })])).toContain(
    '## Findings in NSGs and route tables\n\n- nsg-a: Rule 200 B doesn’t change anything: rule 100 A before it already decides the same traffic in the same way. (shadowed-security-rule)',
  );
  expect(readinessReport(messagesIn('en'), [of()])).not.toContain('Findings in NSGs');
});

test('several reports follow each other; in French too', () => {
  const text = readinessReport(messagesIn('fr'), [of({ name: 'un' }), of({ name: 'deux' })]);
  expect(text.match(/^# État de préparation de /gm)).toHaveLength(2);
  expect(reportFile(messagesIn('fr'), 'un')).toBe('preparation-un.md');
});

test('results for every subnet are one line, apart from questions for the network team', () => {
  const note = (requirement: string): CheckResult =>
    result({
      requirement,
      severity: 'info',
      outcome: { is: 'note', text: adviceOf(requirement, 'public', 'westeurope') },
    });
  const results = ['lighthouse-unsupported', 'browser-doh', 'outbound-websocket'].map(note);
  const text = readinessReport(messagesIn('en'), [of({ results })]);
  const [, questions = ''] = text.split('## Confirm with your network team');
  expect(questions.match(/^- /gm)).toHaveLength(1);
  expect(questions).toMatch(/^Applies to every subnet: .+ and .+\.$/m);
});
