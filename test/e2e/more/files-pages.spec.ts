import { fileStatus } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt, hoverAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

test('VS Code’s preview shows the page of a cause from the diagnostic’s code, and the explanation of a problem from its quick fix', async ({
  workbench,
}) => {
  const { page } = workbench;
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
  const hover = await hoverAt(workbench, 'nsg-rule-blocks');
  await hover.locator('a.code-link').first().click();
  await expect(page.getByRole('tab', { name: /nsg-rule-blocks\.md/ })).toBeVisible();
  const preview = workbench.webview().locator('body');
  const fix = preview.getByRole('heading', { name: 'Fix it', exact: true });
  await expect(fix).toBeVisible();
  await expect(preview.getByText(/^id:/)).toHaveCount(0);
  await workbench.screenshot('files-cause-page');

  // The hover would cover the text.
  await page.mouse.move(0, 0);
  await openFile(page, 'network.bicep');
  const explain = await actionAt(workbench, /^Explain/);
  await explain.click();
  for (const part of ['Decided by', 'Quick fixes']) {
    await expect(preview.getByText(part)).toBeVisible();
  }
  await expect(fix).toBeVisible();
  await workbench.screenshot('files-explain');

  // Its links lead to other pages, and those to others again.
  await preview
    .getByRole('link', { name: /UDP 5831/ })
    .first()
    .click();
  await expect(preview.getByRole('heading', { name: 'Reports when' })).toBeVisible();
  await preview.getByRole('link', { name: 'All checks' }).click();
  await expect(preview.getByRole('heading', { name: 'By severity' })).toBeVisible();
  // VS Code renders the page before its links work, and doesn't show when they do.
  const link = preview.getByRole('link', { name: 'How to read these pages' });
  const next = preview.getByRole('heading', { name: 'Suppress' });
  await expect(async () => {
    if (await next.isHidden()) await link.click({ timeout: 2000 });
    await expect(next).toBeVisible({ timeout: 5000 });
  }).toPass();
});
