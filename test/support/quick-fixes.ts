import { expect, type Locator } from '@playwright/test';
import type { VscodeWindow } from './vscode-window';

/** Goes to the first place of a text in the editor, wherever it's scrolled to, and selects it. */
export async function goTo({ page, run }: Pick<VscodeWindow, 'page' | 'run'>, text: string): Promise<void> {
  await run('View: Focus Active Editor Group');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget.visible textarea').first();
  // VS Code doesn’t search again for the same text.
  await find.fill('');
  await find.fill(text);
  await expect(page.locator('.find-widget.visible .matchesCount')).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('Escape');
}

/** Opens the quick fixes at a text until an action with this title is among them, and returns it. */
export async function actionAt(
  window: VscodeWindow,
  title: RegExp | string,
  text = "'Deny-All'",
): Promise<Locator> {
  const { page } = window;
  const action = page.locator('.action-widget').first().getByText(title).first();
  await expect(async () => {
    await goTo(window, text);
    await page.keyboard.press('Control+.');
    await expect(action).toBeVisible({ timeout: 8000 });
  }).toPass();
  return action;
}

/** Returns the hover of a text in the editor, once it contains `shows`. */
export async function hoverAt(
  window: VscodeWindow,
  shows: RegExp | string,
  text = "'Deny-All'",
): Promise<Locator> {
  const { page } = window;
  const hover = page.locator('.monaco-hover:not(.hidden)').filter({ hasText: shows }).first();
  await expect(async () => {
    await page.mouse.move(0, 0);
    await goTo(window, text);
    await page.keyboard.press('ArrowLeft');
    await window.run('Show or Focus Hover');
    await expect(hover).toBeVisible({ timeout: 8000 });
  }).toPass();
  return hover;
}
