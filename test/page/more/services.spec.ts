import { expect, test } from '../../support/page';

test('the services of a workspace and their DNS names have their own rows', async ({ view, wizard }) => {
  const shot = (name: string): Promise<void> => view.screenshot(`services/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-underwriting', kind: 'Compute instance' });
  await wizard.chooseSubnet('vnet-underwriting-weu', 'snet-train-cover');
  await wizard.groupByRequirement();
  await expect(wizard.summary).toContainText('Not ready: ');
  const names = wizard.requirement('Workspace names resolve to the private endpoint');
  await expect(names).toContainText('privatelink.notebooks.azure.net isn’t linked to vnet-underwriting-weu');
  await expect(wizard.requirement('Private endpoints for blob and file storage')).toContainText(
    'this subnet doesn’t reach a private endpoint for file of stcover',
  );
  await expect(wizard.requirement('Access to storage by shared key or identity')).toContainText(
    'stcover doesn’t allow shared keys',
  );
  await expect(wizard.requirement('Key vault allows this subnet')).toContainText(
    'kv-cover has network rules for other subnets, but not for snet-train-cover',
  );
  await wizard.toggle('Workspace names resolve to the private endpoint');
  await expect(wizard.readiness.getByRole('button', { name: 'Fix…' }).first()).toBeVisible();
  await expect(
    wizard.readiness.getByText(
      /no zone privatelink\.notebooks\.azure\.net and no DNS forwarding ruleset is linked/,
    ),
  ).toBeVisible();
  await wizard.readiness.getByText('Storage, key vault, and registry').scrollIntoViewIfNeeded();
  await shot('1-private-workspace');

  await wizard.open('Workspace');
  await wizard.untilNetwork({ workspace: 'mlw-actuary', kind: 'Compute cluster' });
  await wizard.chooseSubnet('vnet-actuary-weu', 'snet-train-rates');
  await wizard.groupByRequirement();
  await expect(wizard.requirement('Key vault allows this subnet')).toContainText(
    'perimeter nsp-insurance refuses all access to kv-rates from outside',
  );
  await expect(
    wizard.requirement('DNS servers forward private names to 168.63.129.16 (Azure)'),
  ).toContainText('10.84.2.10');
  await wizard.readiness.getByText('DNS', { exact: true }).scrollIntoViewIfNeeded();
  await shot('2-perimeter-and-servers');
});

test('a problem outside the network is fixed, shown, and undone', async ({ view, wizard, editor }) => {
  const shot = (name: string): Promise<void> => view.screenshot(`services/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-underwriting' });
  await wizard.chooseSubnet('vnet-underwriting-weu', 'snet-train-cover');
  await wizard.groupByRequirement();
  const vault = 'Key vault allows this subnet';
  await wizard.toggle(vault);
  await shot('3-fix-offered');
  await wizard.requirement(vault).getByRole('button', { name: 'Fix…' }).click();
  await expect(
    wizard.plan.getByRole('row', { name: /kv-cover Key vault Adds snet-train-cover/ }),
  ).toBeVisible();
  await expect(wizard.plan.getByText('Allows TCP 443 to kv-cover (1 address range)')).toBeVisible();
  await shot('4-preview');
  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
  await shot('5-applied');
  await wizard.press('Undo…');
  await wizard.press('Undo in Azure…');
  await expect(wizard.plan.getByText(/^Undone at .+ match the preview\.$/)).toBeVisible();
  expect(editor.confirmed).toMatchObject([
    { title: 'Change snet-train-cover and kv-cover in Azure?', button: 'Change' },
    { button: 'Undo change' },
  ]);
  await shot('6-taken-back');
});
