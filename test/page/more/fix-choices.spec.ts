import { expect, test } from '../../support/page';

test('after changes to the chosen flows, names, or priorities, the fix is tested again at once', async ({
  view,
  wizard,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`choices/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.fixWorst();
  const creation = wizard.plan
    .locator('vscode-checkbox')
    .filter({ hasText: 'Outbound UDP 5831 to AzureMachineLearning' });
  await creation.click();
  await expect(wizard.plan.getByText('not fixed')).toBeVisible();
  await expect(wizard.summary).toHaveText('After this fix: Not ready: 1 error blocks 2 flows');
  await wizard.button('Change names and priorities').click();
  const priority = wizard.plan.getByRole('textbox', { name: 'Priority of rule Allow-Batch-443' });
  await priority.fill('4096');
  await expect(wizard.plan.getByText('Another rule has priority 4096. Enter another number')).toBeVisible();
  await expect(wizard.plan.getByText('A name or priority isn’t valid. Change it first.')).toBeVisible();
  await shot('1-taken');
  await priority.fill('300');
  await expect(wizard.plan.getByRole('row', { name: /^New 300 Allow-Batch-443/ })).toBeVisible();
  await shot('2-chosen');
  await creation.click();
  await wizard.plan.getByRole('radio', { name: 'One rule for the internet' }).check();
  await expect(wizard.plan.getByRole('row', { name: /^New \d+ Allow-AzureML-Out/ })).toBeVisible();
  await shot('3-broad');
});
