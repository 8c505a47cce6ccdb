import { expect, test } from '../../support/page';

test('a workspace without a private endpoint gets one from Readiness, and undo removes it', async ({
  view,
  wizard,
  editor,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`private-endpoint/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-risk-dev', publicIp: 'No' });
  await wizard.chooseSubnet('vnet-ml-dev-weu', 'snet-dev-open');
  await wizard.groupByRequirement();
  const missingProperty = 'Private endpoint for the workspace';
  await expect(wizard.requirement(missingProperty)).toContainText(
    'mlw-risk-dev doesn’t have a private endpoint',
  );
  await wizard.toggle(missingProperty);
  await shot('1-failed');
  await wizard.requirement(missingProperty).getByRole('button', { name: 'Fix…' }).click();
  // What is billed must be selected separately: nothing can be applied before.
  const endpoint = wizard.plan.locator('vscode-checkbox').filter({ hasText: 'pe-mlw-risk-dev' });
  await expect(wizard.plan.getByText('Price not known, plus data processed, per GB')).toBeVisible();
  await expect(wizard.plan.getByText('Select at least one change.')).toBeVisible();
  await shot('2-not-chosen');
  await endpoint.click();
  await expect(wizard.plan.getByRole('row', { name: /pe-mlw-risk-dev Private endpoint/ })).toBeVisible();
  await expect(wizard.plan.getByText(/Azure bills pe-mlw-risk-dev from its creation/)).toBeVisible();
  await shot('2-preview');
  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
  await shot('3-applied');
  await wizard.press('Undo…');
  await wizard.press('Undo in Azure…');
  await expect(wizard.plan.getByText(/^Undone at .+ match the preview\.$/)).toBeVisible();
  expect(editor.confirmed).toMatchObject([{ button: 'Change' }, { button: 'Undo change' }]);
  expect(Object.values(editor.confirmed[0]!).join(' ')).toContain('pe-mlw-risk-dev');
  await shot('4-taken-back');
});
