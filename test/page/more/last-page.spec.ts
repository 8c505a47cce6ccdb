import { expect, test, type View } from '../../support/page';
import { isAccessible } from '../../support/axe';
import type { Wizard } from '../../support/wizard';

/** Creates a cluster that keeps a node, whatever Readiness says. */
async function create(wizard: Wizard, subnet: string, name: string): Promise<void> {
  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await wizard.chooseSubnet('vnet-ml-prod-weu', subnet);
  await wizard.continueTo('Size');
  await wizard.fill('Name', name);
  await wizard.fill('Minimum nodes', '1');
  await wizard.continueTo('Review');
  await wizard.press(/^Create (in Azure|anyway…)$/);
}

const shotIn =
  (view: View, theme: string) =>
  (name: string): Promise<void> =>
    view.screenshot(`last-page/${theme}-${name}`);

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test(`a ready cluster shows its cost, tests its network after a question, and has code: ${theme}`, async ({
      view,
      wizard,
      editor,
    }) => {
      const shot = shotIn(view, theme);
      await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
      await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-train-gpu');
      await wizard.continueTo('Size');
      await wizard.fill('Name', 'cpu-ready');
      await wizard.continueTo('Review');
      await wizard.press('Create in Azure');
      await expect(wizard.heading('cpu-ready is ready')).toBeFocused();
      await expect(wizard.plan.getByText(/No charge for machines while no node runs/)).toBeVisible();
      await isAccessible(view.page);
      await shot('4-ready');
      await wizard.press('Start one node…');
      await expect(wizard.plan.getByText('Failed: 2 of 13 testable flows')).toBeVisible();
      expect(editor.confirmed.at(-1)?.title).toBe('Start one node of cpu-ready to test the network?');
      await expect(wizard.plan.getByText('Not testable: UDP sends no answer.')).toBeVisible();
      const tabs = wizard.plan.getByRole('tablist', { name: 'Run a job on it' });
      await tabs.getByRole('tab', { name: 'Python SDK v2' }).press('ArrowRight');
      await expect(tabs.getByRole('tab', { name: 'CLI job YAML' })).toBeFocused();
      await expect(wizard.plan.getByRole('tabpanel')).toContainText('compute: azureml:cpu-ready');
      await wizard.press('Copy code');
      await expect.poll(() => editor.copied.at(-1)).toContain('compute: azureml:cpu-ready');
      await isAccessible(view.page);
      await shot('5-tested');
      await view.resize(480, 900);
      await shot('6-tested-480');
      await view.resize(1382, 798);
      await wizard.press('Create another');
      await expect(wizard.section('Compute')).toHaveAttribute('aria-expanded', 'true');
    });

    test(`a failure names its cause, and its first button is the remedy: ${theme}`, async ({
      view,
      wizard,
      editor,
    }) => {
      const shot = shotIn(view, theme);
      await create(wizard, 'snet-training', 'cpu-fraud');
      const heading = wizard.heading(/^cpu-fraud wasn’t set up: NSG rule 4096 Deny-All blocks \d flows$/);
      await expect(heading).toBeFocused();
      const worst = wizard.plan.getByRole('listitem').filter({ hasText: 'Most likely' });
      await expect(worst).toContainText('Outbound 443 to Azure Batch (BatchNodeManagement)');
      await expect(worst).toContainText(/TCP 10\.40\.4\.\d+ → .+ port 443/);
      await expect(wizard.plan.getByText(/^AllocationTimedout: /)).toBeVisible();
      await isAccessible(view.page);
      await shot('1-failed');
      await wizard.press('Copy for support');
      await expect.poll(() => editor.copied.at(-1)).toMatch(/Request ID: [\w-]{8,}/);
      await view.resize(480, 900);
      await shot('2-failed-480');
      await view.resize(1382, 798);

      await wizard.press('Fix and try again…');
      await shot('3-fix');
      await wizard.press('Apply and try again…');
      await expect(wizard.heading('cpu-fraud is ready')).toBeVisible();
      expect(editor.confirmed.map(({ button }) => button)).toEqual(['Create anyway', 'Change', 'cpu-fraud']);
    });
  });
}
