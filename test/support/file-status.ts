import type { Locator, Page } from '@playwright/test';

/** VS Code's language status, whose name has every line of it, where ours reports this of the file in front. */
export function fileStatus(page: Page, standing = /./): Locator {
  const name = new RegExp(`Secured AML Compute: ${standing.source}`);
  return page.locator('.statusbar').getByRole('button', { name });
}

/** Shows the lines of the language status, each with its links. */
async function openFileStatus(page: Page, standing?: RegExp): Promise<Locator> {
  await fileStatus(page, standing).click();
  return page.locator('.hover-language-status');
}

/** Opens the Problems view as the language status does. */
export async function openProblems(page: Page, standing?: RegExp): Promise<void> {
  const lines = await openFileStatus(page, standing);
  await lines.getByRole('button', { name: 'Show problems' }).click();
  await page.keyboard.press('Escape');
}
