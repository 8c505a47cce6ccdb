import { openWindow, startServer } from '../support/vscode-window';
import { expect, test } from '../support/workbench';

const wizardTab = { name: 'Create secured AML compute' };

test.describe('in the workspace of npm start', () => {
  test.use({ workspace: 'start-workspace' });

  test('the launch argument opens the wizard', async ({ browser, workspace }) => {
    const server = await startServer('dark', { AML_SECURE_COMPUTE_OPEN: 'wizard' });
    try {
      const window = await openWindow({ browser, url: server.url, workspace });
      await expect(window.page.getByRole('tab', wizardTab)).toBeVisible();
      await window.close();
    } finally {
      await server.stop();
    }
  });

  test('without it nothing opens by itself', async ({ workbench }) => {
    // Once the palette lists and ends a command of ours, the extension has long been active.
    await workbench.run('View: Focus into Primary Side Bar');
    await workbench.page.locator('.activitybar [aria-label^="Secured AML compute"]').first().click();
    await expect(workbench.page.getByRole('treeitem', { name: /^mlw-fraud-prod, workspace/ })).toBeVisible({
      timeout: 30_000,
    });
    await expect(workbench.page.getByRole('tab', wizardTab)).toHaveCount(0);
  });
});
