import { expect, test } from '../../support/page';

test.use({
  faults: [{ status: 403, match: '/virtualNetworks', code: 'AuthorizationFailed', times: Infinity }],
});

test('networks that may not be read lead to another subscription or account', async ({
  view,
  wizard,
  editor,
}) => {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', publicIp: 'Yes' });
  await expect(
    wizard.plan.getByText('You may not read networks here (needs Reader on Contoso Research).'),
  ).toBeVisible();
  await view.screenshot('not-readable/1-networks');
  await wizard.press('Choose another subscription');
  await expect(wizard.section('Where')).toHaveAttribute('aria-expanded', 'true');
  await expect(wizard.section('Where')).toBeFocused();

  await wizard.open('Network');
  await wizard.press('Choose account…');
  await expect.poll(() => editor.choices).toEqual(['account']);
});
