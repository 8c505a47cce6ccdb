import { isAccessible } from '../../support/axe';
import { expect, test } from '../../support/page';

const stfraudprod = '/storageAccounts/stfraudprod';
test.use({ faults: [{ status: 403, match: stfraudprod, code: 'AuthorizationFailed', times: Infinity }] });

test('the region of a storage account that can’t be read is chosen by keyboard', async ({ view, wizard }) => {
  const { page } = view;
  const box = wizard.plan.getByRole('combobox', { name: 'Storage account', exact: true });
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
  await expect(wizard.summary).toHaveText(/Not confirmed/);
  await expect(box).toHaveValue('Not chosen (checked in West Europe)');
  await expect(wizard.plan.getByRole('group', { name: 'Regions of services' })).toBeVisible();
  await box.focus();
  await view.screenshot('service-regions/1-not-chosen');
  await isAccessible(page);

  await page.keyboard.type('north eu');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('North Europe');
  await expect(wizard.summary).toHaveText(/Not ready: 1 error/);
  await wizard.toggle('Outbound TCP 443 to Storage (blobs)');
  await view.screenshot('service-regions/2-blocked');
  await wizard.open('Size');
  await wizard.readiness.getByRole('link', { name: 'Choose the region' }).click();
  await expect(box).toBeVisible();

  await wizard.press('Jobs use an Azure Machine Learning registry in another region');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('uk s');
  await page.keyboard.press('Enter');
  await expect(
    wizard.plan.getByRole('combobox', { name: /registries that jobs use: another/ }),
  ).toBeVisible();
  await view.resize(480, 900);
  await view.screenshot('service-regions/3-narrow');
});
