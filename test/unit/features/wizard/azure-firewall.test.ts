import { expect, test } from 'vitest';
import { pickSubnet, pickWorkspace, openWizard, type OpenWizard } from './open-wizard';
import { sampleFlows } from '../../../support/sample-summary';

const spoke = 'vnet-spoke-orders-weu';

async function openAtSpoke(subnet: string): Promise<OpenWizard> {
  const w = openWizard();
  await pickWorkspace(w, 'mlw-fraud-prod');
  await pickSubnet(w, spoke, subnet);
  await w.until('decided', ({ readiness }) => JSON.stringify(readiness).includes('afw-shared'));
  return w;
}

const rowOf = ({ page }: OpenWizard, id: string) =>
  page.readiness?.groups.flatMap(({ rows }) => rows).find((row) => row.id === id);

test('the first read of a firewall decides rows of Readiness and lists, and doesn’t count as a changed result', async () => {
  const w = await openAtSpoke('snet-train-orders-new');
  expect(rowOf(w, 'outbound-batch-443')).toMatchObject({
    word: 'Blocked:',
    rest: 'no rule of firewall afw-shared allows it',
    was: null,
  });
  expect(outcomesOf(w)).toEqual(decided);
  // Another subnet of the spoke: the data of the firewall is kept.
  await pickSubnet(w, spoke, 'snet-train-orders');
  expect(outcomesOf(w)).toEqual(decided);
});

const decided = [
  ['snet-train-orders', '1 to confirm'],
  ['snet-train-orders-new', `1 error (${sampleFlows('snet-train-orders-new')})`],
];

const outcomesOf = ({ page }: OpenWizard) =>
  page.subnets?.rows.map(({ name, outcome }) => [name, outcome?.text]);

test('a flow that a firewall blocks doesn’t get a fix, and the request states the missing rule', async () => {
  const w = await openAtSpoke('snet-train-orders-new');
  expect(rowOf(w, 'outbound-mcr-443')?.fix).toBeNull();
  await w.call.copyRequest({ ids: ['outbound-mcr-443', 'outbound-batch-443'] });
  const [text = ''] = w.copied;
  expect(text).toContain('Blocked by Azure Firewall afw-shared: no rule allows it');
  expect(text).toContain('`mcr.microsoft.com`, `*.data.mcr.microsoft.com`');
  expect(text).toMatch(/\| 10\.77\.0\.64\/26 \|/);
  expect(text).not.toContain('## Rules of ');
});

test('every link of a row opens: the firewall, and the NSG of a rule', async () => {
  const w = await openAtSpoke('snet-train-orders-new');
  const links = ['outbound-batch-443', 'outbound-azuremonitor-443'].flatMap((id) =>
    (rowOf(w, id)?.details ?? []).flatMap(({ runs }) => runs.flatMap(({ link }) => link ?? [])),
  );
  for (const link of links) await w.call.openLink({ link });
  expect(links.length).toBeGreaterThan(2);
});
