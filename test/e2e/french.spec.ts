import type { Locator } from '@playwright/test';
import { sideBarOf } from '../support/side-bar';
import { expect, test } from '../support/workbench';
import { wizardOf } from '../support/wizard';

test.use({ language: 'fr' });

test('if VS Code’s display language is French, so are the palette, the side bar, the wizard with its `lang`, and the page of a check', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const page = workbench.webview();
  const plan = page.getByRole('main');
  const row = (name: string): Locator => plan.getByRole('row', { name: new RegExp(`^\\s*${name},`) });
  await bar.show();
  for (const view of ['Calcul', 'Réseaux']) await expect(bar.view(view)).toBeVisible();
  await bar.toggle('mlw-fraud-prod');
  await expect(bar.line('ci-anna')).toContainText('instance, en cours d’exécution, 1 avertissement');
  await workbench.screenshot('french/side-bar');

  await workbench.run('Créer un calcul AML sécurisé');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await wizardOf(workbench).clickRow(row('mlw-fraud-prod'));
  const network = plan.getByRole('button', { name: 'Réseau' }).first();
  await expect(network).not.toHaveAttribute('aria-disabled');
  // It opens automatically once the workspace's networks are known.
  await expect(async () => {
    if ((await network.getAttribute('aria-expanded')) === 'false') await network.click({ timeout: 2000 });
    await expect(network).toHaveAttribute('aria-expanded', 'true', { timeout: 2000 });
  }).toPass();
  await wizardOf(workbench).clickRow(row('vnet-ml-prod-weu'));
  await wizardOf(workbench).clickRow(row('snet-training'));
  const readiness = page.getByRole('complementary');
  // Rows can be opened before, but close when another subnet is selected.
  await expect(
    readiness.getByRole('heading', { name: 'État de préparation de snet-training' }),
  ).toBeVisible();
  await readiness.getByText('UDP 5831 sortant vers AzureMachineLearning').click();
  await readiness.getByText('outbound-aml-udp-5831', { exact: true }).click();
  const check = workbench.webview();
  await expect(
    check.getByRole('heading', { name: 'UDP 5831 sortant vers AzureMachineLearning' }),
  ).toBeVisible();
  await expect(check.getByRole('heading', { name: 'Corriger', exact: true })).toBeVisible();
  await workbench.screenshot('french/check');
});
