import { expect, test } from '../../support/page';

interface List {
  rows: readonly { readonly id: string }[];
}

for (const [width, scrolled] of [
  [1382, 0],
  [1382, 60],
  [700, 0],
  [480, 0],
  [480, 60],
] as const) {
  test(`the row under the pointer keeps its place if a result above needs more lines: ${width} px wide, scrolled by ${scrolled} px`, async ({
    view,
    wizard,
  }) => {
    await wizard.clickRow(wizard.row('vnet-spoke-fraud-weu'));
    await wizard.clickRow(wizard.row('vnet-ml-prod-weu'));
    await expect(wizard.row('snet-training')).toContainText('error');
    await view.resize(width, 500);
    const list = wizard.plan.locator('sc-list#subnets');
    const row = wizard.row('snet-scoring');
    await row.scrollIntoViewIfNeeded();
    await view.page.mouse.move(width / 3, 250);
    await view.page.mouse.wheel(0, scrolled);
    await row.hover();
    const [place, above] = [await row.boundingBox(), await list.locator('[data-id]').first().boundingBox()];
    await list.evaluate((one) => {
      const all = one as unknown as List;
      const text = 'Not ready: a result of several lines, as in a narrow list. '.repeat(3);
      const [first, ...others] = all.rows;
      all.rows = [{ ...first!, id: first!.id, ...{ outcome: { icon: 'error', text } } }, ...others];
    });
    const first = list.locator('[data-id]').first();
    await expect(first).toContainText('several lines');
    expect((await first.boundingBox())?.height).toBeGreaterThan((above?.height ?? 0) + 15);
    await view.page.waitForTimeout(200);
    const after = await row.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (place?.y ?? 0))).toBeLessThanOrEqual(1);
  });
}
