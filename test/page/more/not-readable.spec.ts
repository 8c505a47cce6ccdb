import { expect, test } from '../../support/page';

test.use({
  faults: [{ status: 403, match: '/virtualNetworks', code: 'AuthorizationFailed', times: Infinity }],
});

test('without permission to read networks, the page leads to another subscription or account', async ({
  view,
  wizard,
  editor,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', publicIp: 'Yes' });
  await expect(
    wizard.plan.getByText(
      'You don’t have permission to read virtual networks. Required role: Reader on Contoso Research.',
    ),
  ).toBeVisible();
  await view.screenshot('not-readable/1-networks');
  await wizard.press('Choose another subscription');
  await expect(wizard.section('Workspace')).toHaveAttribute('aria-expanded', 'true');
  await expect(wizard.section('Workspace')).toBeFocused();

  await wizard.open('Network');
  await wizard.press('Choose account…');
  await expect.poll(() => editor.choices).toEqual(['account']);
});

test.describe('an NSG', () => {
  test.use({ faults: [] });

  test('without permission to read an NSG, its cause leads to the request for the role', async ({
    view,
    wizard,
    editor,
  }) => {
    await wizard.untilNetwork({ workspace: 'mlw-risk-dev' });
    await wizard.chooseSubnet('vnet-partner-weu', 'snet-partner-train');
    const copy = wizard.readiness.locator('[data-does=role]').first();
    await expect(copy).toHaveText(/^\s*Copy role request\s*$/);
    await copy.click();
    await expect(copy).toHaveText(/^\s*Request copied at /);
    expect(editor.copied).toEqual([expect.stringMatching(/^Please assign the role Reader on /)]);
    await view.screenshot('not-readable/2-role');
  });
});
