import { expect, test } from '../../support/workbench';

const said = [
  '(LinkedAuthorizationFailed) The client may not **join**.',
  'Action: Microsoft.Network/virtualNetworks/subnets/join/action',
].join('\n');

test('an error is pasted into VS Code’s box, explained in its preview, and a notification leads to the page of the check', async ({
  workbench,
}) => {
  const { page } = workbench;
  // Its question stands where the palette stood.
  await workbench.ask('Explain an error message');
  const box = page.locator('.quick-input-widget input').first();
  await expect(page.getByText('Paste what Azure said')).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), said);
  await box.press('Control+V');
  await page.keyboard.press('Enter');
  const explained = workbench.webview();
  await expect(
    explained.getByRole('heading', { name: 'Most likely: Permission to use the network' }),
  ).toBeVisible();
  await expect(explained.locator('pre')).toContainText('The client may not **join**.');
  await workbench.screenshot('explain-error');
  await page.locator('.notification-toast').getByRole('button', { name: 'You may use this network' }).click();
  await expect(workbench.webview().getByRole('heading', { name: 'You may use this network' })).toBeVisible();
});
