import { wizardTab } from '../../support/vscode-window';
import { expect, test } from '../../support/workbench';

test('after a reload of VS Code’s window interrupts a fix, the wizard looks up the fix and reports its state', async ({
  workbench,
  wizard,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-sandbox');
  await wizard.fixWorst();
  await wizard.plan.getByRole('radio', { name: 'New NAT gateway' }).check();
  await expect(wizard.plan.getByRole('row', { name: /^New ng-snet-sandbox NAT gateway/ })).toBeVisible();
  await wizard.press('Apply in Azure…');
  await workbench.answerDialog('Change');
  await expect(wizard.button('Stop')).toBeVisible();
  await workbench.reload(wizardTab);
  await expect(
    wizard.readiness.getByText(/The window was reloaded while a fix was applied\. Read from Azure at/),
  ).toBeVisible();
  await expect(wizard.readiness.getByText(/Not changed: .*snet-sandbox/)).toBeVisible();
  await workbench.screenshot('keeps-the-plan/5-reloaded-while-applying');
});
