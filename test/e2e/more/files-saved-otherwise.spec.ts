import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStatus, openProblems } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import type { VscodeWindow } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

const toFix = ({ page }: VscodeWindow) => fileStatus(page, /\d+ errors?/);

test.describe('a file that is read-only on disk', () => {
  test.use({ settings: { 'files.readonlyFromPermissions': true } });

  test('that VS Code doesn’t allow to be edited gets no quick fixes', async ({ workbench }) => {
    const { page, folder } = workbench;
    chmodSync(join(folder, 'infra', 'network.bicep'), 0o444);
    await openFile(page, 'network.bicep');
    await openProblems(workbench.page, /\d+ errors?/);
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'nsg-rule-blocks' }).first();
    const menu = page.locator('.context-view .monaco-menu').first();
    const openMenu = async (): Promise<void> => {
      await row.click();
      await page.keyboard.press('Control+.');
      await expect(menu.getByText('Preview changes…').first()).toBeVisible({ timeout: 25_000 });
    };
    await expect(openMenu).toPass();
    await workbench.screenshot('files-read-only');
    await expect(menu.getByText(/^(Allow|Suppress:|Fix:) /)).toHaveCount(0);
  });
});

test.describe('a file with auto save', () => {
  test.use({
    settings: {
      'files.autoSave': 'afterDelay',
      'files.autoSaveDelay': 100,
      'editor.codeActionsOnSave': { 'source.fixAll.amlSecureCompute': 'always' },
      // Enter would accept the editor's own suggestion for the last word, if it comes in time.
      'editor.wordBasedSuggestions': 'off',
    },
  });

  test('keeps everything that is typed, and its diagnostics match the saved text', async ({ workbench }) => {
    const { page, folder } = workbench;
    const file = join(folder, 'infra', 'network.bicep');
    const before = readFileSync(file, 'utf8');
    await openFile(page, 'network.bicep');
    await expect(toFix(workbench)).toBeVisible();
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+Home');
    const typed = '// what is typed slowly while the file saves itself';
    await page.keyboard.type(typed, { delay: 60 });
    await page.keyboard.press('Enter');
    await expect.poll(() => readFileSync(file, 'utf8')).toBe(`${typed}\n${before}`);
    await expect(toFix(workbench)).toBeVisible();
  });
});
