import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '../../scripts/places.mjs';
import { fileStatus } from '../support/file-status';
import { openFile } from '../support/open-file';
import { writeSettings } from '../support/vscode-window';
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

/** Creates a folder in which every file and setting contains one address, or would run a program that leaves a mark. */
function hostileFolder(folder: string, address: string, mark: string): void {
  writeSettings(folder, {
    'amlSecureCompute.agents.offer': 'mcpServer',
    'amlSecureCompute.account.source': 'azureCli',
    'amlSecureCompute.account.cloud': 'custom',
    'amlSecureCompute.account.endpoint': `http://${address}/`,
    'amlSecureCompute.serviceTags.file': `http://${address}/tags.json`,
    'amlSecureCompute.files.readExisting': 'always',
    'editor.codeActionsOnSave': { 'source.fixAll': 'always' },
  });
  const run = `touch ${mark}`;
  writeFileSync(
    join(folder, 'aml-secure-compute.yml'),
    `# yaml-language-server: $schema=http://${address}/schema.json\nregion: westeurope\n`,
  );
  writeFileSync(
    join(folder, 'main.tf'),
    `terraform {
  backend "http" { address = "http://${address}/state" }
}
data "external" "run" { program = ["sh", "-c", "${run}"] }
data "http" "get" { url = "http://${address}/get" }
module "network" { source = "http://${address}/module.zip" }
resource "null_resource" "run" {
  provisioner "local-exec" { command = "${run}" }
}
resource "azurerm_machine_learning_compute_cluster" "cpu" {
  name               = "cpu-cluster"
  subnet_resource_id = module.network.subnet_id
}
`,
  );
}

test('in VS Code’s Restricted Mode, modules of a registry aren’t read, nothing of the folder runs or sends something, and modules are read once the workspace is trusted', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  const asked: string[] = [];
  const listener = createServer((socket) => void asked.push(String(socket.remotePort))).listen(
    0,
    '127.0.0.1',
  );
  await once(listener, 'listening');
  const mark = join(folder, '..', 'mark');
  hostileFolder(folder, `127.0.0.1:${String((listener.address() as AddressInfo).port)}`, mark);
  await openFile(page, 'main.tf');
  await expect(fileStatus(page, /\d+ (?:unknown|warnings?|errors?)\b/)).toBeVisible();
  await openFile(page, 'aml-secure-compute.yml');
  const config = join(folder, 'bicepconfig.json');
  const overrides = JSON.parse(readFileSync(config, 'utf8')) as object;
  const cacheRootDirectory = join(root, 'test', 'fixtures', 'modules', 'cache');
  writeFileSync(config, JSON.stringify({ ...overrides, cacheRootDirectory }));
  const file = join(folder, 'network.bicep');
  writeFileSync(file, readFileSync(file, 'utf8') + compute);
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /1 unknown\b/)).toBeVisible();
  await workbench.screenshot('restricted-mode');
  // Any request would have been sent during the checks.
  expect(asked).toEqual([]);
  expect(existsSync(mark)).toBe(false);
  listener.close();
  // The settings are for a folder that isn't trusted.
  writeSettings(folder, { 'editor.fontSize': 14 });
  await page
    .getByRole('button', { name: /^Restricted Mode/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Trust', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Restricted Mode/ })).toHaveCount(0);
  // The trust page covers the file.
  await openFile(page, 'network.bicep');
  await expect(fileStatus(page, /\d+ errors?/)).toBeVisible();
});
