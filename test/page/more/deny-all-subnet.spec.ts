import { expect, test } from '../../support/page';

test('a deny-all subnet is explained, fixed as previewed, and gets an instance', async ({
  view,
  wizard,
  editor,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`deny-all-subnet/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Compute instance' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await expect(wizard.summary).toContainText('Not ready: 1 error blocks ');
  await wizard.toggle('Outbound UDP 5831 to AzureMachineLearning');
  const row = wizard.requirement('Outbound UDP 5831 to AzureMachineLearning');
  await expect(wizard.cause('NSG rule 4096 Deny-All blocks')).toContainText(
    'nsg-training on the subnet · outbound',
  );
  await expect(row).toContainText(/UDP 10\.40\.4\.\d+ → \d+\.\d+\.\d+\.\d+ port 5831/);
  await expect(row).toContainText(/4096 Deny-All\s*, outbound, in nsg-training/);
  await row.getByRole('button', { name: 'Evaluation steps' }).click();
  await shot('1-readiness');
  await row.getByRole('button', { name: 'Evaluation steps' }).click();

  await wizard.fixWorst();
  await expect(wizard.plan.getByText(/Tested on a copy: all 9 (flow|check)s pass/)).toBeVisible();
  const table = wizard.plan.getByRole('table');
  for (const rule of [
    /New 200 Allow-AzureML-UDP-5831 Allow UDP 5831 10\.40\.4\.0\/26 AzureMachineLearning$/,
    /New 210 Allow-Batch-443 Allow Any 443 10\.40\.4\.0\/26 BatchNodeManagement\.WestEurope$/,
  ]) {
    await expect(table.getByRole('row', { name: rule })).toBeVisible();
  }
  await expect(wizard.summary).toHaveText('After this fix: Ready; 1 flow relies on default rules');
  await expect(wizard.readiness.getByText('1 → 0 errors')).toBeVisible();
  await expect(wizard.requirement('Outbound UDP 5831 to AzureMachineLearning')).toContainText(
    'Blocked → Allowed by new rule 200',
  );
  await shot('2-preview');

  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
  expect(editor.confirmed).toMatchObject([
    {
      title: 'Change nsg-training in Azure?',
      detail: expect.stringMatching(/^Adds rules 180, 190, .*, and 260 to nsg-training\./),
      button: 'Change',
    },
  ]);
  await expect(table.getByRole('row', { name: 'Allow-Batch-443' })).toHaveCount(1);
  await shot('4-applied');

  await wizard.button('Back to the plan').last().click();
  await expect(wizard.summary).toContainText('Ready');
  await expect(wizard.row('snet-training')).toContainText('Ready');
  // Each new rule names only this subnet, so nothing is allowed for the other subnet of the NSG.
  await expect(wizard.row('snet-scoring')).toContainText('1 error (');
  await shot('5-fixed');

  await wizard.continueTo('Size');
  await wizard.continueTo('Review');
  await wizard.press('Create in Azure');
  await expect(wizard.heading('ci-anna-keller is ready')).toBeVisible();
  await expect(wizard.plan.getByText('Everything matches your plan.')).toBeVisible();
  await shot('6-ready');
});
