import { expect, test } from '../../support/page';

test('a flow that a security admin rule denies shows whose rule it is, and doesn’t get a fix', async ({
  view,
  wizard,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Compute cluster', publicIp: 'No' });
  await wizard.filter('rg-regulated');
  await wizard.chooseSubnet('vnet-regulated-weu', 'snet-train-regulated');
  await wizard.groupByRequirement();
  const row = wizard.requirement('Outbound TCP 445 to Storage (file share)');
  await expect(row).toContainText('Blocked by security admin rule 20 Deny-SMB-Out');
  await expect(row).not.toContainText('was Allowed');
  await wizard.toggle('Outbound TCP 445 to Storage (file share)');
  await expect(
    wizard.readiness.getByText(/security admin rules of network manager nm-contoso/),
  ).toBeVisible();
  await expect(wizard.readiness.getByText(/takes precedence over NSG rules/)).toBeVisible();
  await view.screenshot('network-manager/1-row');
  await wizard.continueTo('Size');
  await wizard.continueTo('Review');
  await expect(wizard.plan.locator('sc-flow-picture')).toContainText('nm-contoso');
  await view.screenshot('network-manager/2-picture');
});
