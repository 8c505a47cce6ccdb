import type { Locator } from '@playwright/test';
import { expect, test } from '../support/workbench';
import { sampleSummary } from '../support/sample-summary';

test('creates a cluster by keyboard alone, from the palette through VS Code’s webview and its modal dialog, which returns the focus', async ({
  workbench,
  wizard,
}) => {
  const { keyboard } = workbench.page;
  const shot = (name: string): Promise<void> => workbench.screenshot(`keyboard/${name}`);
  const tabTo = async (target: Locator): Promise<void> => {
    for (let n = 0; n < 60; n += 1) {
      await keyboard.press('Tab');
      // No waiting here: once the key is pressed the focus has moved, and one more would go past.
      if (await target.evaluate((one) => one.matches(':focus'))) return;
    }
    throw new Error('Tab never leads there.');
  };
  const type = async (target: Locator, text: string): Promise<void> => {
    await tabTo(target);
    // Not Control+A: VS Code selects everything again a moment later, including text that was typed since.
    await keyboard.press('Home');
    await keyboard.press('Shift+End');
    await keyboard.type(text);
    await expect(target).toHaveValue(text);
  };
  const grids = wizard.plan.getByRole('grid');

  // VS Code gives the focus to a page that it has opened.
  await expect(workbench.pageFrame()).toBeFocused();
  await expect(wizard.section('Workspace')).toBeFocused();
  await keyboard.press('Shift+Tab');
  await expect(wizard.page.getByRole('button', { name: 'Go to readiness' })).toBeFocused();
  await shot('1-skip-link');
  await tabTo(grids.first());
  await expect(wizard.row('mlw-fraud-prod')).toBeVisible();
  await keyboard.type('mlw-fraud-p');
  await keyboard.press('Enter');
  await expect(wizard.row('mlw-fraud-prod')).toHaveAttribute('aria-selected', 'true');
  await shot('2-workspace');
  await tabTo(wizard.button('Continue to Compute'));
  await keyboard.press('Enter');
  await expect(wizard.section('Compute')).toBeFocused();
  await tabTo(wizard.plan.getByRole('radio', { name: 'Compute cluster' }));
  await keyboard.press('ArrowDown');
  await expect(wizard.plan.getByRole('radio', { name: 'Compute instance' })).toBeChecked();
  await keyboard.press('ArrowUp');
  await expect(wizard.plan.getByRole('radio', { name: 'Compute cluster' })).toBeChecked();
  await keyboard.press('Control+Enter');
  await expect(wizard.section('Network')).toBeFocused();
  // Only the preselected rows are shown until the user asks for all networks.
  await keyboard.press('Control+F');
  await expect(wizard.plan.getByLabel('Filter by name, resource group, region, or address')).toBeFocused();
  await expect(wizard.row('vnet-ml-prod-weu')).toBeVisible();
  await tabTo(grids.first());
  await keyboard.type('vnet-ml-prod-w');
  await keyboard.press('Enter');
  await expect(wizard.row('snet-training')).toBeVisible();
  await tabTo(grids.last());
  await keyboard.type('snet-training');
  await keyboard.press('Enter');
  await expect(wizard.summary).toHaveText(sampleSummary('snet-training'));
  await shot('3-network');

  await keyboard.press('F8');
  await expect(wizard.cause('NSG rule 4096 Deny-All blocks')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(wizard.requirement('Outbound UDP 5831 to AzureMachineLearning')).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(wizard.requirement('Outbound UDP 5831 to AzureMachineLearning')).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await keyboard.press('ArrowDown');
  await expect(wizard.requirement('Outbound 443 to Azure Batch (BatchNodeManagement)')).toBeFocused();
  await shot('4-next-to-fix');
  await keyboard.press('Control+.');
  await expect(wizard.heading('Fix 1 flow of snet-training')).toBeFocused();
  await shot('5-preview');
  const apply = wizard.button('Apply in Azure…');
  await tabTo(apply);
  await keyboard.press('Enter');
  // VS Code's dialog takes the focus, and gives it back to what had it.
  await workbench.escapeDialog();
  await expect(apply).toBeFocused();
  await keyboard.press('Enter');
  await expect(workbench.dialog().getByRole('button', { name: 'Change', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(wizard.plan.getByText(/^Applied at /)).toBeVisible();
  await expect(workbench.pageFrame()).toBeFocused();
  await expect(wizard.heading('Fix 1 flow of snet-training')).toBeFocused();
  await keyboard.press('Escape');
  await expect(wizard.heading('Fix 1 flow of snet-training')).toHaveCount(0);
  await shot('6-back');
  await keyboard.press('Escape');
  await expect(wizard.section('Network')).toBeFocused();

  await keyboard.press('Control+F');
  await expect(wizard.plan.getByLabel('Filter by name, resource group, region, or address')).toBeFocused();
  await keyboard.type('gpu');
  await expect(wizard.row('snet-train-gpu').locator('.name b')).toHaveText('gpu');
  await shot('7-filtered');
  await keyboard.press('Escape');
  await tabTo(grids.last());
  await keyboard.type('snet-train-g');
  await keyboard.press('Enter');
  await expect(wizard.summary).toHaveText('Ready, 1 warning');
  await keyboard.press('Control+Enter');
  await expect(wizard.section('Size')).toBeFocused();
  // Name and size are proposed once Azure has listed them, and each proposal is rendered again.
  await expect(wizard.section('Review')).toBeEnabled();
  await type(wizard.field('Name'), 'cpu-keys');
  await type(wizard.field('Minimum nodes'), '1');
  await shot('8-size');
  await expect(wizard.section('Review')).toBeEnabled();
  await keyboard.press('Control+Enter');
  await expect(wizard.section('Review')).toBeFocused();
  await expect(wizard.plan.getByText('Cluster cpu-keys in mlw-fraud-prod')).toBeVisible();
  await expect(wizard.plan.getByText('1 to 4 × STANDARD_D2_V2, dedicated')).toBeVisible();
  await tabTo(wizard.button('Create in Azure'));
  await shot('9-review');
  await keyboard.press('Enter');
  await expect(wizard.heading('Creating cpu-keys')).toBeFocused();
  await expect(wizard.heading('cpu-keys is ready')).toBeVisible({ timeout: 30_000 });
  await expect(wizard.plan.getByText('Everything matches your plan.')).toBeVisible();
  await shot('10-ready');
});
