import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withBicep } from '../support/bicep';
import { expect, test } from '../support/workbench';

test('a network that does not exist yet is proposed, judged and written', async ({ workbench, wizard }) => {
  const shot = (name: string): Promise<void> => workbench.screenshot(`new-network/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-risk-dev' });
  await wizard.press('Or write Bicep for a new network…');
  // Who came here begins with its name.
  await expect(wizard.field('Name')).toBeFocused();
  await expect(wizard.field('Name')).toHaveValue('vnet-mlw-risk-dev');
  await expect(wizard.summary).toHaveText('Ready');
  await shot('1-proposed');

  await wizard.fill('Addresses', '10.40.0.0/16');
  await expect(wizard.plan).toContainText('Overlaps vnet-ml-prod-weu');
  await wizard.fill('Addresses of the subnet', '10.40.0.9/26');
  await expect(wizard.plan).toContainText('the range is 10.40.0.0/26');
  await expect(wizard.board).toContainText('Correct the new network to see what it will let through');
  await shot('2-at-fault');
  await wizard.fill('Addresses', '10.90.0.0/20');
  await wizard.fill('Addresses of the subnet', '10.90.0.0/25');
  await wizard.fill('Name', 'vnet-lab');
  await expect(wizard.summary).toHaveText('Ready');
  await wizard.press(/^nsg-snet-training, outbound/);
  await expect(wizard.plan.getByRole('cell', { name: 'Deny-Internet-Out' })).toBeVisible();
  await shot('3-rules');

  await wizard.continueTo('Size');
  await expect(wizard.plan).toContainText('123 addresses');
  await shot('4-size');
  await wizard.continueTo('Review');
  await expect(wizard.plan).toContainText('The network does not exist yet: write the code and deploy it.');
  await expect(wizard.button('Create in Azure')).toHaveCount(0);
  await shot('5-review');

  await wizard.press('Write Bicep…');
  await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'Write here' }).click();
  await expect(workbench.page.getByRole('tab', { name: 'cpu-cluster2.bicep' }).first()).toBeVisible();
  const files = readdirSync(workbench.folder).filter((name) => name.startsWith('cpu-'));
  expect(files.sort()).toEqual(['cpu-cluster2.bicep', 'cpu-cluster2.bicepparam']);
  const text = readFileSync(join(workbench.folder, 'cpu-cluster2.bicep'), 'utf8');
  expect(text).toContain("param virtualNetworkName string = 'vnet-lab'");
  await withBicep(async (bicep) => {
    const { diagnostics } = await bicep.compile(join(workbench.folder, 'cpu-cluster2.bicep'));
    expect(diagnostics).toEqual([]);
  });
  await shot('6-bicep');
});
