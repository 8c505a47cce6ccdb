import { isAccessible } from '../../support/axe';
import { expect, test } from '../../support/page';
import { sideways } from '../layout';

test('without permission, the request is the primary button; a subnet that can’t be used leads to another one', async ({
  view,
  wizard,
  sample,
}) => {
  sample.access.assign([
    { role: 'Contributor', scope: '/', actions: ['*'], notActions: ['Microsoft.Network/*/write'] },
  ]);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await expect(wizard.readiness.getByText('You need Network Contributor on nsg-training.')).toBeVisible();
  const request = wizard.readiness.locator('.button.primary');
  await expect(request).toHaveText(/^\s*Copy request for \d+ flows/);
  await expect(wizard.readiness.locator('[data-does=fix], [data-fix]')).toHaveCount(0);
  await view.screenshot('causes/no-permission');

  await wizard.choose('snet-dbx-private');
  await expect(wizard.summary).toHaveText('Can’t be used: Delegated to Databricks');
  await expect(wizard.button('Continue to Size')).toHaveAttribute('disabled');
  await expect(wizard.section('Size')).toHaveAttribute('aria-disabled', 'true');
  await expect(wizard.section('Size')).toContainText('Choose another subnet: Delegated to Databricks');
  await view.screenshot('causes/unfit');
  await view.resize(480, 900);
  expect(await sideways(wizard)).toEqual([]);
  await isAccessible(view.page);
  await view.resize(1382, 798);
  await wizard.readiness.getByRole('button', { name: 'Use snet-train-gpu' }).click();
  await expect(wizard.row('snet-train-gpu')).toHaveAttribute('aria-selected', 'true');
  await expect(wizard.summary).toHaveText('Ready, 1 warning');

  // Next to a subnet with errors, one that is ready as it is has a link.
  await wizard.choose('snet-training');
  await expect(
    wizard.plan.getByText('snet-train-gpu in vnet-ml-prod-weu is ready without changes'),
  ).toBeVisible();
  await view.screenshot('causes/ready-subnet');
  await wizard.press('Use this subnet');
  await expect(wizard.row('snet-train-gpu')).toHaveAttribute('aria-selected', 'true');
  await expect(wizard.plan.getByText('is ready without changes')).toHaveCount(0);
  expect(await view.page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
});

test('another subnet than the recommended one with an error: its fix comes before Review', async ({
  view,
  wizard,
}) => {
  await expect(wizard.plan.locator('.tag')).toHaveCount(2);
  await expect(wizard.button('Review plan')).not.toHaveAttribute('secondary');
  await wizard.choose('snet-training');
  const fix = wizard.readiness.locator('.button.primary');
  await expect(fix).toHaveText(/^\s*Fix \d+ of \d+ flows…/);
  await expect(wizard.button('Review plan')).toHaveAttribute('secondary');
  await view.page.keyboard.press('Control+Enter');
  await expect(wizard.heading(/^Fix \d+ flows of snet-training$/)).toBeVisible();
});

test('results of another subnet aren’t marked with changes of the previous one', async ({ wizard }) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.fixWorst();
  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Applied at /)).toBeVisible();
  await wizard.button('Back to the plan').last().click();
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-scoring');
  await expect(wizard.summary).toContainText('Not ready');
  await wizard.fixWorst();
  await expect(wizard.summary).toContainText('After this fix: ');
  await expect(wizard.requirement('Outbound UDP 5831 to AzureMachineLearning')).toBeVisible();
  await expect(wizard.readiness.getByText(/\bwas \w/)).toHaveCount(0, { timeout: 1000 });
});
