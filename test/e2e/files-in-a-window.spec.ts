import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/places.mjs';
import { openFile } from '../support/open-file';
import { actionAt } from '../support/quick-fixes';
import type { VscodeWindow } from '../support/vscode-window';
import { expect, test } from '../support/workbench';

test.use({ workspace: 'files' });

const toFix = ({ page }: VscodeWindow) => page.getByRole('button', { name: /^AML network: \d+ to fix/ });

/** Takes a quick fix of the rules of the file in front. */
async function takeFix(window: VscodeWindow, title: RegExp): Promise<void> {
  const fix = await actionAt(window, title);
  await fix.click();
}

const udp = /^Allow UDP 5831 to AzureMachineLearning/;

test('the code of a problem leads to the page of its check, rendered', async ({ workbench }) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(toFix(workbench)).toBeVisible();
  const rules = page.locator('.monaco-editor .view-line', { hasText: 'securityRules' }).first();
  const code = page.locator('.monaco-hover:not(.hidden) a.code-link').first();
  await expect(async () => {
    await page.mouse.move(0, 0);
    await rules.getByText('securityRules').hover();
    await expect(code).toBeVisible({ timeout: 5000 });
  }).toPass();
  const id = (await code.innerText()).trim();
  await code.click();
  await expect(page.getByRole('tab', { name: new RegExp(`${id}\\.md`) })).toBeVisible();
  const preview = workbench.webview().locator('body');
  await expect(preview.getByText('Why it matters')).toBeVisible();
  await expect(preview.getByText(/severity:/)).toHaveCount(0);
  await workbench.screenshot('files-check-page');
});

test('lines that end as on Windows stay so', async ({ workbench }) => {
  const { page, folder } = workbench;
  const file = join(folder, 'infra', 'network.bicep');
  writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
  await openFile(page, 'network.bicep');
  await expect(toFix(workbench)).toBeVisible();
  await workbench.screenshot('files-crlf-before');
  await takeFix(workbench, udp);
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain("'5831'");
  const saved = readFileSync(file, 'utf8');
  expect(saved.startsWith('\uFEFF')).toBe(true);
  expect(saved.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  await workbench.screenshot('files-crlf');
});

test('a module in UTF-16 is read, and mended where it stands', async ({ workbench }) => {
  const { page, folder } = workbench;
  const file = join(folder, 'infra', 'network.bicep');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, Buffer.from(`\uFEFF${text}`, 'utf16le'));
  await openFile(page, 'main.bicep');
  await expect(toFix(workbench)).toBeVisible();
  await openFile(page, 'network.bicep');
  await workbench.screenshot('files-utf16');
  await takeFix(workbench, udp);
  await page.keyboard.press('Control+S');
  await expect.poll(() => readFileSync(file).toString('utf16le')).toContain("'5831'");
});

test('a file is judged as long as its language says that it declares something', async ({ workbench }) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(toFix(workbench)).toBeVisible();
  const change = async (language: string): Promise<void> => {
    await workbench.find('Change Language Mode');
    await page.keyboard.press('Enter');
    const box = page.locator('.quick-input-widget input').first();
    await expect(box).toHaveAttribute('placeholder', /Select Language Mode/);
    await box.fill(language);
    await page.keyboard.press('Enter');
  };
  await change('Plain Text');
  await expect(page.getByRole('button', { name: /^AML network/ })).toBeHidden();
  await change('Bicep');
  await expect(toFix(workbench)).toBeVisible();
  await openFile(page, 'azuredeploy.json');
  const told = page.getByRole('button', { name: /^AML network/ });
  await expect(told).toBeVisible();
  await change('Plain Text');
  await expect(told).toBeHidden();
  await change('JSON with Comments');
  await expect(told).toBeVisible();
  await workbench.screenshot('files-language');
});

test.describe('modules of a registry', () => {
  test.use({ workspace: 'modules/project' });

  test('are read from the compiler’s cache, by an alias of bicepconfig.json', async ({ workbench }) => {
    const { page, folder } = workbench;
    const config = join(folder, 'bicepconfig.json');
    const said = JSON.parse(readFileSync(config, 'utf8')) as object;
    await openFile(page, 'network.bicep');
    // Nobody has restored them in this window's home.
    await expect(page.getByRole('button', { name: /^AML network/ })).toBeHidden();
    const cacheRootDirectory = join(root, 'test', 'fixtures', 'modules', 'cache');
    writeFileSync(config, JSON.stringify({ ...said, cacheRootDirectory }));
    await expect(toFix(workbench)).toBeVisible();
    await toFix(workbench).click();
    await workbench.screenshot('files-registry');
  });
});

test('what is half typed is told of, and nothing is saved by itself', async ({ workbench }) => {
  const { page, folder } = workbench;
  const file = join(folder, 'infra', 'network.bicep');
  await openFile(page, 'network.bicep');
  await expect(toFix(workbench)).toBeVisible();
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type("resource half 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'x\n");
  await expect(toFix(workbench)).toBeVisible();
  await workbench.screenshot('files-half-typed');
  expect(readFileSync(file, 'utf8')).not.toContain('resource half');
});

test('a file that had nothing to tell is looked at again when it changes on disk', async ({ workbench }) => {
  const { page, folder } = workbench;
  await workbench.run('Check the networks of this workspace’s files');
  const panel = page.locator('.markers-panel');
  await expect(panel.getByText('network.bicep').first()).toBeVisible();
  // The list is longer than what is in view.
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

test('thousands of files: the check can be cancelled, and the window answers meanwhile', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const text = readFileSync(join(folder, 'infra', 'network.bicep'), 'utf8');
  for (let n = 0; n < 5000; n += 1) {
    const below = join(folder, 'many', String(n % 50));
    if (n < 50) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `network-${String(n)}.bicep`), text);
  }
  await workbench.run('Check the networks of this workspace’s files');
  const progress = page.locator('.notification-toast', { hasText: /\d+ of \d+/ });
  await expect(progress).toBeVisible();
  // With those of the fixture there are more.
  await expect(page.getByText('This workspace has more than 5000 Bicep and JSON files')).toBeVisible();
  await openFile(page, 'main.bicep');
  await workbench.screenshot('files-many-1');
  await progress.hover();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toBeHidden();
  await workbench.screenshot('files-many-2');
});
