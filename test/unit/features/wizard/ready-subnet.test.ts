import { expect, test } from 'vitest';
import { denyAllSubnet, healthy, isShown, openWizardAt } from './open-wizard';

const other = { ...denyAllSubnet, network: 'vnet-spoke-risk-weu', subnet: 'snet-train-hub' };

test.each([
  ['of the same network', denyAllSubnet],
  ['of another network', other],
])('next to a subnet that isn’t ready, one that is ready is named: %s', async (_, place) => {
  const w = await openWizardAt(place);
  await w.until('the tip', ({ plan }) => isShown(plan?.network.ready));
  expect(w.page.plan?.network.ready).toMatchObject({
    text: 'snet-train-gpu in vnet-ml-prod-weu is ready without changes, with 39 free addresses.',
    label: 'Use this subnet',
  });
  await w.call.chooseSubnet({ id: w.page.plan!.network.ready!.id });
  await w.until('its results', ({ readiness }) => readiness?.summary === 'Ready, 1 warning');
  expect(w.page.plan?.network.ready).toBeNull();
});

test('no other subnet is named next to one that is ready', async () => {
  const w = await openWizardAt(healthy);
  expect(w.page.plan?.network.ready).toBeNull();
});
