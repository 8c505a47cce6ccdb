import { expect, test } from '../../support/page';

test('Azure’s diagnosis is shown next to the results, and an error message is explained for the same subnet', async ({
  view,
  wizard,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Compute cluster' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await wizard.readiness.getByRole('button', { name: 'Compare with Azure’s diagnosis' }).click();
  await expect(wizard.plan.getByRole('heading', { name: 'Only reported by the checks (1)' })).toBeVisible();
  await expect(wizard.plan.getByText('Denied by Deny-All in nsg-training').first()).toBeVisible();
  await view.screenshot('diagnosis/1-diagnosis');
  await wizard.plan.getByRole('button', { name: 'Back to the plan' }).click();

  await wizard.readiness.getByRole('button', { name: 'Explain an error message…' }).click();
  const field = wizard.plan.getByRole('textbox', { name: 'Error message' });
  await expect(field).toBeFocused();
  await wizard.plan.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(wizard.plan.getByText('Paste an error message first.')).toBeVisible();
  await field.fill(
    'Code: AllocationTimedout\nMessage: Desired number of dedicated nodes could not be allocated',
  );
  await wizard.plan.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(wizard.plan.getByText('Compared with the checks of snet-training.')).toBeVisible();
  await expect(wizard.plan.getByText('Blocked by rule 4096 Deny-All').first()).toBeVisible();
  await view.screenshot('diagnosis/2-error');
  await wizard.plan
    .getByRole('button', { name: /^Fix… / })
    .first()
    .click();
  await expect(wizard.plan.getByRole('heading', { name: 'Fix 1 flow of snet-training' })).toBeVisible();
});
