import { expect, test } from '../../support/page';

test.use({ pace: 'lifelike' });

test('a healthy subnet gets a cluster whose node starts', async ({ view, wizard, editor, sample }) => {
  const shot = (name: string): Promise<void> => view.screenshot(`healthy-subnet/${name}`);
  await expect(wizard.row('mlw-fraud-prod')).toBeVisible();
  await shot('1-where');
  await wizard.choose('mlw-fraud-prod');
  await wizard.continueTo('Compute');
  await expect(wizard.plan.getByRole('radio', { name: 'Compute cluster' })).toBeChecked();
  await expect(wizard.plan.getByRole('radio', { name: 'No' })).toBeChecked();
  await shot('2-what');

  await wizard.continueTo('Network');
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
  await expect(wizard.summary).toHaveText('Ready, 1 warning');
  await expect(wizard.row('snet-dbx-private')).toContainText('Delegated to Databricks');
  await shot('3-network');

  await wizard.continueTo('Size');
  await wizard.fill('Name', 'gpu-fraud');
  await expect(wizard.plan.getByText('The name is available in mlw-fraud-prod')).toBeVisible();
  await wizard.fill('Minimum nodes', '1');
  await expect(wizard.plan.getByText('12 reserved for cpu-train')).toBeVisible();
  await shot('4-size');

  await wizard.continueTo('Review');
  await expect(wizard.plan.getByText('Cluster gpu-fraud in mlw-fraud-prod')).toBeVisible();
  await expect(wizard.plan.getByText('1 to 4 × STANDARD_D2_V2, dedicated')).toBeVisible();
  await shot('5-review');

  await wizard.press('Create in Azure');
  await expect(wizard.heading('Creating gpu-fraud')).toBeVisible();
  expect(editor.progress).toEqual(['Creating gpu-fraud']);
  await expect(wizard.plan.getByText('Nodes in snet-train-gpu: 0 of 1 ready')).toBeVisible();
  await shot('6-creating');
  sample.clock.advance(60_000);
  await expect(wizard.heading('gpu-fraud is ready')).toBeVisible();
  await expect(wizard.plan.getByText('Everything matches your plan.')).toBeVisible();
  const facts = wizard.plan.locator('.comparison > div');
  for (const fact of ['Subnet snet-train-gpu', 'Public IP No', 'Nodes 1 to 4 nodes']) {
    await expect(
      facts.filter({ hasText: new RegExp(`^\\s*${fact.replaceAll(' ', '\\s+')}\\s*$`) }),
    ).toBeVisible();
  }
  await wizard.plan.getByText('Timeline').click();
  await expect(wizard.plan.getByText('Nodes in snet-train-gpu: 1 of 1 ready')).toBeVisible();
  await shot('7-ready');

  await wizard.button('Back to the plan').last().click();
  await wizard.open('Size');
  // The name is taken now, so the next plan starts with an available one.
  await expect(wizard.field('Name')).toHaveValue('cpu-cluster2');
  await expect(wizard.plan.getByText('The name is available in mlw-fraud-prod')).toBeVisible();
});
