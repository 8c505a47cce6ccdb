import { expect, test } from '../../support/workbench';
import { openFile } from '../../support/open-file';
import type { Wizard } from '../../support/wizard';

/** Starts a cluster whose node can't start, because its subnet doesn't have outbound access. */
async function startFailing(wizard: Wizard): Promise<void> {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-sandbox');
  await wizard.continueTo('Size');
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
  // A plan or a cost that arrives later makes the page ask again.
  await expect(wizard.plan.getByText(/At least \$/)).toBeVisible();
  await wizard.press('Create anyway…');
}

const failed = /^cpu-cluster\d+ wasn’t set up/;

test('“Fix and try again” asks for the name of the failed cluster in VS Code’s own input, which keeps the focus', async ({
  workbench,
  wizard,
}) => {
  await startFailing(wizard);
  await workbench.answerDialog('Create anyway');
  await expect(wizard.heading(failed)).toBeVisible();
  const name = (await wizard.heading(failed).textContent())?.trim().split(' ')[0] ?? '';
  await wizard.press('Fix and try again…');
  await wizard.press('Apply and try again…');
  await workbench.answerDialog('Change');
  const input = workbench.page.locator('.quick-input-widget input').first();
  await expect(input).toBeVisible();
  // The page replaces the preview with the failed page below the input.
  await expect(wizard.button('Delete and try again…')).toBeVisible();
  await expect(wizard.summary).toHaveText(/^Ready/);
  await expect(input).toBeFocused();
  await workbench.page.keyboard.type(name);
  await workbench.page.keyboard.press('Enter');
  await expect(wizard.heading(`${name} is ready`)).toBeVisible();
});

test('a creation that fails doesn’t take the focus from an editor in which the user types', async ({
  workbench,
  wizard,
}) => {
  const { page } = workbench;
  await startFailing(wizard);
  await expect(workbench.dialog()).toBeVisible();
  await workbench.escapeDialog();
  await openFile(page, 'README.md', 'Control+Enter');
  await wizard.press('Create anyway…');
  await workbench.answerDialog('Create anyway');
  await expect(wizard.heading(/^Creating cpu-cluster/)).toBeVisible();
  const editor = page.locator('.monaco-editor', { hasText: 'Training infrastructure' }).first();
  await editor.locator('.view-line').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('before ');
  await expect(wizard.heading(failed)).toBeVisible();
  await page.keyboard.type('after ');
  await expect(editor.locator('.view-line').first()).toContainText('before after ');
});
