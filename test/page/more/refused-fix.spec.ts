import { codicons } from '../../../src/contract/wizard/codicons';
import { expect, test } from '../../support/page';

const buttons = 'sc-fix-preview .buttons vscode-button';

test('if a policy stops a fix, the request to its owner is the next step, and the focus stays in the preview', async ({
  view,
  wizard,
  hosted,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-sandbox');
  await wizard.fixWorst();
  hosted.sample.faults.next({
    ...{ status: 403, code: 'RequestDisallowedByPolicy', message: 'Policy Deny-NAT-gateways.' },
    ...{ method: 'PUT', match: 'snet-sandbox', times: 9 },
  });
  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Azure Policy doesn’t allow the change to snet-sandbox/)).toBeVisible();
  await expect(wizard.plan.locator(buttons)).toContainText(['Copy request', 'Refresh preview']);
  await expect(wizard.plan.locator(`${buttons}:not([secondary])`)).toContainText(['Copy request']);
  await expect(wizard.heading(/^Fix .* of snet-sandbox$/)).toBeFocused();
  // A check mark would mean that a flow passes.
  const mark = String.fromCodePoint(codicons.check);
  await expect(wizard.plan.locator('sc-fix-flows .icon').first()).toBeVisible();
  await expect(wizard.plan.locator(`sc-fix-flows [data-glyph="${mark}"]`)).toHaveCount(0);
  await view.screenshot('refused-fix/1-policy');
  await wizard.press('Copy request');
  await expect(wizard.button('Copied')).toBeFocused();
});
