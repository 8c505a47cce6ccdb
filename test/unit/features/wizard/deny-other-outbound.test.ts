import { expect, test } from 'vitest';
import { denyAllSubnet, openWizardInOneGroup, isShown, type OpenWizard } from './open-wizard';
import { sampleSummary } from '../../../support/sample-summary';

/** Without an NSG, with outbound access: all traffic is allowed by default. */
const openByDefault = { network: 'vnet-ml-dev-weu', subnet: 'snet-dev-open', workspace: 'mlw-risk-dev' };

async function previewed(): Promise<OpenWizard> {
  const w = await openWizardInOneGroup(openByDefault);
  expect(w.page.readiness).toMatchObject({
    summary: sampleSummary('snet-dev-open', 'cluster, public IP'),
    denyOtherOutbound: 'Deny other outbound traffic…',
  });
  await w.call.denyOtherOutbound({});
  await w.until('preview', (p) => isShown(p.preview));
  return w;
}

test('flows that rely on default rules get explicit rules, and other outbound traffic is denied', async () => {
  const w = await previewed();
  expect(w.page.preview).toMatchObject({
    kind: 'close',
    heading: 'Deny other outbound traffic of snet-dev-open',
    opens: [],
    closes: ['Denies other outbound internet traffic', 'Denies other inbound internet traffic'],
  });
  expect(w.page.readiness?.summary).toBe('After this change: Ready; 1 flow relies on default rules');
  expect(w.page.preview?.tables.map((one) => one.title)).toContain(
    'nsg-snet-dev-open, outbound, after the change',
  );
  expect(w.page.preview?.fixTest).toContain('other internet traffic is denied');
  expect(w.page.preview?.flows.every((one) => one.ticked)).toBe(true);
  expect(await w.call.applyFix({ preview: w.page.preview?.id ?? '' })).toBe(true);
  await w.until('applied', (p) => p.preview?.state === 'applied');
  await w.call.closeFix({});
  await w.until('Readiness', (p) => p.readiness?.state === 'checked');
  expect(w.page.readiness?.denyOtherOutbound).toBeNull();
  expect(w.page.readiness?.groups.find((one) => one.id === 'outbound')?.summary).not.toContain('default');
});

test('it goes into the code like a fix, and stays there until the flows have their own rules', async () => {
  const w = await previewed();
  const { flows, id } = w.page.preview ?? { flows: [], id: '' };
  await w.call.putFixIntoCode({ preview: id });
  await w.until('put', (p) => p.preview === null);
  await w.call.refresh({});
  expect(w.saved().fixesInCode).toEqual([flows.map((one) => one.id)]);
  await w.call.write({ format: 'bicep' });
  const text = w.written
    .flat()
    .map((one) => one.text)
    .join('\n');
  expect(text).toContain('Deny-Internet-Out');
  expect(text).toContain('Allow-Batch-443');
});

test('isn’t offered while there are errors', async () => {
  const w = await openWizardInOneGroup(denyAllSubnet);
  expect(w.page.readiness?.denyOtherOutbound).toBeNull();
});
