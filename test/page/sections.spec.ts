import { expect, test } from '../support/page';

test('a picture of each section, each with its own fields', async ({ view, wizard }) => {
  const shot = (name: string): Promise<void> => view.screenshot(`sections/${name}`);
  await expect(wizard.row('mlw-fraud-prod')).toBeVisible();
  await shot('1-where');
  await wizard.choose('mlw-fraud-prod');
  await wizard.continueTo('Compute');
  await expect(wizard.plan.getByRole('radiogroup', { name: 'Kind' })).toBeVisible();
  await shot('2-what');
  await wizard.continueTo('Network');
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
  await expect(wizard.summary).toHaveText('Ready, 1 warning');
  await shot('3-network');
  await wizard.continueTo('Size');
  await expect(wizard.field('Name')).toHaveValue('cpu-cluster2');
  await shot('4-size');
  await wizard.continueTo('Review');
  await expect(wizard.plan.locator('sc-flow-picture')).toContainText('snet-train-gpu');
  await shot('5-review');
  await wizard.open('Compute');
  await wizard.pick('Kind', 'Virtual machine');
  await wizard.continueTo('Network');
  await wizard.choose('vm-dsvm-churn');
  await wizard.open('Access');
  await expect(wizard.field('SSH address')).toBeVisible();
  await shot('6-access');
});

test('the focus starts in the plan, and *New plan* restores the recommended selection', async ({
  wizard,
}) => {
  await expect(wizard.section('Workspace')).toBeFocused();
  await wizard.choose('mlw-risk-dev');
  await wizard.continueTo('Compute');
  await wizard.plan.getByRole('button', { name: 'New plan' }).click();
  await expect(wizard.section('Workspace')).toBeFocused();
  await expect(wizard.button('Review plan')).toBeVisible();
  await expect(wizard.row('mlw-risk-dev')).toHaveAttribute('aria-selected', 'true');
});

test('Enter on Continue opens the next section and leaves it open', async ({ view, wizard }) => {
  await expect(wizard.plan.locator('.tag')).toHaveCount(2);
  await wizard.button('Continue to Compute').focus();
  await view.page.keyboard.press('Enter');
  await expect(wizard.section('Compute')).toBeFocused();
  await expect(wizard.section('Compute')).toHaveAttribute('aria-expanded', 'true');
});
