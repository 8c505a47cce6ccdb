import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/places.mjs';
import { fileStatus } from '../support/file-status';
import { openFile } from '../support/open-file';
import { expect, test } from '../support/workbench';

const compute = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
  properties: {}
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu-cluster'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-ml', 'training') } }
  }
}
`;

test.use({
  workspace: 'modules/project',
  userSettings: {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  },
});

test('in VS Code’s restricted mode a registry’s modules stay unread, and are read once the workspace is trusted', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const config = join(folder, 'bicepconfig.json');
  const said = JSON.parse(readFileSync(config, 'utf8')) as object;
  const cacheRootDirectory = join(root, 'test', 'fixtures', 'modules', 'cache');
  writeFileSync(config, JSON.stringify({ ...said, cacheRootDirectory }));
  const file = join(folder, 'network.bicep');
  writeFileSync(file, readFileSync(file, 'utf8') + compute);
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /1 unknown\b/)).toBeVisible();
  await workbench.screenshot('restricted-mode');
  await page
    .getByRole('button', { name: /^Restricted Mode/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Trust', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Restricted Mode/ })).toHaveCount(0);
  // The page of trust lies over the file.
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
});
