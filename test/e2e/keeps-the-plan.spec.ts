import { wizardTab } from '../support/vscode-window';
import { expect, test } from '../support/workbench';

test('a reloaded window of VS Code restores the plan, and follows a running creation to its end', async ({
  workbench,
  wizard,
}) => {
  const shot = (name: string): Promise<void> => workbench.screenshot(`keeps-the-plan/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Compute instance' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.continueTo('Size');
  await wizard.fill('Name', 'ci-night');
  await expect(wizard.plan.getByText('The name is available in mlw-fraud-prod')).toBeVisible();
  await shot('2-before-reload');
  await workbench.reload(wizardTab);
  await expect(wizard.section('Size')).toHaveAttribute('aria-expanded', 'true');
  await expect(wizard.section('Compute')).toContainText('Compute instance · no public IP');
  await expect(wizard.section('Network')).toContainText('snet-training in vnet-ml-prod-weu, rg-network-prod');
  await expect(wizard.field('Name')).toHaveValue('ci-night');
  await expect(wizard.summary).toHaveText('Not ready: 1 error blocks 11 flows');
  await shot('3-after-reload');

  await workbench.run('Create network request');
  await expect(wizard.heading('Network request for snet-training')).toBeVisible();
  await expect(wizard.plan.getByRole('row', { name: /BatchNodeManagement/ })).toContainText('Blocked today');
  await shot('3-request');
  await wizard.button('Back to the plan').first().click();

  await wizard.open('Network');
  await wizard.choose('snet-train-gpu');
  await wizard.continueTo('Size');
  await wizard.continueTo('Review');
  await wizard.press('Create in Azure');
  // Whether Azure completes before the window is back depends on the machine. It's followed either way.
  const followed = wizard.heading(/^Creating ci-night$|^ci-night is ready$/);
  await expect(followed).toBeVisible();
  await workbench.reload('computes/ci-night');
  await expect(followed).toBeVisible();
  await shot('4-reloaded-while-creating');
  await expect(wizard.heading('ci-night is ready')).toBeVisible();
  await shot('5-followed-to-its-end');
  await wizard.button('Back to the plan').first().click();
  await expect(wizard.section('Review')).toHaveAttribute('aria-expanded', 'true');
  await expect(wizard.section('Workspace')).toContainText('mlw-fraud-prod');
  await expect(wizard.section('Compute')).toContainText('Compute instance · no public IP');
  await expect(wizard.section('Network')).toContainText('snet-train-gpu in vnet-ml-prod-weu');
});
