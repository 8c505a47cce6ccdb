import { sideBarOf } from '../support/side-bar';
import { wizardOf } from '../support/wizard';
import { expect, test, type Theme } from '../support/workbench';

for (const theme of ['dark', 'light'] satisfies Theme[]) {
  test.describe(theme, () => {
    test.use({ theme });

    test('computes and networks, each with its health', async ({ workbench }) => {
      const bar = sideBarOf(workbench);
      await bar.open();
      await bar.toggle('mlw-fraud-prod');
      await expect(bar.line('ci-anna')).toContainText('instance, running, 2 advised');
      await expect(bar.line('cpu-cluster')).toContainText('not judged');
      await bar.toggle('vnet-ml-prod-weu');
      await expect(bar.line('snet-training')).toContainText('3 to fix');
      await expect(bar.line('snet-train-gpu')).toContainText('ready, 2 advised');
      await bar.toggle('snet-training');
      await expect(bar.line('Create and change computes')).toContainText('rule 4096 Deny-All');
      await expect(bar.line('snet-training')).toHaveAttribute(
        'aria-label',
        /snet-training, subnet, 3 to fix/,
      );
      await workbench.screenshot(`trees/${theme}-1-both`);
    });
  });
}

test('a compute is checked, explained, opened in the wizard, stopped, started and deleted', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  await bar.open();
  await bar.toggle('mlw-fraud-prod');
  await expect(bar.line('ci-anna')).toContainText('running, 2 advised');
  await bar.choose('ci-anna', 'Check');
  await expect(bar.line('ci-anna')).toContainText('running, 2 advised');

  const report = workbench.webview();
  // The line is drawn anew when the check ends, which may close the menu under the pointer: then it is opened again.
  await expect(async () => {
    await bar.choose('ci-anna', 'Explain');
    await expect(report.getByRole('heading', { name: 'Readiness of ci-anna' })).toBeVisible({
      timeout: 8000,
    });
  }).toPass();
  await expect(report.getByText('ready, 2 advised', { exact: true })).toBeVisible();
  await workbench.screenshot('trees/2-explained');
  await workbench.run('View: Close Editor');

  await bar.choose('ci-anna', 'Open in wizard');
  const wizard = wizardOf(workbench);
  await expect(wizard.summary).toHaveText('Ready, 2 advised');
  await expect(wizard.section('Network')).toHaveAttribute('aria-expanded', 'true');
  await workbench.screenshot('trees/3-opened-in-wizard');

  await bar.choose('ci-anna', 'Stop…');
  await workbench.answerDialog('Stop');
  await expect(bar.line('ci-anna')).toContainText('instance, stopped');
  await workbench.screenshot('trees/4-stopped');
  await bar.choose('ci-anna', 'Start');
  await expect(bar.line('ci-anna')).toContainText('instance, running');

  await bar.choose('ci-anna', 'Delete…');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill('ci-ann');
  await expect(page.locator('.quick-input-message')).toContainText('Type ci-anna, letter by letter.');
  await workbench.screenshot('trees/5-delete');
  await input.fill('ci-anna');
  await page.keyboard.press('Enter');
  await expect(bar.line('ci-anna')).toHaveCount(0);
});

test('what is attached is checked and detached, and stays', async ({ workbench }) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  await bar.open();
  await bar.toggle('mlw-risk-dev');
  await expect(bar.line('adb-features')).toContainText('Databricks adb-features-weu, 1 advised');
  await expect(bar.line('dsvm-risk')).toContainText('virtual machine vm-dsvm-risk, 1 advised');
  await bar.toggle('dsvm-risk');
  await expect(bar.line('nsg-vm-dsvm-risk')).toBeVisible();
  await workbench.screenshot('trees/10-attached');

  await bar.choose('adb-features', 'Open in wizard');
  const wizard = wizardOf(workbench);
  const board = 'Readiness of adb-features-weu in snet-dbx-host';
  await expect(wizard.board.getByRole('heading', { name: board })).toBeVisible();
  await expect(wizard.summary).toHaveText('Ready, 1 advised');
  await workbench.screenshot('trees/10-attached-in-wizard');
  await workbench.run('View: Close Editor');

  await bar.choose('dsvm-risk', 'Detach…');
  const input = page.locator('.quick-input-widget input').first();
  await expect(page.locator('.quick-input-widget')).toContainText('What is attached stays and runs on');
  await workbench.screenshot('trees/11-detach');
  await input.fill('dsvm-risk');
  await page.keyboard.press('Enter');
  await expect(bar.line('dsvm-risk')).toHaveCount(0);
  await expect(bar.line('adb-features')).toBeVisible();
});

test('what is wrong in a group stands below it, each rule with its page', async ({ workbench }) => {
  const bar = sideBarOf(workbench);
  await bar.open();
  await bar.toggleView('Compute');
  await workbench.page.getByRole('treeitem', { name: /^Show \d+ more/ }).click();
  await bar.toggle('vnet-forecast-weu');
  await bar.toggle('snet-train-forecast');
  await expect(bar.line('nsg-forecast')).toContainText('3 to look at');
  await bar.toggle('nsg-forecast');
  await expect(bar.line('Allow-Storage')).toContainText('tag of another region');
  await expect(bar.line('Allow-Storage')).toHaveAttribute(
    'aria-label',
    /^Allow-Storage, rule, Rule 140 Allow-Storage names Storage\.NorthEurope, but network and workspace are in westeurope/,
  );
  await workbench.screenshot('trees/12-rules');
  await bar.choose('Allow-Storage', 'Explain');
  await expect(workbench.webview().getByRole('heading', { name: 'Tags of the right region' })).toBeVisible();
  await workbench.screenshot('trees/13-rule-explained');
});

