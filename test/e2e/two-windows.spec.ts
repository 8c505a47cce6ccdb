import { wizardTab } from '../support/vscode-window';
import { expect, test } from '../support/workbench';
import { wizardOf } from '../support/wizard';

test('two windows of VS Code on one folder each keep their own plan, also when both are reloaded', async ({
  workbench,
  wizard,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Compute instance' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.continueTo('Size');
  await wizard.fill('Name', 'ci-first');

  const second = await workbench.duplicate(wizardTab);
  const other = wizardOf(second);
  // A new window starts with the plan of the one before.
  await expect(other.field('Name')).toHaveValue('ci-first');
  await other.fill('Name', 'ci-second');
  await expect(other.plan.getByText('The name is available in mlw-fraud-prod')).toBeVisible();
  await other.open('Network');
  await other.choose('snet-train-gpu');
  await wizard.fill('Name', 'ci-first-again');
  await expect(wizard.plan.getByText('The name is available in mlw-fraud-prod')).toBeVisible();

  await workbench.reload(wizardTab);
  await second.reload(wizardTab);
  await expect(wizard.field('Name')).toHaveValue('ci-first-again');
  await expect(wizard.section('Network')).toContainText('snet-training in vnet-ml-prod-weu');
  await workbench.screenshot('two-windows/1-first-reloaded');
  await expect(other.section('Network')).toHaveAttribute('aria-expanded', 'true');
  await expect(other.row('vnet-ml-prod-weu')).toHaveAttribute('aria-selected', 'true');
  await expect(other.row('snet-train-gpu')).toHaveAttribute('aria-selected', 'true');
  await second.screenshot('two-windows/2-second-reloaded');
  await other.continueTo('Size');
  await expect(other.field('Name')).toHaveValue('ci-second');
  expect(second.troubles).toEqual([]);
});
