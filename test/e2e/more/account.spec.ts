import { sideBarOf } from '../../support/side-bar';
import { expect, test } from '../../support/workbench';

test.use({ userSettings: { 'amlSecureCompute.account.source': 'microsoft' } });

test('signed out, VS Code’s welcome views and the Account view lead to the sample, and its quick pick leads to another account and back', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  const row = (name: string) => page.getByRole('treeitem', { name, exact: true });
  const account = (start: string) => page.getByRole('treeitem', { name: new RegExp(`^Account: ${start}`) });
  const pick = async (label: string): Promise<void> => {
    const input = page.locator('.quick-input-widget');
    await expect(input).toContainText('Choose account');
    await workbench.screenshot('account/quick-pick');
    await input.getByRole('option', { name: label }).click();
  };
  await bar.show();
  await expect(bar.view('Compute')).toContainText('See which networks your Azure ML compute can use.');
  await expect(bar.view('Compute').getByRole('button', { name: 'Sign in to Azure…' })).toBeVisible();
  await expect(bar.view('Networks')).toContainText('Sign in to list networks.');
  await bar.toggleView('Account');
  await expect(account('You’re signed out')).toContainText('Signed out');
  await expect(row('Cloud: Azure (public)')).toBeVisible();
  await workbench.screenshot('account/1-signed-out');

  await bar.view('Compute').getByRole('button', { name: 'try the sample subscription' }).click();
  await expect(bar.line('mlw-fraud-prod')).toBeVisible();
  await expect(row('Account: Sample subscription')).toBeVisible();
  await expect(row('Tenant: –')).toBeVisible();
  await expect(row('Cloud: Sample, on this computer')).toBeVisible();
  await expect(row('Subscriptions: Only one')).toBeVisible();
  await expect(row('Signs in with: Sample subscription')).toBeVisible();
  await workbench.screenshot('account/2-sample');

  await row('Account: Sample subscription').click();
  await pick('Azure CLI');
  await expect(row('Signs in with: Azure CLI')).toBeVisible();
  await expect(account('Azure CLI')).toContainText('Signed out');
  await expect(row('Subscriptions: Couldn’t be read')).toBeVisible();
  await expect(bar.view('Compute')).toContainText('Azure CLI');
  await workbench.screenshot('account/3-azure-cli');

  await row('Signs in with: Azure CLI').click();
  await pick('Sample subscription');
  await expect(bar.line('mlw-fraud-prod')).toBeVisible();
  await expect(row('Account: Sample subscription')).toBeVisible();
});
