import { expect, test } from '../../support/workbench';

const overrides = [
  '(LinkedAuthorizationFailed) The client may not **join**.',
  'Action: Microsoft.Network/virtualNetworks/subnets/join/action',
].join('\n');

test('an error message of several lines is pasted into the page that the command opens, and is explained', async ({
  workbench,
}) => {
  await workbench.ask('Explain an error message');
  const page = workbench.webview();
  const field = page.getByRole('textbox', { name: 'Error message' });
  await field.fill(overrides);
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(
    page.getByText('Missing permission to join the network', { exact: true }).first(),
  ).toBeVisible();
  await expect(field).toHaveValue(overrides);
  await workbench.screenshot('explain-error');
  await page.getByRole('button', { name: 'Back to the plan' }).click();
  await expect(field).toBeHidden();
});
