import { expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { known, unknown } from '../../../../src/core/known';
import { reason } from '../../../../src/core/reason';
import type { WorkspaceDiagnosis } from '../../../../src/core/diagnosis';
import type { Report } from '../../../../src/contract/wizard/report';
import {
  pickSubnet,
  denyAllSubnet,
  healthy,
  openWizardAt,
  openWizardInOneGroup,
  openWizard,
  withReads,
  type OpenWizard,
} from './open-wizard';

const subnet =
  '/subscriptions/x/resourceGroups/rg-network-prod/providers/Microsoft.Network/virtualNetworks/vnet-ml-prod-weu/subnets/snet-training';
const rule = (message: string) => ({ area: 'rules', code: 'NsgRule', level: 'error', message }) as const;

/** Returns the sample with a diagnosis that the test provides. */
function diagnosing(value: WorkspaceDiagnosis) {
  return { connect: withReads(() => ({ diagnosis: () => Promise.resolve(value) })) };
}

async function reported(w: OpenWizard): Promise<Report> {
  await w.call.diagnose({});
  await w.until('a report', (p) => p.report?.busy === null);
  const { report } = w.page;
  if (!report) throw new Error('No report');
  return report;
}

const headings = ({ parts }: Report): string[] => parts.map(({ heading }) => heading);

test('nothing is requested before the user presses the button; then Azure’s results are shown next to the checks', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  const asked = (): number => w.sample.traffic.filter(({ path }) => path.endsWith('/diagnose')).length;
  expect(asked()).toBe(0);
  const report = await reported(w);
  expect(asked()).toBe(1);
  expect(report.heading).toBe('Azure’s own diagnosis of mlw-fraud-prod');
  // No compute resource of the workspace is in this subnet.
  const own = report.parts.find(({ heading }) => heading.startsWith('Only reported by the checks'));
  expect(own?.items.map(({ rank, title }) => `${rank}: ${title}`)).toEqual([
    'NSG rules: Azure: nothing reported',
  ]);
  expect(own?.items[0]?.lines.join('\n')).toContain('4096 Deny-All');
  expect(own?.items[0]?.fixIds).toContain('outbound-batch-443');
  const hosts = report.parts.at(-1);
  expect(hosts?.lines.join('\n')).toContain('Azure Storage: stfraudprod.blob.core.windows.net:443');
});

test('agreement, contradiction, and findings that only Azure reports, each with both reasons', async () => {
  const w = await openWizardInOneGroup(
    denyAllSubnet,
    diagnosing({
      results: known([
        rule(`Subnet '${subnet}': TCP 443 to BatchNodeManagement is blocked.`),
        rule(`Subnet '${subnet}': TCP 443 to AzureActiveDirectory is blocked.`),
        { area: 'other', code: 'Quota', level: 'warning', message: 'Something that only Azure sees.' },
      ]),
      hosts: known([]),
    }),
  );
  const report = await reported(w);
  const [contradiction, azureOnly, agreement] = [
    'Contradictions (1)',
    'Only reported by Azure',
    'Same results',
  ].map((start) => report.parts.find(({ heading }) => heading.startsWith(start))?.items[0]);
  expect(contradiction?.title).toContain('AzureActiveDirectory is blocked');
  expect(contradiction?.lines.join('\n')).toMatch(/^Check: .*Allowed by rule \d+/);
  expect(azureOnly?.title).toBe('Azure (Quota): Something that only Azure sees.');
  expect(agreement?.title).toContain('BatchNodeManagement is blocked');
  expect(agreement?.lines.join()).toContain('4096 Deny-All');
});

test('the workspace’s own list of hosts replaces the table in the firewall’s check and in the request', async () => {
  const hosts = [{ category: 'Azure Batch', host: 'own.westeurope.batch.azure.com', ports: [443] }];
  const place = { network: 'vnet-spoke-orders-weu', subnet: 'snet-train-orders-new' };
  const w = await openWizardAt(place, diagnosing({ results: known([]), hosts: known(hosts) }));
  await w.until('the firewall', ({ readiness }) => JSON.stringify(readiness).includes('afw-shared'));
  await w.call.copyRequest({ ids: ['outbound-batch-443'] });
  expect(w.copied.at(-1)).not.toContain('own.westeurope');
  await reported(w);
  await w.call.copyRequest({ ids: ['outbound-batch-443'] });
  expect(w.copied.at(-1)).toContain('own.westeurope.batch.azure.com');
});

test('unreadable data is named, and nothing is reported as fine', async () => {
  const because = reason('unknown.notRead', { name: 'mlw-fraud-prod' });
  const w = await openWizardInOneGroup(
    denyAllSubnet,
    diagnosing({ results: unknown(because), hosts: unknown(because) }),
  );
  const report = await reported(w);
  expect([headings(report)[0], headings(report).at(-1)]).toEqual([
    'Results',
    'Host names that this workspace calls',
  ]);
  expect(report.parts[0]?.lines.join(' ')).toContain('Required role: Contributor');
});

test('if Azure can’t be reached, the page shows only that', async () => {
  const failing = (): Promise<never> => Promise.reject(new AzureFailure('offline'));
  const w = await openWizardInOneGroup(denyAllSubnet, {
    connect: withReads(() => ({ diagnosis: failing, evidence: failing })),
  });
  const report = await reported(w);
  expect(report.parts).toEqual([]);
  expect(report.lines).toHaveLength(2);
  expect(report.spoken).toBe('');
});

test('without a workspace, diagnosing is refused', async () => {
  const w = openWizard();
  await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
  await expect(w.call.diagnose({})).rejects.toThrow();
});

test('in French, the decision of an effective rule and flow logs are shown in words', async () => {
  const place = { network: 'vnet-branch-weu', subnet: 'snet-train-probed' };
  const { parts } = await reported(await openWizardInOneGroup(place, { language: 'fr' }));
  const lines = parts.flatMap(({ items }) => items.flatMap((one) => one.lines));
  expect(lines).toContain(
    'Effectif : refusé par la règle 4096 Deny-All de nsg-branch'.replace(' :', '\u00a0:'),
  );
});

test('effective rules and routes, and dropped flows, are shown next to the results of the subnet', async () => {
  const probed = await openWizardInOneGroup({ network: 'vnet-branch-weu', subnet: 'snet-train-probed' });
  const effective = (await reported(probed)).parts.find(
    ({ heading }) => heading === 'Effective rules and routes',
  );
  expect(effective?.items.map(({ rank }) => rank)).not.toContain('Contradiction');
  expect(effective?.items[0]?.lines).toContain('Effective: Deny by rule 4096 Deny-All in nsg-branch');
  expect(effective?.lines[0]).toMatch(/^1\d flows have the same result/);

  const w = await openWizardInOneGroup(denyAllSubnet);
  const logs = (await reported(w)).parts.find(({ heading }) => heading.startsWith('VNet flow logs'));
  const drop = logs?.items.find(({ title }) => title.startsWith('Outbound UDP 5831'));
  expect(drop?.checks.map(({ id }) => id)).toEqual(['outbound-aml-udp-5831']);
  expect(logs?.lines.join()).toContain('retire on September 30, 2027');
});

test('evidence of one subnet isn’t used for another', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  await reported(w);
  await pickSubnet(w, healthy.network, healthy.subnet);
  await w.until(
    'the other subnet',
    (p) => p.report?.lines.some((line) => line.includes(healthy.subnet)) === true,
  );
  expect(w.page.report && headings(w.page.report).join()).not.toContain('VNet flow logs');
});
