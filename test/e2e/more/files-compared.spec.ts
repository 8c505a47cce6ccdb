import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('compares a file with Azure: VS Code asks which subnet it is, and previews the comparison', async ({
  workbench,
}) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
  await workbench.ask('Compare a file’s network with Azure…');
  // The sample doesn't have a network with the file's name, so the user chooses one.
  const question = page.locator('.quick-input-widget');
  await expect(question.getByText('Select the subnet in Azure to compare with snet-training')).toBeVisible();
  await workbench.screenshot('files-compare-question');
  await question.locator('input').first().fill('snet-training');
  await question.locator('.monaco-list-row', { hasText: 'vnet-ml-prod-weu' }).first().click();
  const preview = workbench.webview();
  await expect(
    preview.getByRole('heading', { name: 'network.bicep compared with Azure: vnet-ml/snet-training' }),
  ).toBeVisible();
  await expect(preview.getByText('In Azure, the name is vnet-ml-prod-weu/snet-training.')).toBeVisible();
  await expect(preview.getByRole('heading', { name: /^Opens \([1-9]\d*\)$/ })).toBeVisible();
  await expect(preview.getByRole('heading', { name: /^Closes \(\d+\)$/ })).toBeVisible();
  await expect(preview.getByRole('table')).toBeVisible();
  await workbench.screenshot('files-compare');
});
