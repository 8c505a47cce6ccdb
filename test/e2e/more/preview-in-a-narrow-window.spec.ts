import { openFile } from '../../support/open-file';
import { fileStatus } from '../../support/file-status';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('in a narrow window, the panel of a preview is below the diff, and in a wide one next to it', async ({
  workbench,
}) => {
  const { page } = workbench;
  const panel = page.locator('iframe.webview.ready');
  const diff = page.locator('.monaco-diff-editor');
  for (const [width, hasSideBar, isBelow] of [
    [480, true, true],
    [480, false, true],
    [700, false, true],
    [1440, false, false],
    [1440, true, false],
  ] as const) {
    await workbench.resize(width, 900);
    if ((await page.locator('.sidebar').isVisible()) !== hasSideBar) await page.keyboard.press('Control+B');
    await openFile(page, 'network.bicep');
    await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
    await (await actionAt(workbench, /^Preview changes…/)).click();
    const preview = workbench.webview();
    await expect(preview.getByRole('button', { name: 'Apply changes' })).toBeEnabled();
    const isPanelBelow = async (): Promise<boolean> => {
      const [above, below] = await Promise.all([diff.boundingBox(), panel.boundingBox()]);
      return above !== null && below !== null && above.height > 250 && below.y >= above.y + above.height;
    };
    await expect.poll(isPanelBelow).toBe(isBelow);
    await workbench.screenshot(`preview-narrow/${width}-${hasSideBar ? 'with' : 'without'}-side-bar`);
    await preview.getByRole('heading', { level: 2 }).press('Escape');
    await expect(panel).toHaveCount(0);
  }
});
