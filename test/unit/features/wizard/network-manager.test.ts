import { expect, test } from 'vitest';
import { pickSubnet, pickWorkspace, openWizard, type OpenWizard } from './open-wizard';

const changedWords = ({ page }: OpenWizard): unknown[] =>
  (page.readiness?.groups ?? []).flatMap(({ rows }) =>
    rows.flatMap((one) => (one.was === null ? [] : [one.id])),
  );

const outcomeOf = ({ page }: OpenWizard, subnet: string): string | undefined =>
  page.subnets?.rows.find((one) => one.name === subnet)?.outcome?.text;

test('the first read of a network manager’s rules decides rows of Readiness and lists, and doesn’t count as a changed result', async () => {
  const w = openWizard();
  await pickWorkspace(w, 'mlw-fraud-prod');
  await pickSubnet(w, 'vnet-regulated-weu', 'snet-train-regulated');
  await w.until('decided', ({ readiness }) => JSON.stringify(readiness).includes('nm-contoso'));
  expect(changedWords(w)).toEqual([]);
  expect(outcomeOf(w, 'snet-train-regulated')).toBe('1 error');
});

test('if Azure doesn’t return which networks are managed, no row is ready before its network is read', async () => {
  const w = openWizard();
  w.sample.faults.next({ match: 'ResourceGraph', status: 403, code: 'AuthorizationFailed' });
  await pickWorkspace(w, 'mlw-fraud-prod');
  const networks = w.page.networks?.rows ?? [];
  expect(networks.length).toBeGreaterThan(5);
  const words = networks.map((one) => one.outcome?.text ?? '');
  expect(words.filter((text) => /^[1-9]\d* of/.test(text))).toEqual([]);
  await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-train-gpu');
  await w.until('looked at', (page) => page.readiness?.summary.startsWith('Ready') ?? false);
  expect(changedWords(w)).toEqual([]);
  expect(outcomeOf(w, 'snet-train-gpu')).toMatch(/^Ready/);
});
