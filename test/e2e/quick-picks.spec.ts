import { expect, test } from '../support/workbench';
import { wizardOf } from '../support/wizard';
import { sampleFlows } from '../support/sample-summary';

test('creates a cluster by VS Code’s own quick picks, from the palette on', async ({ workbench }) => {
  const { page } = workbench;
  const input = page.locator('.quick-input-widget');
  /** Types into the box of a question and presses Enter. */
  const answer = async (title: string, text: string, chosen?: string): Promise<void> => {
    await expect(input.locator('.quick-input-title')).toHaveText(new RegExp(`^${title} \\(\\d+/\\d+\\)$`));
    const box = input.locator('input').first();
    await expect(box).toBeEditable();
    await box.fill(text);
    // A list that is still loading doesn't have rows to choose.
    if (chosen !== undefined) await expect(input.locator('.monaco-list-row.focused')).toContainText(chosen);
    await page.keyboard.press('Enter');
  };
  const choose = (title: string, text: string): Promise<void> => answer(title, text, text);
  await page.keyboard.press('Control+B');
  await workbench.ask('Create secured AML compute with quick picks');
  await choose('Workspace', 'mlw-fraud-prod');
  await choose('Kind', 'Compute cluster');
  await choose('Public IP on nodes', 'No');
  await choose('Virtual network', 'vnet-ml-prod-weu');
  await expect(input.locator('.monaco-list-row', { hasText: 'snet-training' })).toContainText(
    `1 error (${sampleFlows('snet-training')})`,
  );
  await workbench.screenshot('quick-picks/1-subnets');
  await choose('Subnet', 'snet-train-gpu');
  await answer('Name', 'cpu-train');
  await expect(
    input.getByText(
      'cpu-train already exists in mlw-fraud-prod, and existing compute is never overwritten. Enter another name.',
    ),
  ).toBeVisible();
  await workbench.screenshot('quick-picks/2-taken');
  await answer('Name', 'cpu-quick');
  await choose('Machine size', 'STANDARD_D2_V2');
  await answer('Minimum nodes', '0');
  await answer('Maximum nodes', '2');
  await expect(input.locator('.quick-input-title')).toContainText('What do you want to do with the plan?');
  await workbench.screenshot('quick-picks/3-end');
  await choose('What do you want to do with the plan\\?', 'Create in Azure');
  const wizard = wizardOf(workbench);
  await expect(wizard.heading('cpu-quick is ready')).toBeVisible();
  await workbench.screenshot('quick-picks/4-ready');
});
