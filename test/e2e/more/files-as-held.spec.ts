import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import type { VscodeWindow } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

// VS Code in a browser saves files by itself a second after an edit.
test.use({ workspace: 'files', userSettings: { 'files.autoSave': 'off' } });

const toFix = ({ page }: VscodeWindow) => fileStatus(page, /\d+ errors?/);

test('a file is checked by its current state in VS Code: its name or language mode, half-typed text, and as JSON, where a quick fix suppresses a check', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  await openFile(page, 'network.bicep');
  await expect(toFix(workbench)).toBeVisible();
  const change = async (language: string): Promise<void> => {
    await workbench.ask('Change Language Mode');
    const box = page.locator('.quick-input-widget input').first();
    await expect(box).toHaveAttribute('placeholder', /Select Language Mode/);
    await box.fill(language);
    await page.keyboard.press('Enter');
  };
  // Without an extension for Bicep, its files are plain text, so the name is enough.
  await change('Plain Text');
  await expect(page.locator('.statusbar').getByRole('button', { name: 'Plain Text' })).toBeVisible();
  await expect(toFix(workbench)).toBeVisible();
  const file = join(folder, 'infra', 'network.bicep');
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type("resource half 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'x\n");
  await expect(toFix(workbench)).toBeVisible();
  await workbench.screenshot('files-half-typed');
  expect(readFileSync(file, 'utf8')).not.toContain('resource half');

  await openFile(page, 'azuredeploy.json');
  const reported = fileStatus(page);
  await expect(reported).toBeVisible();
  const ignore = await actionAt(workbench, /^Suppress: /, '"securityRules"');
  await ignore.click();
  await expect(page.locator('.monaco-editor .view-line', { hasText: '"ignore"' }).first()).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect
    .poll(() => readFileSync(join(folder, 'arm', 'azuredeploy.json'), 'utf8'))
    .toMatch(/"metadata": \{\s*"aml-secure-compute": \{\s*"ignore": \[\s*"outbound-/);
  await change('Plain Text');
  await expect(reported).toBeHidden();
  await change('JSON with Comments');
  await expect(reported).toBeVisible();
  await workbench.screenshot('files-language');
});
