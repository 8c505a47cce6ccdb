import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('Problems of a whole folder: a file without problems gets new ones when it changes on disk, although it isn’t open', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  await workbench.run('Check the networks in this workspace’s files');
  const panel = page.locator('.markers-panel');
  await expect(panel.getByText('network.bicep').first()).toBeVisible();
  // The list is longer than its visible part.
  await page
    .getByPlaceholder(/^Filter/)
    .first()
    .fill('**/storage.bicep');
  await expect(panel.getByText('network.bicep')).toHaveCount(0);
  await expect(panel.getByText('storage.bicep')).toHaveCount(0);
  const network = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  writeFileSync(join(folder, 'infra', 'storage.bicep'), network);
  await expect(panel.getByText('storage.bicep').first()).toBeVisible();
  await workbench.screenshot('files-quiet-changed');
});

test.describe('when VS Code doesn’t watch files', () => {
  test.use({ settings: { 'files.watcherExclude': { '**': true } } });

  test('a change on disk is found when VS Code’s window gets the focus again', async ({ workbench }) => {
    const { page, folder } = workbench;
    await openFile(page, 'main.bicep');
    const toFix = fileStatus(page, /\d+ errors?/);
    await expect(toFix).toBeVisible();
    // The initial polling ends 20 seconds after the first file. Later, nothing reports a change.
    await page.waitForTimeout(22_000);
    const module = join(folder, 'infra', 'network.bicep');
    const text = readFileSync(module, 'utf8');
    writeFileSync(module, text.replace("access: 'Deny'", "access: 'Allow'"));
    const turn = (name: 'blur' | 'focus'): Promise<void> =>
      page.evaluate(
        `document.hasFocus = () => ${String(name === 'focus')}; window.dispatchEvent(new Event('${name}'))`,
      );
    await page.waitForTimeout(2000);
    await expect(toFix).toBeVisible();
    await turn('blur');
    await turn('focus');
    await expect(fileStatus(page, /ready\b/)).toBeVisible();
  });
});
