import { expect, test } from '../../support/page';

/** The sample's subnet that a rule of another person blocks. */
const blocked = 'snet-training';

interface Page {
  readonly client: { refresh(what: object): Promise<unknown> };
}

test('rows keep their places while the user points at them, and are sorted once the list is left', async ({
  view: { page },
  wizard,
  sample,
}) => {
  const names = async (): Promise<readonly string[]> =>
    wizard.plan
      .locator('#subnets [data-id]')
      .evaluateAll((rows) => rows.map((one) => one.dataset['id']?.split('/').at(-1) ?? ''));
  await wizard.clickRow(wizard.row('vnet-spoke-fraud-weu'));
  await wizard.clickRow(wizard.row('vnet-ml-prod-weu'));
  await expect(wizard.row(blocked)).toContainText('error');
  const before = await names();

  const row = wizard.row('snet-scoring');
  await row.hover();
  const place = await row.boundingBox();
  await page.mouse.down();
  const ids = Object.keys(sample.snapshot().resources);
  const rule = ids.find((id) => id.endsWith('/nsg-training/securityRules/Deny-All')) ?? '';
  expect(sample.writeByOther({ method: 'DELETE', path: rule })).toBe(true);
  await wizard.plan.locator('sc-network').evaluate((one) => (one as unknown as Page).client.refresh({}));
  await expect(wizard.row(blocked)).not.toContainText('error');
  expect(await names()).toEqual(before);
  expect(await row.boundingBox()).toEqual(place);
  await page.mouse.up();
  await expect(row).toHaveAttribute('aria-selected', 'true');

  await page.mouse.move(2, 2);
  expect(await names()).toEqual(before);
  await wizard.section('Network').focus();
  await expect.poll(names).not.toEqual(before);
  const after = await names();
  expect(after[0]).toBe(before[0]);
  expect(after.indexOf(blocked)).toBeLessThan(before.indexOf(blocked));
});
