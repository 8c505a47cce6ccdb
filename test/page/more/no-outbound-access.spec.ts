import { expect, test } from '../../support/page';
import { sampleSummary } from '../../support/sample-summary';

/** Returns the texts of rows whose icon or result isn't next to the first line of the name. */
function brokenRows(rows: readonly Element[]): readonly string[] {
  return rows.flatMap((row) => {
    const name = row.querySelector('.named > :last-child')?.getBoundingClientRect().top ?? 0;
    const beside = [row.querySelector('.named > .icon'), row.lastElementChild];
    const isBroken = beside.some((one) => Math.abs((one?.getBoundingClientRect().top ?? 0) - name) > 3);
    return isBroken ? [row.textContent.trim()] : [];
  });
}

test('a subnet without outbound access gets a NAT gateway step by step, and undo restores it exactly', async ({
  view,
  wizard,
  editor,
}) => {
  const shot = (name: string): Promise<void> => view.screenshot(`no-outbound-access/${name}`);
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-sandbox');
  await expect(wizard.summary).toHaveText(sampleSummary('snet-sandbox'));
  await wizard.fixWorst();
  await expect(wizard.plan.getByText(/Tested on a copy: all 10 checks pass/)).toBeVisible();
  await expect(wizard.plan.getByRole('radio', { name: 'Use NAT gateway ng-ml-weu' })).toBeChecked();
  await shot('1-shared-gateway');

  await wizard.plan.getByRole('radio', { name: 'New NAT gateway' }).check();
  await expect(
    wizard.plan.getByRole('row', { name: /^New ng-snet-sandbox NAT gateway Standard/ }),
  ).toBeVisible();
  await expect(
    wizard.plan.getByText('Azure bills a NAT gateway and its public IP address', { exact: false }),
  ).toBeVisible();
  await expect(wizard.summary).toHaveText('After this fix: Ready, 1 warning');
  await shot('2-new-gateway');

  await wizard.press('Apply in Azure…');
  await expect(wizard.plan.getByText(/^Applied at .+ The results match the preview\.$/)).toBeVisible();
  await expect(wizard.plan.getByRole('listitem').filter({ hasText: /done\s*$/ })).toHaveCount(3);
  await shot('3-applied');
  for (const width of [480, 800]) {
    await view.resize(width, 900);
    expect(await wizard.plan.locator('sc-fix-flows li').evaluateAll(brokenRows)).toEqual([]);
  }
  await shot('3-applied-800');
  await view.resize(1382, 798);

  await wizard.press('Undo…');
  await expect(wizard.heading('Undo the fix for snet-sandbox')).toBeVisible();
  await shot('4-undo');
  await wizard.press('Undo in Azure…');
  await expect(wizard.plan.getByText(/^Undone at .+ The results match the preview\.$/)).toBeVisible();
  expect(editor.confirmed).toMatchObject([
    { detail: expect.stringContaining('Creates ng-snet-sandbox (NAT gateway).'), button: 'Change' },
    { button: 'Undo change' },
  ]);
  await wizard.button('Back to the plan').last().click();
  await expect(wizard.summary).toHaveText(sampleSummary('snet-sandbox'));
});

test('a rule and a gateway without an address that block the same flows are fixed by one button', async ({
  view,
  wizard,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.filter('vnet-quarantine-weu');
  await wizard.chooseSubnet('vnet-quarantine-weu', 'snet-train-no-address');
  await wizard.cause('NSG rule 4096 Deny-All').click();
  await view.page.getByRole('complementary').locator('[data-does=fix]').last().click();
  const address = wizard.plan.locator('vscode-checkbox', {
    hasText: 'Create public IP address pip-ng-quarantine (billed)',
  });
  const both = wizard.plan.getByRole('button', { name: 'Fix both…' });
  await expect(wizard.plan.getByText(/0 of \d flows pass\. \d are also blocked by/)).toBeVisible();
  await expect(address).toHaveJSProperty('checked', false);
  await view.screenshot('no-outbound-access/5-both-offered');
  await both.press('Enter');
  await expect(address).toHaveJSProperty('checked', true);
  await expect(both).toHaveCount(0);
  await expect(wizard.plan.getByText(/The fix covers all causes\.$/)).toBeVisible();
  await expect(wizard.heading(/^Fix \d+ checks of snet-train-no-address$/)).toBeFocused();
  await view.screenshot('no-outbound-access/6-both-selected');
});

test.describe('in French, on a narrow page', () => {
  test.use({ language: 'fr', size: { width: 740, height: 900 } });

  test('the picture’s box for missing outbound access isn’t cut off', async ({ wizard }) => {
    await wizard.clickRow(wizard.row('snet-sandbox'));
    await wizard.plan
      .getByRole('heading', { level: 2, name: /^Vérification/ })
      .getByRole('button')
      .click();
    await expect(wizard.plan.locator('sc-flow-picture')).toContainText('Aucun accès sortant');
  });
});
