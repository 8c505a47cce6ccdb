import { expect, test } from '../../support/page';

for (const width of [1440, 422]) {
  test(`at ${width} px, why an action failed is in sight at its button, which can be far below the top of the page`, async ({
    view,
    wizard,
  }) => {
    await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
    await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
    await wizard.continueTo('Size');
    await wizard.continueTo('Review');
    await view.resize(width, 600);
    const button = wizard.button('Create in Azure');
    await button.scrollIntoViewIfNeeded();
    const message = 'The plan changed before the action started. Nothing was done.';
    await button.evaluate((from, text) => {
      const detail = { code: 'conflict', message: text };
      from.dispatchEvent(new CustomEvent('problem', { detail, bubbles: true, composed: true }));
    }, message);
    await expect(wizard.plan.getByText(message)).toBeInViewport({ ratio: 1 });
    await expect(button).toBeInViewport();
    await view.screenshot(`notice/${width}`);
  });
}
