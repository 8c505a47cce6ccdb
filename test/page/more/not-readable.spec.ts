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
