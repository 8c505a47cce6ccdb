import { sideBarOf } from '../../support/side-bar';
import { wizardOf } from '../../support/wizard';
import { expect, test } from '../../support/workbench';
import { sampleFlows } from '../../support/sample-summary';

test('a watched subnet counts on VS Code’s icon and leads to its fix, and a notification shows what breaks it again', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  await bar.open();
  await bar.toggleView('Compute');
  await bar.toggle('vnet-ml-prod-weu');
  await bar.choose('snet-training', 'Watch');
  await expect(bar.line('snet-training')).toContainText(`1 error (${sampleFlows('snet-training')}), watched`);
  await expect(bar.icon).toHaveAttribute('aria-label', /1 item with errors/);
  await bar.toggle('snet-training');
  await bar.choose('Outbound UDP 5831 to AzureMachineLearning', 'Fix…');
  const wizard = wizardOf(workbench);
  await expect(wizard.heading('Fix 1 flow of snet-training')).toBeVisible();
  await bar.choose('snet-training', 'Fix…');
  await expect(wizard.heading('Fix 2 flows of snet-training')).toBeVisible();
  await workbench.screenshot('side-bar/fix');
  await wizard.press('Apply in Azure…');
  await workbench.answerDialog('Change');
  await expect(bar.line('snet-training')).toContainText('ready');
  await expect(bar.icon).not.toHaveAttribute('aria-label', /with errors/);
  await workbench.screenshot('side-bar/fixed');
  await wizard.press('Undo…');
  await wizard.press('Undo in Azure…');
  await workbench.answerDialog('Undo change');
  const toast = page.locator('.notification-toast');
  await expect(toast).toContainText('snet-training has 1 new error after a change in Azure: ');
  await expect(bar.icon).toHaveAttribute('aria-label', /1 item with errors/);
  await workbench.screenshot('side-bar/broken');
  await toast.getByRole('button', { name: 'Don’t show again for this subnet' }).click();
  await bar.choose('snet-training', 'Stop watching');
  await expect(bar.line('snet-training')).not.toContainText('watched');

  await bar.choose('snet-train-gpu', 'Create compute…');
  await expect(wizard.readiness.getByRole('heading', { name: 'Readiness of snet-train-gpu' })).toBeVisible();
  await expect(wizard.summary).toHaveText('Ready, 1 warning');
  await expect(wizard.section('Network')).toHaveAttribute('aria-expanded', 'true');
});

test('VS Code’s tree works by keyboard alone: filter, navigation, and actions', async ({ workbench }) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  const { keyboard } = page;
  await workbench.run('Secured AML compute: Focus on Compute View');
  await expect(bar.line('mlw-risk-dev')).toBeVisible();
  const filter = async (key: () => Promise<void>): Promise<void> => {
    await workbench.find('Filter compute…');
    await expect(page.locator('.quick-input-list .monaco-list-row.focused')).toContainText('Filter compute…');
    await keyboard.press('Enter');
    await expect(page.locator('.quick-input-widget')).toContainText('Enter part of a name');
    await key();
    await keyboard.press('Enter');
  };
  await filter(() => keyboard.type('fraud-prod'));
  await expect(bar.line('mlw-risk-dev')).toHaveCount(0);
  await expect(bar.view('Compute')).toContainText('filter: fraud-prod');
  await workbench.screenshot('side-bar/filtered');

  await workbench.run('Secured AML compute: Focus on Compute View');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(bar.line('mlw-fraud-prod')).toHaveClass(/focused/);
  await keyboard.press('ArrowRight');
  await expect(bar.line('ci-anna')).toContainText('running, 1 warning');
  await keyboard.press('ArrowDown');
  await expect(bar.line('ci-anna')).toHaveClass(/focused/);
  await keyboard.press('Shift+F10');
  await expect(bar.menuItem('Restart…')).toBeVisible();
  await workbench.screenshot('side-bar/menu');
  await expect(async () => {
    await keyboard.press('ArrowDown');
    await expect(bar.menuItem('Stop…')).toBeFocused({ timeout: 150 });
  }).toPass({ intervals: [0] });
  await keyboard.press('Enter');
  await expect(workbench.dialog()).toContainText('Stop compute instance ci-anna?');
  await keyboard.press('Enter');
  await expect(bar.line('ci-anna')).toContainText('instance, stopped');

  await filter(() => keyboard.press('Delete'));
  await expect(bar.line('mlw-risk-dev')).toBeVisible();
});

test('a command reaches its item right after another command made VS Code refresh it', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  await bar.open();
  await bar.toggleView('Compute');
  await bar.toggle('vnet-ml-prod-weu');
  await expect(bar.line('snet-training')).toBeVisible();
  for (const item of ['Watch', 'Stop watching', 'Watch', 'Stop watching']) {
    await page.evaluate('navigator.clipboard.writeText("")');
    await bar.choose('snet-training', item);
    await bar.choose('snet-training', 'Copy resource ID');
    await expect
      .poll(() => page.evaluate<string>('navigator.clipboard.readText()'))
      .toMatch(/subnets\/snet-training$/);
  }
});
