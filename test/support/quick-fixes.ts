import { expect, type Locator } from '@playwright/test';
import type { VscodeWindow } from './vscode-window';

/** Opens what the line of a text offers until an action of this title is among it, and gives that one. */
export async function actionAt(
  { page, run }: VscodeWindow,
  title: RegExp | string,
  text = 'securityRules',
): Promise<Locator> {
  const line = page.locator('.monaco-editor .view-line', { hasText: text }).first();
  const action = page.locator('.action-widget').first().getByText(title).first();
  await expect(async () => {
    // Where the file is scrolled, the lines that stick to the top lie over this one.
    await run('View: Focus Active Editor Group');
    await page.keyboard.press('Control+Home');
    await line.getByText(text).click({ timeout: 4000 });
    await page.keyboard.press('Control+.');
    await expect(action).toBeVisible({ timeout: 8000 });
  }).toPass();
  return action;
}
