import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terminalProgram, type TerminalProgram } from '../../support/terminal-program';

/* The released program, with modules of a registry that Bicep restored into the home folder. */

let program: TerminalProgram;
const folder = mkdtempSync(join(tmpdir(), 'restored-'));
const home = join(folder, 'home');

beforeAll(async () => {
  program = await terminalProgram();
  mkdirSync(home);
  writeFileSync(join(folder, 'main.bicep'), main);
}, 60_000);
afterAll(async () => {
  await program.remove();
  rmSync(folder, { recursive: true });
});

const main = `module net 'br/public:network/ours:1.0.0' = { name: 'net', params: { name: 'vnet' } }
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {}
  resource cluster 'computes' = {
    name: 'cpu'
    location: 'westeurope'
    properties: {
      computeType: 'AmlCompute'
      properties: { vmSize: 'Standard_DS3_v2', enableNodePublicIp: true, scaleSettings: { maxNodeCount: 4 }, subnet: { id: net.outputs.subnetId } }
    }
  }
}
`;

const network = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { name: { type: 'string' } },
  resources: [
    {
      type: 'Microsoft.Network/virtualNetworks',
      apiVersion: '2024-05-01',
      name: "[parameters('name')]",
      location: 'westeurope',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        subnets: [{ name: 'snet', properties: { addressPrefix: '10.0.2.0/24' } }],
      },
    },
  ],
  outputs: {
    subnetId: {
      type: 'string',
      value: "[resourceId('Microsoft.Network/virtualNetworks/subnets', parameters('name'), 'snet')]",
    },
  },
};

const ran = (command: string) =>
  program.run([command, 'main.bicep'], {
    cwd: folder,
    env: { HOME: home, USERPROFILE: home, LC_ALL: 'en_US.UTF-8' },
  });

describe('a module of a registry', () => {
  test('that isn’t restored is reported as missing', async () => {
    const [check, resolve] = [await ran('check'), await ran('resolve')];
    expect(check).toMatchObject({ code: 1 });
    expect(check.out).toContain('isn’t in Bicep’s cache. Run bicep restore.');
    expect(check.out).toContain("no file declares subnet deployments/net.outputs.subnetId of 'cpu'");
    expect(resolve).toMatchObject({ code: 3 });
    expect(resolve.error).toContain('isn’t in Bicep’s cache. Run bicep restore.');
  });

  test('that is restored is read from the cache in the home folder', async () => {
    const cache = join(home, '.bicep/br/mcr.microsoft.com/bicep$network$ours/1.0.0$');
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'main.json'), JSON.stringify(network));
    const [check, resolve] = [await ran('check'), await ran('resolve')];
    expect(check.out).toContain('2 files, 1 subnet · ');
    expect(check.out).not.toContain('module missing');
    expect(resolve).toMatchObject({ code: 0 });
    expect(resolve.out).toContain('10.0.2.0/24');
  });
});
