import { sideBarOf } from '../support/side-bar';
import { expect, test } from '../support/workbench';
import { wizardOf } from '../support/wizard';
import { sampleSummary } from '../support/sample-summary';

test('creates a cluster from the palette: VS Code’s modal dialog asks before a fix is applied, the focus returns to the page, and the side bar shows the new item', async ({
  workbench,
}) => {
  const bar = sideBarOf(workbench);
  const wizard = wizardOf(workbench);
  const shot = (name: string): Promise<void> => workbench.screenshot(`create/${name}`);
  await bar.open();
  await bar.toggle('mlw-fraud-prod');
  await expect(bar.line('cpu-train')).toBeVisible();
  await workbench.run('Create secured AML compute');
  await expect(workbench.page.getByRole('tab', { name: 'Create secured AML compute' })).toBeVisible();

  await wizard.untilNetwork({ workspace: 'mlw-fraud-prod' });
  await expect(wizard.page.getByRole('img', { name: 'Reading your plan…' })).toHaveCount(0);
  await wizard.chooseSubnet('vnet-ml-prod-weu', 'snet-training');
  await expect(wizard.summary).toHaveText(sampleSummary('snet-training'));
  await wizard.fixWorst();
  const apply = wizard.button('Apply in Azure…');
  await apply.click();
  await expect(workbench.dialog()).toContainText('nsg-training');
  await shot('1-asked');
  await workbench.escapeDialog();
  await expect(apply).toBeFocused();
  await apply.click();
  await workbench.answerDialog('Change');
  await expect(wizard.plan.getByText(/^Applied at /)).toBeVisible();
  await shot('2-applied');
  await wizard.button('Back to the plan').last().click();
  // Inbound traffic between nodes: the fix adds the outbound rule, and Azure's rule 65000 allows the inbound side.
  await expect(wizard.summary).toHaveText('Ready; 1 flow relies on default rules');

  await wizard.continueTo('Size');
  await wizard.fill('Name', 'cpu-fraud');
  await wizard.continueTo('Review');
  await wizard.press('Create in Azure');
  await expect(wizard.heading('Creating cpu-fraud')).toBeVisible();
  await expect(wizard.heading('cpu-fraud is ready')).toBeVisible();
  await expect(bar.line('cpu-fraud')).toContainText('cluster');
  await shot('3-ready');
});
