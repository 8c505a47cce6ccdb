import { AxeBuilder } from '@axe-core/playwright';
import type { VscodeWindow } from '../support/vscode-window';
import { expect, test, type Theme } from '../support/workbench';

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** What axe finds in the wizard's page. On a busy machine a frame may not answer it in time; then it is asked again. */
async function analyzed(page: VscodeWindow['page']): Promise<Results> {
  let results: Results | undefined;
  await expect(async () => {
    results = await new AxeBuilder({ page })
      .include(['iframe.webview.ready', 'iframe#active-frame', 'body'])
      // It would copy the style sheets into the page, which the page's policy refuses, and rightly.
      .options({ preload: false })
      .analyze();
    expect(results.passes.length, 'rules that found something to look at').toBeGreaterThan(5);
  }).toPass({ timeout: 60_000 });
  return results!;
}

/** Nothing that axe calls serious or critical in the wizard's page as it stands. */
async function isAccessible({ page }: VscodeWindow): Promise<void> {
  const { violations } = await analyzed(page);
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect.soft(grave.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
}

for (const theme of ['dark', 'light', 'high-contrast', 'high-contrast-light'] satisfies Theme[]) {
  test.describe(theme, () => {
    test.use({ theme });
    test(`axe finds nothing serious in ${theme}`, async ({ workbench, wizard }) => {
      const look = async (name: string): Promise<void> => {
        await workbench.screenshot(`accessibility/${theme}-${name}`);
        await isAccessible(workbench);
      };
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
      await wizard.toggle('Create and change computes');
      await look('network');
      await wizard.board.getByRole('button', { name: 'Fix all 3…' }).click();
      await expect(wizard.plan.getByText('Tried on a copy')).toBeVisible();
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
      await wizard.button('Back to the plan').first().click();
      await wizard.open('Where');
      await wizard.choose('mlw-risk-prod');
      await wizard.open('Network');
      await look('managed');
    });

    test(`axe finds nothing serious where something is attached, in ${theme}`, async ({
      workbench,
      wizard,
    }) => {
      const look = async (name: string): Promise<void> => {
        await workbench.screenshot(`accessibility/${theme}-${name}`);
        await isAccessible(workbench);
      };
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod', kind: 'Virtual machine' });
      await wizard.choose('vm-dsvm-churn');
      await look('targets');
      await wizard.open('What');
      await look('what');
      await wizard.open('Access');
      await wizard.fill('User name', '');
      await look('access');
    });
  });
}
