import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import type { VscodeWindow } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

/** Opens a file with two modules that have the same problems, and previews all its fixes. */
async function previewSeveral({
  page,
  folder,
  run,
  webview,
}: VscodeWindow): Promise<ReadonlyMap<string, string>> {
  const network = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  const other = network
    .replaceAll('vnet-ml', 'vnet-lab')
    .replaceAll('nsg-training', 'nsg-lab')
    .replaceAll('snet-training', 'snet-lab');
  mkdirSync(join(folder, 'several'));
  const files = new Map([
    ['first', network],
    ['second', other],
  ]);
  for (const [name, text] of files) writeFileSync(join(folder, 'several', `${name}.bicep`), text);
  const modules = [...files.keys()].map(
    (name) => `module ${name} '${name}.bicep' = {\n  name: '${name}'\n}\n`,
  );
  writeFileSync(join(folder, 'several', 'both.bicep'), modules.join('\n'));
  await openFile(page, 'both.bicep');
  await expect(fileStatus(page, /2 errors/)).toBeVisible();
  await run('Fix all causes in this file…');
  await expect(webview().getByText(/^Tested on a copy: all \d+ (flows|checks) pass/)).toBeVisible();
  await expect(diffTab(page)).toBeVisible();
  return files;
}

const diffTab = (page: Page): Locator => page.getByRole('tab', { name: /^2 files: fix preview/ });

test('a fix of several files opens VS Code’s editor of several diffs, and Apply changes each file once', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const files = await previewSeveral(workbench);
  // The second is below the first, out of sight.
  const names = page.locator('.editor-instance .label-name');
  await expect(names.filter({ hasText: 'first.bicep' }).first()).toBeVisible();
  await expect(names.filter({ hasText: 'second.bicep' }).first()).toBeAttached();
  await workbench.screenshot('files-several');
  await workbench.webview().getByRole('button', { name: 'Apply changes' }).click();
  for (const [name, text] of files) {
    const read = (): string => readFileSync(join(folder, 'several', `${name}.bicep`), 'utf8');
    await expect.poll(read).toContain('Allow-AzureML-UDP-5831');
    expect(read().split('Allow-AzureML-UDP-5831')).toHaveLength(2);
    expect(read()).not.toBe(text);
  }
  await expect(diffTab(page)).toHaveCount(0);
});

test('after a window reload, the diff of several files closes with the next file, because its texts are lost', async ({
  workbench,
}) => {
  const { page } = workbench;
  await previewSeveral(workbench);
  await workbench.reload('aml-secure-compute-preview');
  await expect(diffTab(page)).toBeVisible();
  await page.getByRole('tab', { name: 'both.bicep' }).click();
  await expect(fileStatus(page, /2 errors/)).toBeVisible();
  await expect(diffTab(page)).toHaveCount(0);
  // The empty group of the panel is closed, too.
  await expect(page.locator('.editor-group-container')).toHaveCount(1);
});
