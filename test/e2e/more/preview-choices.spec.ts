import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('two clicks on a box of a preview leave it as it was, even while the first is tested', async ({
  workbench,
}) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
  await (await actionAt(workbench, /^Preview changes…/)).click();
  const preview = workbench.webview();
  await expect(preview.getByRole('button', { name: 'Apply changes' })).toBeEnabled();
  const row = preview.getByRole('listitem').filter({ hasText: 'UDP 5831' });
  const box = row.getByRole('checkbox');
  await expect(box).toBeChecked();
  const tested = row.locator('.quiet');
  await expect(tested).toHaveText(/^rule \d+$/);

  await box.click();
  await box.click();
  await expect(preview.getByRole('button', { name: 'Apply changes' })).toBeEnabled();
  await expect(box).toBeChecked();
  await expect(tested).toHaveText(/^rule \d+$/);

  await box.dblclick();
  await box.click();
  await expect(tested).toHaveText('not fixed');
  await expect(box).not.toBeChecked();
});
