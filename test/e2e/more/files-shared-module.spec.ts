import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'folders' });

test('VS Code’s quick fix of a module names the other open template that uses the module, and has a preview', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const module = join(folder, 'shared', 'network.bicep');
  const before = readFileSync(module, 'utf8');
  copyFileSync(join(folder, 'app', 'main.bicep'), join(folder, 'app', 'other.bicep'));
  for (const name of ['other.bicep', 'main.bicep', 'network.bicep']) await openFile(page, name);
  const action = await actionAt(
    workbench,
    /^Allow UDP 5831 to AzureMachineLearning .*also changes app\/other\.bicep\)$/,
    "'Last'",
  );
  // A file that other templates use is never changed without a preview.
  await expect(
    page
      .locator('.action-widget')
      .first()
      .getByText(/^Fix: /),
  ).toHaveCount(0);
  await workbench.screenshot('shared-module/1-actions');
  await action.click();
  const preview = workbench.webview();
  await expect(preview.getByText('Also used by app/other.bicep, which isn’t tested.')).toBeVisible();
  await expect(
    preview.getByText('Tested on a copy: the flow passes, and no other subnet gets worse.'),
  ).toBeVisible();
  await workbench.screenshot('shared-module/2-preview');
  expect(readFileSync(module, 'utf8')).toBe(before);
  await preview.getByRole('button', { name: 'Discard' }).click();
  await expect(page.locator('iframe.webview.ready')).toHaveCount(0);
  expect(readFileSync(module, 'utf8')).toBe(before);
});
