import { expect, test } from '../../support/page';

test('Readiness checks a virtual machine through its network interface, and Databricks by its own list', async ({
  view,
  wizard,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`attached-readiness/${name}`);
  await wizard.choose('mlw-fraud-prod');
  await wizard.continueTo('Compute');
  await wizard.pick('Kind', 'Virtual machine');
  await wizard.continueTo('Network');
  await wizard.choose('vm-dsvm-churn');
  await wizard.groupByRequirement();
  await expect(wizard.summary).toContainText('Not ready: 1 error');
  await wizard.toggle('Inbound TCP 22 from AzureMachineLearning (SSH)');
  await expect(wizard.requirement('Inbound TCP 22 from AzureMachineLearning (SSH)')).toContainText(
    'nsg-vm-dsvm-churn (network interface)',
  );
  await expect(wizard.requirement('Enough free IP addresses for all nodes')).toHaveCount(0);
  await shot('1-machine');

  await wizard.open('Compute');
  await wizard.pick('Kind', 'Azure Databricks');
  await wizard.continueTo('Network');
  await wizard.choose('adb-scoring-weu');
  await expect(wizard.summary).toContainText('Not ready: ');
  const services = wizard.requirement('Outbound traffic to the Databricks metastore, storage, and logs');
  await wizard.toggle('Outbound traffic to the Databricks metastore, storage, and logs');
  await expect(services).toContainText('nsg-dbx-scoring doesn’t have a free priority before 100');
  // A row without a fix is as wide as one that has its button.
  expect((await services.locator('.name').boundingBox())?.height).toBeLessThan(40);
  await shot('2-databricks');
});
