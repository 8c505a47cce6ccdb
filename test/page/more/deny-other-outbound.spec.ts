import { expect, test } from '../../support/page';

test('flows that rely on default rules get allow rules, and other outbound traffic is denied', async ({
  view,
  wizard,
  editor,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-risk-dev', kind: 'Compute cluster' });
  await wizard.chooseSubnet('vnet-ml-dev-weu', 'snet-dev-open');
  await expect(wizard.summary).toHaveText('Ready; 17 flows rely on default rules');
  await wizard.readiness.getByRole('button', { name: 'Deny other outbound traffic…' }).click();
  await expect(wizard.heading('Deny other outbound traffic of snet-dev-open')).toBeFocused();
  await expect(wizard.plan.getByText('Denies other outbound internet traffic')).toBeVisible();
  await view.screenshot('close-rest/1-preview');
  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
  expect(editor.confirmed).toMatchObject([{ button: 'Change' }]);
  await wizard.button('Back to the plan').last().click();
  await expect(wizard.readiness.getByRole('button', { name: 'Deny other outbound traffic…' })).toHaveCount(0);
  await expect(wizard.summary).toContainText('Ready');
  await view.screenshot('close-rest/2-closed');
});
