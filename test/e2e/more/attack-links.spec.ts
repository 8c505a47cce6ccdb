import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus, openProblems } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { expect, test } from '../../support/workbench';

test.use({
  workspace: 'files',
  userSettings: {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  },
});

/** The value that the fixture uses for its network, and the name that replaces a rule's. */
const named = (network: string, name: string): string =>
  network
    .replace("name: 'Deny-All'", `name: ${name}`)
    .replaceAll('nsg-training', 'nsg-attack')
    .replaceAll('vnet-ml', 'vnet-attack');

test('in Restricted Mode, links to a folder, to /proc/self, and a pipe show nothing of their targets, and everything else is checked', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const outside = join(folder, '..', 'outside');
  mkdirSync(outside);
  mkdirSync(join(folder, 'own'));
  writeFileSync(join(outside, 'secret.txt'), 'TopSecretRule');
  writeFileSync(join(folder, 'own', 'name.txt'), 'OwnRule');
  symlinkSync(outside, join(folder, 'dirlink'));
  symlinkSync('own', join(folder, 'inner'));
  symlinkSync('/proc/self', join(folder, 'proc'));
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  const network = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  const paths = ['dirlink/secret.txt', 'proc/environ', 'proc/cwd/package.json', 'pipe.txt', 'inner/name.txt'];
  for (const [index, path] of paths.entries()) {
    writeFileSync(join(folder, `attack${index}.bicep`), named(network, `loadTextContent('${path}')`));
  }
  writeFileSync(join(folder, 'listed.bicep'), named(network, "loadDirectoryFileInfo('dirlink')[0].baseName"));
  await expect(page.getByRole('button', { name: /^Restricted Mode/ }).first()).toBeVisible();
  await workbench.run('Check the networks in this workspace’s files');
  const panel = page.locator('.markers-panel');
  const filter = page.getByPlaceholder(/^Filter/).first();
  await filter.fill('OwnRule');
  await expect(panel.getByText('attack4.bicep').first()).toBeVisible();
  for (const word of ['TopSecretRule', 'PATH=', 'dependencies']) {
    await filter.fill(word);
    await expect(panel.getByText(/^No results found/)).toBeVisible();
  }
  for (const name of ['attack0', 'attack1', 'attack2', 'attack3', 'listed']) {
    await filter.fill(`**/${name}.bicep`);
    await expect(panel.getByText(`${name}.bicep`).first()).toBeVisible();
  }
  await workbench.screenshot('attack-links-restricted');
});

test('a quick fix through a directory link that leads out of the workspace is refused, and the message shows where the link leads', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const outside = join(folder, '..', 'outside');
  mkdirSync(outside);
  const network = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  writeFileSync(join(outside, 'linked.bicep'), network);
  symlinkSync(outside, join(folder, 'dirlink'));
  await openFile(page, 'linked.bicep');
  await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
  await openProblems(page, /\d+ errors?/);
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'nsg-rule-blocks' }).first();
  const menu = page.locator('.context-view .monaco-menu').first();
  await expect(async () => {
    await row.click();
    await page.keyboard.press('Control+.');
    await expect(menu.getByText('Preview changes…').first()).toBeVisible({ timeout: 25_000 });
  }).toPass();
  await workbench.screenshot('attack-quick-fix-refused');
  await expect(menu.getByText(/^(Allow|Suppress:|Fix:) /)).toHaveCount(0);
  await menu.getByText('Preview changes…').first().click();
  const preview = workbench.webview();
  // VS Code can show the folder by another name of it.
  await expect(
    preview.getByText(
      /^linked\.bicep links to .*\/outside\/linked\.bicep, which is outside this workspace\. Open that file to change it\.$/,
    ),
  ).toBeVisible();
  await expect(preview.getByRole('button', { name: 'Apply changes' })).toHaveAttribute('disabled');
  await workbench.screenshot('attack-quick-fix-preview');
  expect(readFileSync(join(outside, 'linked.bicep'), 'utf8')).toBe(network);
});
