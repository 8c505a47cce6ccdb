import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { withSeverities } from '../../../src/file-checks/with-severities';
import { analyzed } from './analyzed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

test('a check has its configured severity, or isn’t reported, and the others stay the same', async () => {
  const all = problemsOf((await analyzed({ 'network.bicep': network })).check);
  const wanted = { 'outbound-aml-udp-5831': 'warning', 'outbound-storage-445': 'off' } as const;
  const reported = withSeverities(all, wanted);
  const before = new Map(all.map(({ id, severity }) => [id, severity]));
  expect(before.get('outbound-aml-udp-5831')).toBe('error');
  expect(before.has('outbound-storage-445')).toBe(true);
  expect(reported.find(({ id }) => id === 'outbound-aml-udp-5831')?.severity).toBe('warning');
  expect(reported.some(({ id }) => id === 'outbound-storage-445')).toBe(false);
  expect(reported.length).toBe(all.length - 1);
});
