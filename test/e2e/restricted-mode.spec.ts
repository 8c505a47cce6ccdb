import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/places.mjs';
import { openFile } from '../support/open-file';
import { openWindow, startServer } from '../support/vscode-window';
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

test('what a workspace that is not trusted leaves unread is read once it is trusted', async ({ browser }) => {
  // Of its own: the servers of other journeys ask nobody whom they trust.
  const trust = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
  };
  const server = await startServer('dark', {}, trust);
  const window = await openWindow({ browser, url: server.url, workspace: 'modules/project' });
  const { page, folder } = window;
  try {
    const config = join(folder, 'bicepconfig.json');
    const said = JSON.parse(readFileSync(config, 'utf8')) as object;
    const cacheRootDirectory = join(root, 'test', 'fixtures', 'modules', 'cache');
    writeFileSync(config, JSON.stringify({ ...said, cacheRootDirectory }));
    const file = join(folder, 'network.bicep');
    writeFileSync(file, readFileSync(file, 'utf8') + compute);
    await openFile(page, 'network.bicep');
    const toFix = page.getByRole('button', { name: /^AML network: \d+ to fix/ });
    await expect(page.getByRole('button', { name: 'AML network: 1 unknown' })).toBeVisible();
    await window.screenshot('restricted-mode');
    await page
      .getByRole('button', { name: /^Restricted Mode/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Trust', exact: true }).click();
    // The page of trust lies over the file until it is closed.
    const backInFile = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await openFile(page, 'network.bicep');
      await expect(toFix).toBeVisible({ timeout: 5000 });
    };
    await expect(backInFile).toPass({ timeout: 60_000 });
  } finally {
    await window.close();
    await server.stop();
  }
});
