import { expect, test } from '../support/workbench';
import type { Page } from '@playwright/test';

test.use({ workspace: 'files' });

/** Opens a file of the folder by its name. */
async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  const box = page.locator('.quick-input-widget input').first();
  await box.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name }).first()).toBeVisible();
}

test('a Bicep file says which rule blocks Azure ML', async ({ workbench }) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  const status = page.getByRole('button', { name: /^AML network: \d+ to fix/ });
  await expect(status).toBeVisible({ timeout: 30_000 });
  await status.click();
  await expect(
    page
      .getByText(
        "'snet-training' cannot reach AzureMachineLearning on UDP 5831: rule 4096 'Deny-All' blocks it.",
      )
      .first(),
  ).toBeVisible();
  await workbench.screenshot('files-problems');
  // The hover and the quick fixes of the first problem.
  await page
    .locator('.monaco-editor .view-line', { hasText: 'securityRules' })
    .first()
    .getByText('securityRules')
    .hover();
  await expect(page.locator('.monaco-hover:not(.hidden)').first()).toBeVisible();
  await workbench.screenshot('files-hover');
});
