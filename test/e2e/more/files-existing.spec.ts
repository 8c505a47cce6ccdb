import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { researchSubscription } from '../../../src/sandbox/sample/names';
import { fileStatus, openProblems } from '../../support/file-status';
import { openFile } from '../../support/open-file';
import { actionAt } from '../../support/quick-fixes';
import { expect, test } from '../../support/workbench';

test.use({ workspace: 'files' });

/** A cluster in a subnet of a network that no file declares. */
const text = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet-ml-prod-weu'
  scope: resourceGroup('rg-network-prod')
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = {
  name: 'mlw-fraud-prod'
}
resource training 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'train'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: {
      vmSize: 'STANDARD_DS3_V2'
      enableNodePublicIp: false
      scaleSettings: { minNodeCount: 0, maxNodeCount: 2 }
      subnet: { id: '\${vnet.id}/subnets/snet-training' }
    }
  }
}
`;

test('a subnet of an existing network is read from Azure on request, and its blocked flows are reported in the file', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  writeFileSync(join(folder, 'train.bicep'), text);
  await openFile(page, 'train.bicep');
  await openProblems(page, /1 unknown\b/);
  const problems = page.locator('.markers-panel');
  await expect(problems.getByText(/^Unknown: no file declares subnet .+ of 'train'/).first()).toBeVisible();

  const read = await actionAt(workbench, 'Read existing resources from Azure', 'snet-training');
  await workbench.screenshot('files-existing/1-offered');
  await read.click();
  const question = page.locator('.quick-input-widget');
  await expect(question.getByText('Which subscription is train.bicep deployed to?')).toBeVisible();
  await question.locator('.monaco-list-row', { hasText: researchSubscription.name }).first().click();
  await expect(question.getByText('Which resource group is train.bicep deployed to?')).toBeVisible();
  await question.locator('.monaco-list-row', { hasText: 'rg-ml-prod' }).first().click();

  const blocked = /^Rule 4096 'Deny-All' blocks \d+ flows that 'train' needs\. .* Subnet read from Azure at/;
  await expect(problems.getByText(blocked).first()).toBeVisible();
  const status = fileStatus(page, /\d+ errors?/);
  await status.click();
  const tooltip = page
    .locator('.monaco-hover:not(.hidden)')
    .filter({ hasText: 'Read from Azure at' })
    .first();
  await expect(tooltip.getByText(/vnet-ml-prod-weu and mlw-fraud-prod/)).toBeVisible();
  await workbench.screenshot('files-existing/2-read');

  // After the user stops reading from Azure, only the file counts again.
  await tooltip.getByRole('button', { name: 'Stop reading from Azure' }).click();
  await expect(fileStatus(page, /1 unknown\b/)).toBeVisible();
});

test.describe('in Restricted Mode', () => {
  test.use({
    userSettings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
    },
  });

  test('reading from Azure is not offered for files', async ({ workbench }) => {
    const { page, folder } = workbench;
    writeFileSync(join(folder, 'train.bicep'), text);
    await openFile(page, 'train.bicep');
    await fileStatus(page, /1 unknown\b/).click();
    const tooltip = page
      .locator('.monaco-hover:not(.hidden)')
      .filter({ hasText: 'Not in the files' })
      .first();
    await expect(tooltip.getByText(/vnet-ml-prod-weu and mlw-fraud-prod/)).toBeVisible();
    await expect(tooltip.getByRole('button', { name: 'Read existing resources from Azure' })).toHaveCount(0);
    await workbench.screenshot('files-existing/3-restricted');
  });
});
