import { sideBarOf } from '../support/side-bar';
import { wizardOf } from '../support/wizard';
import { expect, test } from '../support/workbench';

test('items of the side bar by their menus: VS Code’s preview of a report, modal dialogs, a box that asks for the name, and the button of the view', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  const wizard = wizardOf(workbench);
  await bar.open();
  await bar.toggle('mlw-fraud-prod');
  await expect(bar.line('ci-anna')).toContainText('instance, running, 1 warning');
  await expect(bar.line('cpu-cluster')).toContainText('not checked');
  await bar.choose('ci-anna', 'Check');
  await bar.pressTitle('Compute', 'Create secured AML compute');
  await expect(wizard.section('Workspace')).toHaveAttribute('aria-expanded', 'true');
  await expect(bar.line('ci-anna')).toContainText('running, 1 warning');

  await bar.choose('ci-anna', 'Explain');
  const report = workbench.webview();
  await expect(report.getByRole('heading', { name: 'Readiness of ci-anna' })).toBeVisible();
  await expect(report.getByText('Ready, 1 warning', { exact: true })).toBeVisible();
  await workbench.screenshot('side-bar/1-explained');
  await workbench.run('View: Close Editor');

  await bar.choose('ci-anna', 'Open in wizard');
  await expect(wizard.summary).toHaveText('Ready, 1 warning');
  await expect(wizard.section('Network')).toHaveAttribute('aria-expanded', 'true');
  await workbench.screenshot('side-bar/2-opened-in-wizard');

  await bar.choose('ci-anna', 'Stop…');
  await workbench.answerDialog('Stop');
  await expect(bar.line('ci-anna')).toContainText('instance, stopped');
  await workbench.screenshot('side-bar/3-stopped');
  await bar.choose('ci-anna', 'Start');
  await expect(bar.line('ci-anna')).toContainText('instance, running');

  await bar.choose('ci-anna', 'Delete…');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill('ci-ann');
  await expect(page.locator('.quick-input-message')).toContainText('Type ci-anna exactly as shown.');
  await workbench.screenshot('side-bar/4-delete');
  await input.fill('ci-anna');
  await page.keyboard.press('Enter');
  await expect(bar.line('ci-anna')).toHaveCount(0);
});
