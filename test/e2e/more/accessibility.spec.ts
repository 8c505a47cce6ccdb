import { isAccessible } from '../../support/axe';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { themeKind, themeNames, type Theme } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

for (const theme of ['light-2026', 'dark-2026', 'high-contrast', 'high-contrast-light'] satisfies Theme[]) {
  test.describe(theme, () => {
    test.use({ workspace: 'files', settings: { 'workbench.colorTheme': themeNames[theme] } });

    test(`axe finds nothing serious in the panel of a preview and in an explanation: ${theme}`, async ({
      workbench,
    }) => {
      const { page } = workbench;
      const body = workbench.webview().locator('body');
      const look = async (name: string, left: readonly string[] = []): Promise<void> => {
        await expect(body).toHaveAttribute('data-vscode-theme-kind', themeKind(theme));
        const frame = await (await body.elementHandle()).ownerFrame();
        if (!frame) throw new Error('The page is gone.');
        // The page is transparent, and axe doesn't reach the editor behind it.
        await frame.evaluate(
          () => (document.documentElement.style.background = 'var(--vscode-editor-background)'),
        );
        await isAccessible(frame, left);
        await workbench.screenshot(`accessibility/${name}-${theme}`);
      };
      await openFile(page, 'network.bicep');
      await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
      await (await actionAt(workbench, /^Preview changes…/)).click();
      await expect(body.getByRole('button', { name: 'Apply changes' })).toBeEnabled();
      await look('preview');
      await body.getByRole('heading', { level: 2 }).press('Escape');
      await openFile(page, 'network.bicep');
      await (await actionAt(workbench, /^Explain/)).click();
      await expect(body.getByText('Decided by')).toBeVisible();
      // VS Code's preview of Markdown never has a title or a language.
      await look('explain', ['document-title', 'html-has-lang']);
    });
  });
}
