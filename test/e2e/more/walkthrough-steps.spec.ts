import { sideBarOf } from '../../support/side-bar';
import { doneSteps, openWalkthrough, walkthroughStep } from '../../support/walkthrough';
import { wizardOf } from '../../support/wizard';
import { expect, test } from '../../support/workbench';

test('VS Code marks a walkthrough step as done when the action happened, not when the step is opened', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const { page } = workbench;
  const isDone = (...names: readonly string[]): Promise<void> =>
    expect.poll(() => doneSteps(workbench)).toEqual(names);
  await openWalkthrough(workbench);
  await walkthroughStep(workbench, 'Fix it').click();
  await expect(walkthroughStep(workbench, 'Fix it')).toHaveClass(/expanded/);
  await isDone();
  await walkthroughStep(workbench, 'Look at a network').click();
  await page.getByRole('button', { name: 'Show networks' }).click();
  await expect(bar.line('vnet-ml-prod-weu')).toBeVisible();
  await isDone('Look at a network');

  await bar.toggleView('Compute');
  await bar.toggle('vnet-ml-prod-weu');
  await bar.choose('snet-training', 'Watch');
  await isDone('Look at a network', 'Keep it healthy');
  await bar.toggle('snet-training');
  await expect(bar.line('Outbound UDP 5831 to AzureMachineLearning')).toBeVisible();
  await isDone('Look at a network', 'See what it allows', 'Keep it healthy');

  await bar.choose('snet-training', 'Fix…');
  const wizard = wizardOf(workbench);
  await expect(wizard.heading('Fix 2 flows of snet-training')).toBeVisible();
  await wizard.press('Apply in Azure…');
  await workbench.answerDialog('Change');
  await expect(wizard.button('Undo…')).toBeVisible();
  // A step that completes while the walkthrough is behind another tab is rendered when the tab is opened again.
  await workbench.run('View: Close All Editors');
  await openWalkthrough(workbench);
  await isDone('Look at a network', 'See what it allows', 'Fix it', 'Keep it healthy');
  await workbench.screenshot('walkthrough/done');
});
