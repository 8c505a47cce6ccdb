import { expect, test } from '../../support/page';

test('a readable firewall decides by rules and by FQDNs, and the request goes to its owner', async ({
  view,
  wizard,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`azure-firewall/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', publicIp: 'No' });
  await wizard.chooseSubnet('vnet-spoke-orders-weu', 'snet-train-orders-new');
  await wizard.groupByRequirement();
  await expect(wizard.summary).toContainText(/Not ready: \d errors?/);
  const batch = wizard.requirement('Outbound 443 to Azure Batch (BatchNodeManagement)');
  await wizard.toggle('Outbound 443 to Azure Batch (BatchNodeManagement)');
  await expect(batch).not.toContainText('was Goes');
  await expect(batch).toContainText('Blocked: no rule of firewall afw-shared allows it');
  await expect(batch).toContainText('afw-shared (no rule of the firewall allows it)');
  await shot('1-no-rule');
  await wizard.toggle('Outbound TCP 443 to AzureMonitor (logs and metrics)');
  const monitor = wizard.requirement('Outbound TCP 443 to AzureMonitor (logs and metrics)');
  await expect(monitor).toContainText('by rule No-Telemetry of firewall afw-shared');
  await expect(monitor).toContainText('in collection not-everyone of firewall afw-shared');
  await shot('2-a-rule');

  await wizard.chooseSubnet('vnet-spoke-orders-weu', 'snet-train-orders');
  await wizard.groupByRequirement();
  await expect(wizard.summary).not.toContainText(/to fix/);
  await wizard.readiness.getByText(/^\d+ passed, by rules that you wrote$/).click();
  const images = wizard.requirement('Outbound TCP 443 to MicrosoftContainerRegistry');
  await wizard.toggle('Outbound TCP 443 to MicrosoftContainerRegistry');
  await expect(images).toContainText('firewall rule Images');
  await expect(images).toContainText('Images, in collection hosts of firewall afw-shared');
  await expect(wizard.row('snet-train-orders')).toContainText('1 to confirm');
  await expect(wizard.row('snet-train-orders-new')).toContainText(/\d errors? \(\d+ flows\)/);
  await shot('3-allowed');
  await wizard.continueTo('Size');
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
  await expect(wizard.plan.locator('svg text', { hasText: 'afw-shared' }).first()).toBeVisible();
  await shot('4-review');
  await wizard.press('Create in Azure');
  await expect(wizard.heading('cpu-cluster2 is ready')).toBeVisible();
});