test('a watched subnet leads to its fix, and what breaks it again is told', async ({ workbench }) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  await bar.open();
  await bar.toggleView('Compute');
  await bar.toggle('vnet-ml-prod-weu');
  await bar.choose('snet-training', 'Watch');
  await expect(bar.line('snet-training')).toContainText('3 to fix, watched');
  await expect(bar.icon).toHaveAttribute('aria-label', /1 needs a fix/);
  await bar.toggle('snet-training');
  await bar.choose('Create and change computes', 'Fix…');
  const wizard = wizardOf(workbench);
  await expect(wizard.heading('Fix 1 requirement of snet-training')).toBeVisible();
  await bar.choose('snet-training', 'Fix…');
  await expect(wizard.heading('Fix 3 requirements of snet-training')).toBeVisible();
  await workbench.screenshot('trees/6-fix');
  await wizard.press('Apply in Azure…');
  await workbench.answerDialog('Change');
  await expect(bar.line('snet-training')).toContainText('ready');
  await expect(bar.icon).not.toHaveAttribute('aria-label', /needs a fix/);
  await workbench.screenshot('trees/7-fixed');
  await wizard.press('Undo…');
  await wizard.press('Undo in Azure…');
  await workbench.answerDialog('Take back');
  const toast = page.locator('.notification-toast');
  await expect(toast).toContainText('snet-training has 3 more to fix since it changed in Azure: ');
  await expect(bar.icon).toHaveAttribute('aria-label', /1 needs a fix/);
  await workbench.screenshot('trees/7-broken');
  await toast.getByRole('button', { name: 'Don’t show again for this subnet' }).click();
  await bar.choose('snet-training', 'Stop watching');
  await expect(bar.line('snet-training')).not.toContainText('watched');

  await bar.choose('snet-train-gpu', 'Create compute here');
  await expect(wizard.board.getByRole('heading', { name: 'Readiness of snet-train-gpu' })).toBeVisible();
  await expect(wizard.summary).toHaveText('Ready, 2 advised');
  await expect(wizard.section('Network')).toHaveAttribute('aria-expanded', 'true');
});

test('by keyboard alone: the tree is filtered, walked and acted on', async ({ workbench }) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  const { keyboard } = page;
  await workbench.run('Secured AML compute: Focus on Compute View');
  await expect(bar.line('mlw-risk-dev')).toBeVisible();
  const filter = async (key: () => Promise<void>): Promise<void> => {
    await workbench.find('Filter computes…');
    await keyboard.press('Enter');
    await expect(page.locator('.quick-input-widget')).toContainText('Part of a name');
    await key();
    await keyboard.press('Enter');
  };
  await filter(() => keyboard.type('fraud-prod'));
  await expect(bar.line('mlw-risk-dev')).toHaveCount(0);
  await expect(bar.view('Compute')).toContainText('filtered: fraud-prod');
  await workbench.screenshot('trees/8-filtered');

  await workbench.run('Secured AML compute: Focus on Compute View');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await expect(bar.line('mlw-fraud-prod')).toHaveClass(/focused/);
  await keyboard.press('ArrowRight');
  await expect(bar.line('ci-anna')).toContainText('running, 2 advised');
  await keyboard.press('ArrowDown');
  await expect(bar.line('ci-anna')).toHaveClass(/focused/);
  await keyboard.press('Shift+F10');
  await expect(bar.menuItem('Restart…')).toBeVisible();
  await workbench.screenshot('trees/9-menu');
  await expect(async () => {
    await keyboard.press('ArrowDown');
    await expect(bar.menuItem('Stop…')).toBeFocused({ timeout: 150 });
  }).toPass({ intervals: [0] });
  await keyboard.press('Enter');
  await expect(workbench.dialog()).toContainText('Stop ci-anna?');
  await keyboard.press('Enter');
  await expect(bar.line('ci-anna')).toContainText('instance, stopped');

  await filter(() => keyboard.press('Delete'));
  await expect(bar.line('mlw-risk-dev')).toBeVisible();
});

test('a command reaches its line right after another changed it', async ({ workbench }) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  await bar.open();
  await bar.toggleView('Compute');
  await bar.toggle('vnet-ml-prod-weu');
  await expect(bar.line('snet-training')).toBeVisible();
  for (const item of ['Watch', 'Stop watching', 'Watch', 'Stop watching']) {
    await page.evaluate('navigator.clipboard.writeText("")');
    await bar.choose('snet-training', item);
    await bar.choose('snet-training', 'Copy id');
    await expect
      .poll(() => page.evaluate<string>('navigator.clipboard.readText()'))
      .toMatch(/subnets\/snet-training$/);
  }
});
