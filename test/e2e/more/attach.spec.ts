import { sideBarOf } from '../../support/side-bar';
import { expect, test } from '../../support/workbench';

const secret = 'S3cret-of-the-workspace';

test('VS Code’s input box asks for the secret and masks it, and the side bar shows the attached compute', async ({
  workbench,
  wizard,
}) => {
  const { page } = workbench;
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Azure Databricks' });
  await wizard.choose('adb-features-weu');
  await wizard.continueTo('Access');
  await wizard.continueTo('Review');
  await wizard.press('Attach in Azure');

  const box = page.locator('.quick-input-widget');
  await expect(box.locator('.quick-input-title')).toHaveText('Access token for adb-features-weu');
  await expect(box.locator('input').first()).toHaveAttribute('type', 'password');
  await box.locator('input').first().fill(secret);
  await page.keyboard.press('Enter');
  const attached = wizard.heading(/ is attached$/);
  await expect(attached).toBeVisible();
  await expect(wizard.page.locator('body')).not.toContainText(secret);
  const name = (await attached.innerText()).replace(/ is attached$/, '');
  await wizard.press('Show in Compute');
  await expect(sideBarOf(workbench).line(name)).toBeVisible();
  await workbench.screenshot('attach/side-bar');
});
