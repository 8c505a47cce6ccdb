import { expect, test } from '../support/workbench';

test('the palette opens the wizard', async ({ workbench }) => {
  await workbench.run('Create secured AML compute');
  await expect(workbench.page.getByRole('tab', { name: 'Create secured AML compute' })).toBeVisible();
  await expect(workbench.webview().getByRole('button', { name: /^Where/ })).toBeVisible();
  await workbench.screenshot('open-wizard/wizard');
});

test('the activity bar offers the wizard', async ({ workbench }) => {
  await workbench.page.locator('.activitybar [aria-label^="Secured AML compute"]').first().click();
  // VS Code shows the actions of a view once it is pointed at.
  await workbench.page.getByRole('button', { name: /^Compute\b/ }).hover();
  await workbench.page.getByRole('button', { name: 'Create secured AML compute' }).click();
  await expect(workbench.page.getByRole('tab', { name: 'Create secured AML compute' })).toBeVisible();
  await workbench.screenshot('open-wizard/activity-bar');
});
