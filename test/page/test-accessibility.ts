import { isAccessible } from '../support/axe';
import { expect, test, type Theme, type View } from '../support/page';

const lookIn =
  (theme: Theme, view: View) =>
  async (name: string): Promise<void> => {
    await view.screenshot(`accessibility/${theme}-${name}`);
    await isAccessible(view.page);
  };

/** Every kind of page in a theme. */
export function testAccessibility(theme: Theme): void {
  test.describe(theme, () => {
    // The creation stays at its start, since the clock isn't advanced.
    test.use({ theme, pace: 'lifelike' });

    test(`axe finds nothing serious in ${theme}`, async ({ view, wizard }) => {
      const look = lookIn(theme, view);
      await look('workspace');
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
      await wizard.toggle('Outbound UDP 5831 to AzureMachineLearning');
      await look('network');
      await wizard.fixWorst();
      await expect(wizard.plan.getByText('Tested on a copy')).toBeVisible();
      await look('preview');
      await wizard.press('Back to the plan');
      await wizard.choose('snet-train-gpu');
      await wizard.continueTo('Size');
      await look('size');
      await wizard.continueTo('Review');
      await look('review');
      await wizard.press('Create in Azure');
      await expect(wizard.heading('Creating cpu-cluster2')).toBeVisible();
      await look('creating');
    });

    test(`axe finds nothing serious in ${theme} if the workspace manages its network`, async ({
      view,
      wizard,
    }) => {
      await wizard.choose('mlw-risk-prod');
      await wizard.open('Network');
      await lookIn(theme, view)('managed');
    });

    test(`axe finds nothing serious in ${theme} with an attached resource`, async ({ view, wizard }) => {
      const look = lookIn(theme, view);
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Virtual machine' });
      await wizard.choose('vm-dsvm-churn');
      await look('targets');
      await wizard.open('Compute');
      await look('compute');
      await wizard.open('Access');
      await wizard.fill('User name', '');
      await look('access');
    });
  });
}
