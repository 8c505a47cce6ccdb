import { sideBarOf } from '../support/side-bar';
import { openWindow, startServer } from '../support/vscode-window';
import { expect, test, type Theme } from '../support/workbench';

for (const theme of ['dark', 'light'] satisfies Theme[]) {
  test(`signed out, then the sample, another account and back, in ${theme}`, async ({ browser }) => {
    // Of its own: the account is a setting of the application, which all windows of a server share.
    const server = await startServer(theme, {}, { 'amlSecureCompute.account.source': 'microsoft' });
    const window = await openWindow({ browser, url: server.url, workspace: 'workspace' });
    const bar = sideBarOf(window);
    const { page } = window;
    const row = (name: string) => page.getByRole('treeitem', { name, exact: true });
    const pick = async (label: string): Promise<void> => {
      const input = page.locator('.quick-input-widget');
      await expect(input).toContainText('Choose account');
      await window.screenshot(`account/${theme}-quick-pick`);
      await input.getByRole('option', { name: label }).click();
    };
    try {
      await bar.icon.click();
      for (const view of ['Compute', 'Networks']) {
        await expect(bar.view(view)).toContainText('See which networks your Azure ML compute can use.');
        await expect(bar.view(view).getByRole('button', { name: 'Sign in to Azure…' })).toBeVisible();
      }
      await bar.toggleView('Account');
      await expect(page.getByRole('treeitem', { name: /^Account: You are signed out/ })).toContainText(
        'Signed out',
      );
      await expect(row('Cloud: Azure (public)')).toBeVisible();
      await window.screenshot(`account/${theme}-1-signed-out`);

      await bar.view('Compute').getByRole('button', { name: 'try the sample subscription' }).click();
      await expect(bar.line('mlw-fraud-prod')).toBeVisible();
      await expect(row('Account: Sample subscription')).toBeVisible();
      await expect(row('Organisation: –')).toBeVisible();
      await expect(row('Cloud: Sample, on this computer')).toBeVisible();
      await expect(row('Subscriptions: The only one')).toBeVisible();
      await expect(row('Signs in with: Sample subscription')).toBeVisible();
      await window.screenshot(`account/${theme}-2-sample`);

      await row('Account: Sample subscription').click();
      await pick('Azure CLI');
      await expect(row('Signs in with: Azure CLI')).toBeVisible();
      await expect(page.getByRole('treeitem', { name: /^Account: The Azure CLI/ })).toContainText(
        'Signed out',
      );
      await expect(row('Subscriptions: Not readable')).toBeVisible();
      await expect(bar.view('Compute')).toContainText('The Azure CLI');
      await window.screenshot(`account/${theme}-3-azure-cli`);

      await row('Signs in with: Azure CLI').click();
      await pick('Sample subscription');
      await expect(bar.line('mlw-fraud-prod')).toBeVisible();
      await expect(row('Account: Sample subscription')).toBeVisible();
      expect(window.troubles, 'errors of the page').toEqual([]);
    } finally {
      await window.close();
      await server.stop();
    }
  });
}
