import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('VS Code’s modal dialog shows what will be denied before a quick fix writes it, with a preview of the changes on request', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  await openFile(page, 'by-default.bicep');
  await expect(fileStatus(page, /ready\b/)).toBeVisible();
  const openActions = () =>
    actionAt(workbench, /^Deny other outbound traffic of 'snet-training'/, 'securityRules');
  const action = await openActions();
  await workbench.screenshot('close-rest-in-files/1-actions');
  await action.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText("Deny other outbound traffic of 'snet-training'?");
  await expect(dialog).toContainText('Example packet: TCP 10.40.4.4 → 203.0.113.10 port 443');
  await workbench.screenshot('close-rest-in-files/2-what-closes');
  await dialog.getByRole('button', { name: 'Show changes' }).click();
  const preview = workbench.webview();
  await expect(preview.getByText('Denies other outbound internet traffic')).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Apply changes' })).toBeEnabled();
  await workbench.screenshot('close-rest-in-files/2-preview');
  const tab = page.getByRole('tab', { name: /^by-default\.bicep \(preview\)/ });
  await expect(tab).toBeVisible();
  await preview.getByRole('heading', { level: 2 }).press('Escape');
  await expect(page.locator('iframe.webview.ready')).toHaveCount(0);
  await expect(tab).toHaveCount(0);

  await (await openActions()).click();
  await dialog.getByRole('button', { name: 'Show changes' }).click();
  await preview.getByRole('heading', { level: 2 }).press('Control+Enter');
  await expect(tab).toHaveCount(0);
  const written = page.locator('.monaco-editor .view-line', { hasText: 'Allow-Nodes' });
  await expect(written.first()).toBeVisible();
  // All edits are one undo step.
  await page.keyboard.press('Control+Z');
  await expect(written).toHaveCount(0);

  await (await openActions()).click();
  await dialog.getByRole('button', { name: 'Write' }).click();
  await expect(written.first()).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => readFileSync(join(folder, 'infra', 'by-default.bicep'), 'utf8'))
    .toContain("name: 'Deny-Internet-Out'");
  await workbench.screenshot('close-rest-in-files/3-written');
});
