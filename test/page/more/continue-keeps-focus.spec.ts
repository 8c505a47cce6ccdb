import { expect, test } from '../../support/page';

test.use({ faults: [{ kind: 'slow', match: '/virtualNetworks', milliseconds: 2500, times: 9 }] });

test('the focus stays on the button that continues if a recommendation replaces it', async ({
  wizard,
  view,
}) => {
  await wizard.clickRow(wizard.row('mlw-fraud-prod'));
  const next = wizard.button('Continue to Compute');
  await next.focus();
  await expect(next).toBeFocused();
  await expect(wizard.button('Review plan')).toBeVisible();
  await expect(next).toBeFocused();
  await view.page.keyboard.press('Enter');
  await expect(wizard.section('Compute')).toBeFocused();
});
