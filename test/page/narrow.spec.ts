import { sideways } from './layout';
import { expect, test } from '../support/page';

for (const width of [480, 320]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ view, wizard }) => {
    const look = async (name: string): Promise<void> => {
      await view.screenshot(`narrow/${width}-${name}`);
      expect.soft(await sideways(wizard), name).toEqual([]);
      const pinned = wizard.page.getByRole('button', { name: /Readiness$/ });
      await expect.soft(pinned, name).toBeInViewport({ ratio: 1 });
    };
    await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
    await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
    await view.resize(width, 920);
    await expect(wizard.plan.getByRole('button', { name: /^Change \(\d+\)$/ })).toBeVisible();
    await look('network');
    await wizard.page.getByRole('button', { name: /Readiness$/ }).click();
    await wizard.toggle('Outbound UDP 5831 to AzureMachineLearning');
    await expect(wizard.requirement('Outbound UDP 5831 to AzureMachineLearning')).toContainText(
      'Example packet',
    );
    await look('readiness');
    await wizard.fixWorst();
    await expect(wizard.plan.getByText(/Tested on a copy: all 8 (flow|check)s pass/)).toBeVisible();
    await look('preview');
    await wizard.press('Back to the plan');
    await wizard.open('Size');
    await look('size');
    await wizard.open('Review');
    await expect(wizard.button('Create anyway…')).toBeInViewport({ ratio: 1 });
    await look('review');
  });
}

for (const width of [720, 1600]) {
  test.describe(`${width} px`, () => {
    test.use({ size: { width, height: 920 } });

    test(`nothing is cut off or scrolls sideways at ${width} px`, async ({ view, wizard }) => {
      const look = async (name: string): Promise<void> => {
        await view.screenshot(`narrow/${width}-${name}`);
        expect.soft(await sideways(wizard), name).toEqual([]);
      };
      await look('workspace');
      await wizard.choose('mlw-fraud-prod');
      await wizard.continueTo('Compute');
      await look('compute');
      await wizard.continueTo('Network');
      await wizard.chooseSubnet('vnet-claims-weu', 'snet-train-nat');
      await look('network');
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
      await wizard.toggle('Outbound UDP 5831 to AzureMachineLearning');
      await look('readiness');
      await wizard.open('Size');
      await look('size');
      await wizard.open('Review');
      await expect(wizard.button('Create anyway…')).toBeInViewport({ ratio: 1 });
      await look('review');
      // A window of 1,440 by 900 pixels at 200%: the picture is complete, and the buttons stay visible.
      await view.resize(720, 450);
      await look('zoomed');
      await expect.soft(wizard.button('Create anyway…')).toBeInViewport({ ratio: 1 });
      const picture = wizard.plan.locator('sc-flow-picture .scrolls');
      expect(await picture.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    });
  });
}

test.describe('zoom', () => {
  // At 200%, each pixel of the page takes two pixels of the window in each direction.
  test.use({ size: { width: 691, height: 399 }, deviceScaleFactor: 2 });

  test('everything can be reached and nothing scrolls sideways at a zoom of 200 %', async ({
    view,
    wizard,
  }) => {
    const look = async (name: string): Promise<void> => {
      await view.screenshot(`zoom/${name}`);
      expect.soft(await sideways(wizard), name).toEqual([]);
    };
    await look('workspace');
    await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
    await wizard.choose('vnet-ml-prod-weu');
    await wizard.choose('snet-train-gpu');
    await look('network');
    await wizard.page.getByRole('button', { name: /Readiness$/ }).click();
    await expect(wizard.summary).toHaveText('Ready, 1 warning');
    await expect(wizard.summary).toBeInViewport({ ratio: 1 });
    await look('readiness');
    await wizard.open('Size');
    await look('size');
    await wizard.open('Review');
    await look('review');
    const create = wizard.button('Create in Azure');
    await create.scrollIntoViewIfNeeded();
    await expect(create).toBeInViewport({ ratio: 1 });
  });
});
