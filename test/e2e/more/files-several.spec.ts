import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('a fix of several files opens VS Code’s editor of several diffs, and Apply changes each file once', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const network = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  const other = network
    .replaceAll('vnet-ml', 'vnet-lab')
    .replaceAll('nsg-training', 'nsg-lab')
    .replaceAll('snet-training', 'snet-lab');
  mkdirSync(join(folder, 'several'));
  const files = { first: network, second: other };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'several', `${name}.bicep`), text);
  }
  const modules = Object.keys(files).map(
    (name) => `module ${name} '${name}.bicep' = {\n  name: '${name}'\n}\n`,
  );
  writeFileSync(join(folder, 'several', 'both.bicep'), modules.join('\n'));
  await openFile(page, 'both.bicep');
  await expect(fileStatus(page, /2 errors/)).toBeVisible();
  await workbench.run('Fix all causes in this file…');
  const preview = workbench.webview();
  await expect(preview.getByText(/^Tested on a copy: all \d+ (flows|checks) pass/)).toBeVisible();
  await expect(page.getByRole('tab', { name: /^2 files: fix preview/ })).toBeVisible();
  // The second is below the first, out of sight.
  const names = page.locator('.editor-instance .label-name');
  await expect(names.filter({ hasText: 'first.bicep' }).first()).toBeVisible();
  await expect(names.filter({ hasText: 'second.bicep' }).first()).toBeAttached();
  await workbench.screenshot('files-several');
  await preview.getByRole('button', { name: 'Apply changes' }).click();
  for (const [name, text] of Object.entries(files)) {
    const read = (): string => readFileSync(join(folder, 'several', `${name}.bicep`), 'utf8');
    await expect.poll(read).toContain('Allow-AzureML-UDP-5831');
    expect(read().split('Allow-AzureML-UDP-5831')).toHaveLength(2);
    expect(read()).not.toBe(text);
  }
  await expect(page.getByRole('tab', { name: /^2 files: fix preview/ })).toHaveCount(0);
});
