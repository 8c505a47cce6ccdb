import { expect, type Page } from '@playwright/test';

/** Opens a file of the folder by its name, and waits until it is active. `Control+Enter` opens it to the side. */
export async function openFile(
  page: Page,
  name: string,
  key: 'Enter' | 'Control+Enter' = 'Enter',
): Promise<void> {
  const box = page.locator('.quick-input-widget input').first();
  // A key that is pressed while the focus moves is lost, and a box that loses the focus closes.
  await expect(async () => {
    await page.keyboard.press('Control+P');
    await box.fill(name, { timeout: 2000 });
  }).toPass({ timeout: 15_000 });
  // The line that Enter would select: until the list is filtered, that may be a file that was opened before.
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press(key);
  await expect(page.getByRole('tab', { name, selected: true })).toBeVisible();
}
