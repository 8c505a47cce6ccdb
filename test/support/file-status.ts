import { expect, type Locator, type Page } from '@playwright/test';

/** VS Code's language status, which contains all status lines, once ours reports this for the active file. */
export function fileStatus(page: Page, standing = /./): Locator {
  const name = new RegExp(`Secured AML Compute: ${standing.source}`);
  return page.locator('.statusbar').getByRole('button', { name });
}

/** Opens the Problems view from the language status, whose lines close when the pointer moves away. */
export async function openProblems(page: Page, standing?: RegExp): Promise<void> {
  await expect(async () => {
    await fileStatus(page, standing).click({ timeout: 5000 });
    const lines = page.locator('.hover-language-status');
    await lines.getByRole('button', { name: 'Show problems' }).click({ timeout: 5000 });
  }).toPass();
  await page.keyboard.press('Escape');
}
