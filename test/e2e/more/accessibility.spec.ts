import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAccessible } from '../../support/axe';
import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { themeKind, themeNames, type Theme, type VscodeWindow } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

const panel = 'sc-changes-preview';

for (const theme of ['light-2026', 'dark-2026', 'high-contrast', 'high-contrast-light'] satisfies Theme[]) {
  const settings = { 'workbench.colorTheme': themeNames[theme] };

  /** Checks the page that a tab shows, or the panel of a preview. */
  const look = async (workbench: VscodeWindow, name: string, left: readonly string[] = []): Promise<void> => {
    const body = workbench.webview().locator('body');
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

  test.describe(theme, () => {
    test.use({ workspace: 'files', settings });

    test(`axe finds nothing serious in the panel of a preview and in an explanation: ${theme}`, async ({
      workbench,
    }) => {
      const { page } = workbench;
      const body = workbench.webview().locator('body');
      await openFile(page, 'network.bicep');
      await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
      await (await actionAt(workbench, /^Preview changes…/)).click();
      await expect(body.getByRole('button', { name: 'Apply changes' })).toBeEnabled();
      await expect(body.getByRole('heading', { name: 'Opens', exact: true })).toBeVisible();
      await look(workbench, 'preview');

      const count = await body.getByRole('checkbox').count();
      for (let at = 0; at < count; at += 1) await body.getByRole('checkbox').nth(at).setChecked(false);
      await expect(body.getByText('Nothing is selected.')).toBeVisible();
      await look(workbench, 'preview-refused');

      // Tests end too early to look at this state.
      await body.locator(panel).evaluate((element: HTMLElement & { view?: object }) => {
        element.view = { ...element.view, isBusy: true };
      });
      await expect(body.getByText('Testing on a copy')).toBeVisible();
      await look(workbench, 'preview-busy');

      await body.getByRole('heading', { level: 2 }).press('Escape');
      await openFile(page, 'network.bicep');
      await (await actionAt(workbench, /^Explain/)).click();
      await expect(body.getByText('Decided by')).toBeVisible();
      // VS Code's preview of Markdown doesn't have a title or a language, whatever the text.
      await look(workbench, 'explain', ['document-title', 'html-has-lang']);
    });
  });

  test.describe(`another subnet, ${theme}`, () => {
    test.use({ workspace: 'fixes', settings });

    test(`axe finds nothing serious in a preview that warns about another subnet: ${theme}`, async ({
      workbench,
    }) => {
      const { page, folder } = workbench;
      const path = join(folder, 'shared-routes.bicep');
      const address = "          addressPrefix: '10.40.5.0/26'\n";
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(address, `${address}          defaultOutboundAccess: false\n`));
      await openFile(page, 'shared-routes.bicep');
      await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
      await (await actionAt(workbench, /^⚠ Stops traffic of snet-web/, "'default'")).click();
      const body = workbench.webview().locator('body');
      await expect(body.getByText(/^snet-web loses: /)).toBeVisible();
      await expect(body.getByRole('heading', { name: 'Opens and closes', exact: true })).toBeVisible();
      await look(workbench, 'preview-warning');
    });
  });
}
