import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAccessible } from '../../support/axe';
import { withBicep } from '../../support/bicep';
import { expect, test, type Editor } from '../../support/page';
import type { Wizard } from '../../support/wizard';

/** Writes the Bicep in the wizard, and parses it with the official compiler. */
async function writtenBicep(wizard: Wizard, editor: Editor, name: string): Promise<string> {
  await wizard.press('Write Bicep…');
  await expect.poll(() => editor.written.length).toBe(1);
  const [files = []] = editor.written;
  expect(files.map((one) => one.name)).toEqual([`${name}.bicep`, `${name}.bicepparam`]);
  const folder = mkdtempSync(join(tmpdir(), 'aml-'));
  try {
    for (const file of files) writeFileSync(join(folder, file.name), file.text);
    await withBicep(async (bicep) => {
      const { diagnostics } = await bicep.compile(join(folder, `${name}.bicep`));
      expect(diagnostics).toEqual([]);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
  return files[0]!.text;
}

test('a network that doesn’t exist yet is proposed, checked, and written', async ({
  view,
  wizard,
  editor,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`new-network/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-risk-dev' });
  await wizard.press('Or write code for a new network…');
  // The focus starts in the network's name.
  await expect(wizard.field('Network name')).toBeFocused();
  await expect(wizard.field('Network name')).toHaveValue('vnet-mlw-risk-dev');
  await expect(wizard.summary).toHaveText('Ready');
  await shot('1-proposed');
  await isAccessible(view.page);

  await wizard.fill('Address space', '10.40.0.0/16');
  await expect(wizard.plan).toContainText('Overlaps vnet-ml-prod-weu');
  await wizard.fill('Subnet address range', '10.40.0.9/26');
  await expect(wizard.plan).toContainText('Enter 10.40.0.0/26');
  await expect(wizard.readiness).toContainText('To see readiness, correct the new network');
  await wizard.press('Continue to Size');
  await expect(wizard.plan).toContainText('Correct the new network to continue');
  await shot('2-at-fault');
  await wizard.fill('Address space', '10.90.0.0/20');
  await wizard.fill('Subnet address range', '10.90.0.0/25');
  await wizard.fill('Network name', 'vnet-lab');
  await expect(wizard.summary).toHaveText('Ready');
  const rules = wizard.button(/^nsg-snet-training, outbound/);
  await rules.focus();
  await rules.press('Enter');
  await expect(wizard.plan.getByRole('cell', { name: 'Deny-Internet-Out' })).toBeVisible();
  await shot('3-rules');

  // The plan comes back with it after a reload.
  await view.page.reload();
  await wizard.open('Network');
  await expect(wizard.field('Network name')).toHaveValue('vnet-lab');
  await wizard.press('Choose an existing network');
  await expect(wizard.plan.getByRole('textbox', { name: /^Filter/ })).toBeFocused();
  await wizard.press('Or write code for a new network…');
  await wizard.fill('Subnet address range', '10.41.0.0/25');
  await wizard.continueTo('Size');
  await expect(wizard.plan).toContainText('123 addresses');
  await shot('4-size');
  await wizard.continueTo('Review');
  await expect(wizard.section('Review')).toContainText('Write the files and deploy them');
  await expect(wizard.button('Create in Azure')).toHaveCount(0);
  await shot('5-review');
  const text = await writtenBicep(wizard, editor, 'cpu-cluster2');
  expect(text).toContain("param virtualNetworkName string = 'vnet-mlw-risk-dev'");
  await shot('6-bicep');
});

test.describe('in light, with the large subscriptions', () => {
  test.use({ theme: 'light', large: true });

  test('a subscription without networks offers a new one', async ({ view, wizard, editor }) => {
    const shot = (name: string): Promise<void> => view.screenshot(`new-network/${name}`);
    await expect(wizard.row('mlw-fraud-prod')).toBeVisible();
    const subscription = wizard.plan.getByRole('combobox', { name: 'Subscription' });
    await subscription.click();
    await wizard.plan.getByRole('option', { name: /^Contoso New Ventures/ }).click();
    await wizard.untilNetwork({ workspace: 'mlw-ventures', kind: 'Compute instance' });
    await expect(wizard.plan).toContainText('Contoso New Ventures doesn’t contain a virtual network.');
    await shot('7-none-light');
    await wizard.press('Write code for a new network');
    await expect(wizard.field('Network name')).toBeFocused();
    await expect(wizard.summary).toHaveText('Ready');
    await shot('8-proposed-light');
    await isAccessible(view.page);
    await view.resize(480, 920);
    await shot('9-proposed-480-light');
    await view.resize(1382, 798);
    await wizard.continueTo('Size');
    await wizard.continueTo('Review');
    await shot('10-review-light');
    expect(await writtenBicep(wizard, editor, 'ci-anna-keller')).toContain(
      'param virtualNetworkAddressPrefixes array',
    );
  });
});

test.describe('in French', () => {
  test.use({ language: 'fr' });

  test('it is proposed in French', async ({ view, wizard }) => {
    const { plan } = wizard;
    const next = (section: string) => wizard.button(new RegExp(`^Continuer\\svers\\s${section}`));
    await wizard.clickRow(plan.getByRole('row', { name: /^\s*mlw-fraud-prod,/ }));
    await next('Calcul').click();
    await next('Réseau').click();
    await plan.getByRole('button', { name: 'Écrire plutôt le code d’un nouveau réseau…' }).click();
    await expect(plan.getByText('Nouveau réseau virtuel')).toBeVisible();
    await expect(plan.getByRole('cell', { name: 'ng-snet-training', exact: true })).toBeVisible();
    await expect(wizard.summary).toContainText('Pas prêt');
    await view.screenshot('new-network/11-french');
    await plan.getByRole('radio', { name: 'Appairage avec vnet-ml-prod-weu' }).check();
    await expect(plan.getByRole('cell', { name: 'peer-to-vnet-ml-prod-weu', exact: true })).toBeVisible();
    await expect(wizard.summary).toHaveText('Prêt');
    await next('Taille').click();
    await next('Vérification').click();
    await view.screenshot('new-network/12-french-review');
  });
});
