import type { Locator, Page } from '@playwright/test';
import { wizardOf } from '../support/wizard';
import { expect, test, type Theme } from '../support/workbench';

const container = (page: Page): Locator =>
  page.locator('.activitybar [aria-label^="Secured AML compute"]').first();
/** A line of a native tree, by its label. */
const line = (page: Page, label: string): Locator =>
  page.locator('.pane-body .monaco-list-row', { has: page.locator(`.label-name:text-is("${label}")`) });

async function openContainer(page: Page): Promise<void> {
  await container(page).click();
  await expect(line(page, 'mlw-fraud-prod')).toBeVisible({ timeout: 30_000 });
}

async function unfold(page: Page, label: string): Promise<void> {
  await line(page, label).first().click();
}

async function choose(page: Page, label: string, item: string): Promise<void> {
  await line(page, label).first().click({ button: 'right' });
  await page.locator('.context-view .action-label', { hasText: item }).first().click();
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
      await expect(line(page, 'Batch')).toContainText('rule 4096 Deny-All');
      await expect(line(page, 'nsg-training')).toContainText('also on snet-scoring');
      await expect(line(page, 'snet-training')).toHaveAttribute(
        'aria-label',
        /snet-training, subnet, 3 to fix/,
      );
      await workbench.screenshot(`trees/${theme}-1-both`);
    });
  });
}

test('a compute is checked, opened in the wizard, stopped and deleted', async ({ workbench }) => {
  const { page } = workbench;
  await openContainer(page);
  await unfold(page, 'mlw-fraud-prod');
  await expect(line(page, 'ci-anna')).toContainText('running, 2 advised');
  await choose(page, 'ci-anna', 'Check');
  await expect(line(page, 'ci-anna')).toContainText('running, 2 advised');

  await choose(page, 'ci-anna', 'Open in wizard');
  const wizard = wizardOf(workbench);
  await expect(wizard.summary).toHaveText('Ready, 2 advised', { timeout: 30_000 });
  await expect(wizard.section('Network')).toHaveAttribute('aria-expanded', 'true');
  await workbench.screenshot('trees/2-opened-in-wizard');

  await choose(page, 'ci-anna', 'Stop…');
  await workbench.answerDialog('Stop');
  await expect(line(page, 'ci-anna')).toContainText('instance, stopped', { timeout: 30_000 });
  await workbench.screenshot('trees/3-stopped');

  await choose(page, 'ci-anna', 'Delete…');
  const input = page.locator('.quick-input-widget input').first();
  await input.fill('ci-ann');
  await expect(page.locator('.quick-input-message')).toContainText('Type ci-anna, letter by letter.');
  await workbench.screenshot('trees/4-delete');
  await input.fill('ci-anna');
  await page.keyboard.press('Enter');
  await expect(line(page, 'ci-anna')).toHaveCount(0, { timeout: 30_000 });
});

test('a fix is opened from the tree, applied, and the tree says ready', async ({ workbench }) => {
  const { page } = workbench;
  await openContainer(page);
  await unfold(page, 'vnet-ml-prod-weu');
  await choose(page, 'snet-training', 'Fix…');
  const wizard = wizardOf(workbench);
  await expect(wizard.heading(/^Fix 3/)).toBeVisible({ timeout: 30_000 });
  await workbench.screenshot('trees/5-fix');
  await wizard.press('Apply in Azure…');
  await workbench.answerDialog('Change');
  await expect(line(page, 'snet-training')).toContainText('ready', { timeout: 30_000 });
});

test('a creation that nobody waits for is followed, and leads back to its page', async ({ workbench }) => {
  const { page } = workbench;
  await openContainer(page);
  await unfold(page, 'mlw-fraud-prod');
  await unfold(page, 'vnet-ml-prod-weu');
  await choose(page, 'snet-train-gpu', 'Create compute here');
  const wizard = wizardOf(workbench);
  await expect(wizard.summary).toHaveText('Ready, 2 advised', { timeout: 30_000 });
  await wizard.open('Size');
  await wizard.fill('Name', 'cpu-left');
  await wizard.fill('Nodes, from', '1');
  await wizard.open('Review');
  await wizard.press('Create in Azure');
  await expect(line(page, 'cpu-left')).toContainText('cluster', { timeout: 30_000 });
  await wizard.button('Stop waiting').first().click();
  await expect(wizard.plan.getByText('Azure goes on without us')).toBeVisible();
  await workbench.screenshot('trees/6-left');
  await choose(page, 'cpu-left', 'Show creation');
  await expect(wizard.heading('cpu-left is ready')).toBeVisible({ timeout: 30_000 });
  await expect(line(page, 'cpu-left')).toContainText('cluster, 1 of 4 nodes', { timeout: 30_000 });
  await wizard.press('Show in Compute');
  await expect(line(page, 'cpu-left')).toHaveClass(/focused/);
  await workbench.screenshot('trees/7-ready');
});

test('the keyboard alone walks the tree and opens its menu', async ({ workbench }) => {
  const { page } = workbench;
  await openContainer(page);
  await workbench.run('Secured AML compute: Focus on Compute View');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(line(page, 'ci-anna')).toContainText('running');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expect(page.locator('.context-view .action-label', { hasText: 'Restart…' })).toBeVisible();
  await page.keyboard.press('Escape');
});
