import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { withBicep } from '../support/bicep';
import { openWindow, startServer, type VscodeWindow } from '../support/vscode-window';
import { wizardOf, type Wizard } from '../support/wizard';
import { expect, test } from '../support/workbench';

/** Nothing that axe calls serious or critical. */
async function isAccessible({ page }: VscodeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(['iframe.webview.ready', 'iframe#active-frame', 'body'])
    // It would copy the style sheets into the page, which the page's policy refuses, and rightly.
    .options({ preload: false })
    .analyze();
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect.soft(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
}

/** Writes the Bicep where VS Code suggests, and has the official compiler read it. */
async function writtenBicep(window: VscodeWindow, wizard: Wizard, name: string): Promise<string> {
  await wizard.press('Write Bicep…');
  await window.page.locator('.quick-input-widget').getByRole('button', { name: 'Write here' }).click();
  await expect(window.page.getByRole('tab', { name: `${name}.bicep` }).first()).toBeVisible();
  const files = readdirSync(window.folder).filter((one) => one.startsWith(name));
  expect(files.sort()).toEqual([`${name}.bicep`, `${name}.bicepparam`]);
  await withBicep(async (bicep) => {
    const { diagnostics } = await bicep.compile(join(window.folder, `${name}.bicep`));
    expect(diagnostics).toEqual([]);
  });
  return readFileSync(join(window.folder, `${name}.bicep`), 'utf8');
}

test('a network that does not exist yet is proposed, judged and written', async ({ workbench, wizard }) => {
  const shot = (name: string): Promise<void> => workbench.screenshot(`new-network/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-risk-dev' });
  await wizard.press('Or write Bicep for a new network…');
  // Who came here begins with its name.
  await expect(wizard.field('Name')).toBeFocused();
  await expect(wizard.field('Name')).toHaveValue('vnet-mlw-risk-dev');
  await expect(wizard.summary).toHaveText('Ready');
  await shot('1-proposed');
  await isAccessible(workbench);

  await wizard.fill('Addresses', '10.40.0.0/16');
  await expect(wizard.plan).toContainText('Overlaps vnet-ml-prod-weu');
  await wizard.fill('Addresses of the subnet', '10.40.0.9/26');
  await expect(wizard.plan).toContainText('the range is 10.40.0.0/26');
  await expect(wizard.board).toContainText('Correct the new network to see what it will let through');
  await wizard.press('Continue to Size');
  await expect(wizard.plan).toContainText('Correct the new network to continue');
  await shot('2-at-fault');
  await wizard.fill('Addresses', '10.90.0.0/20');
  await wizard.fill('Addresses of the subnet', '10.90.0.0/25');
  await wizard.fill('Name', 'vnet-lab');
  await expect(wizard.summary).toHaveText('Ready');
  const rules = wizard.button(/^nsg-snet-training, outbound/);
  await rules.focus();
  await rules.press('Enter');
  await expect(wizard.plan.getByRole('cell', { name: 'Deny-Internet-Out' })).toBeVisible();
  await shot('3-rules');

  // The plan comes back with it after a reload.
  await workbench.reload('Create secured AML compute');
  await wizard.open('Network');
  await expect(wizard.field('Name')).toHaveValue('vnet-lab');
  await wizard.press('Choose an existing network');
  await expect(wizard.plan.getByRole('textbox', { name: /^Filter/ })).toBeFocused();
  await wizard.press('Or write Bicep for a new network…');
  await wizard.fill('Addresses of the subnet', '10.41.0.0/25');
  await wizard.continueTo('Size');
  await expect(wizard.plan).toContainText('123 addresses');
  await shot('4-size');
  await wizard.continueTo('Review');
  await expect(wizard.section('Review')).toContainText('write the code and deploy it');
  await expect(wizard.button('Create in Azure')).toHaveCount(0);
  await shot('5-review');
  const text = await writtenBicep(workbench, wizard, 'cpu-cluster2');
  expect(text).toContain("param virtualNetworkName string = 'vnet-mlw-risk-dev'");
  await shot('6-bicep');
});

test('a subscription without networks offers a new one', async ({ browser }) => {
  const server = await startServer('light', {}, { 'amlSecureCompute.sample.large': true });
  const window = await openWindow({ browser, url: server.url, workspace: 'workspace' });
  try {
    const shot = (name: string): Promise<void> => window.screenshot(`new-network/${name}`);
    const wizard = wizardOf(window);
    await window.page.keyboard.press('Control+B');
    await window.run('Create secured AML compute');
    await expect(wizard.row('mlw-fraud-prod')).toBeVisible();
    const subscription = wizard.plan.getByRole('combobox', { name: 'Subscription' });
    await subscription.click();
    await wizard.plan.getByRole('option', { name: /^Contoso New Ventures/ }).click();
    await wizard.untilNetwork({ workspace: 'mlw-ventures', kind: 'Instance' });
    await expect(wizard.plan).toContainText('No virtual network in Contoso New Ventures.');
    await shot('7-none-light');
    await wizard.press('Write Bicep for a new one');
    await expect(wizard.field('Name')).toBeFocused();
    await expect(wizard.summary).toHaveText('Ready');
    await shot('8-proposed-light');
    await isAccessible(window);
    await window.resize(538, 1000);
    await shot('9-proposed-480-light');
    await window.resize(1440, 900);
    await wizard.continueTo('Size');
    await wizard.continueTo('Review');
    await shot('10-review-light');
    expect(await writtenBicep(window, wizard, 'ci-anna-keller')).toContain(
      'param virtualNetworkAddressPrefixes array',
    );
    expect(window.troubles, 'errors of the page').toEqual([]);
  } finally {
    await window.close();
    await server.stop();
  }
});

test('it is proposed in French', async ({ server, browser }) => {
  const window = await openWindow({ browser, url: server.url, workspace: 'workspace', language: 'fr' });
  try {
    const plan = window.webview().getByRole('main');
    const next = (section: string) =>
      plan.getByRole('button', { name: new RegExp(`^Continuer\\s:\\s${section}`) });
    await window.page.keyboard.press('Control+B');
    await window.run('Créer un calcul AML sécurisé');
    await plan.getByRole('row', { name: /^\s*mlw-fraud-prod,/ }).click();
    await next('Quoi').click();
    await next('Réseau').click();
    await plan.getByRole('button', { name: 'Écrire plutôt le Bicep d’un nouveau réseau…' }).click();
    await expect(plan.getByText('Nouveau réseau virtuel')).toBeVisible();
    await expect(plan.getByRole('cell', { name: 'ng-snet-training', exact: true })).toBeVisible();
    await expect(window.webview().getByRole('complementary').locator('.summary')).toContainText('Pas prêt');
    await window.screenshot('new-network/11-french');
    await next('Taille').click();
    await next('Vérification').click();
    await window.screenshot('new-network/12-french-review');
    expect(window.troubles).toEqual([]);
  } finally {
    await window.close();
  }
});
