import type { Locator, Page } from '@playwright/test';
import { expect, test, type Theme } from '../support/workbench';

const container = (page: Page): Locator =>
  page.locator('.activitybar [aria-label^="Secured AML compute"]').first();
/** A line of a native tree, by its label. */
const line = (page: Page, label: string): Locator =>
  page.getByRole('treeitem', { name: new RegExp(`^${label},`) });

async function openContainer(page: Page): Promise<void> {
  await container(page).click();
  await expect(line(page, 'mlw-fraud-prod')).toBeVisible({ timeout: 30_000 });
}

async function unfold(page: Page, label: string): Promise<void> {
  await line(page, label).first().click();
}

for (const theme of ['dark', 'light'] satisfies Theme[]) {
  test.describe(theme, () => {
    test.use({ theme });

    test('computes and networks, each with its health', async ({ workbench }) => {
      const { page } = workbench;
      await openContainer(page);
      await unfold(page, 'mlw-fraud-prod');
      await expect(line(page, 'ci-anna')).toContainText('instance, running, 2 advised');
      await expect(line(page, 'cpu-cluster')).toContainText('not judged');
      await unfold(page, 'vnet-ml-prod-weu');
      await expect(line(page, 'snet-training')).toContainText('3 to fix');
      await expect(line(page, 'snet-train-gpu')).toContainText('ready, 2 advised');
      await unfold(page, 'snet-training');
      await expect(line(page, 'Create and change computes')).toContainText('rule 4096 Deny-All');
      await expect(line(page, 'snet-training')).toHaveAttribute(
        'aria-label',
        /snet-training, subnet, 3 to fix/,
      );
      await workbench.screenshot(`trees/${theme}-1-both`);
    });
  });
}
