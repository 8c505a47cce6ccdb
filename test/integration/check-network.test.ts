import * as assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { shownDiagnostics, until } from './shown-diagnostics';
import { replace } from './wizard-page';

const check = 'amlSecureCompute.files.checkNetwork';

/** Checks that start from file menus, and the suggestion that comes with them. */
describe('a file that is checked from a menu', () => {
  const made: vscode.Uri[] = [];
  const messages: string[] = [];
  let restore = (): void => undefined;

  function write(name: string, text: string): vscode.Uri {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, name);
    writeFileSync(uri.fsPath, text);
    made.push(uri);
    return uri;
  }

  beforeEach(() => {
    messages.length = 0;
    const show = (message: string): Thenable<undefined> => {
      messages.push(message);
      return Promise.resolve(undefined);
    };
    restore = replace(
      vscode.window,
      'showInformationMessage',
      show as typeof vscode.window.showInformationMessage,
    );
  });

  afterEach(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const uri of made.splice(0)) rmSync(uri.fsPath);
  });

  it('shows its problems, or reports that it doesn’t contain a network', async () => {
    const storage = write(
      'storage-only.bicep',
      "resource a 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {\n  name: 'st'\n}\n",
    );
    const other = write('other.json', '{"name": "package"}');
    await vscode.commands.executeCommand(check, storage, [storage, other]);
    assert.deepEqual(messages, ['1 file checked. No subnet for Azure ML compute was found.']);
    const wrong = write(
      'elsewhere.bicep',
      `resource train 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  name: 'mlw/train'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') } }
  }
}
`,
    );
    await vscode.commands.executeCommand(check, wrong);
    assert.ok(shownDiagnostics(wrong).length > 0);
    assert.equal(messages.length, 1);
  });

  for (const [name, text] of [
    ['nothing.bicep', "param name string = 'a'\n"],
    ['package.json', '{"name": "package"}'],
    ['nothing.parameters.json', '{"contentVersion": "1.0.0.0", "parameters": {"a": {"value": 1}}}'],
    ['nothing.yml', 'name: pipeline\n'],
    ['nothing.tfvars', 'a = 1\n'],
  ] as const) {
    it(`reports that nothing was checked in ${name}`, async () => {
      const uri = write(name, text);
      await vscode.commands.executeCommand(check, uri, [uri]);
      assert.deepEqual(messages, [
        'No Azure resources were found in 1 file, so nothing was checked. Bicep files, ARM templates, and Terraform configurations are checked.',
      ]);
    });
  }

  it('shows the command for a plan of Terraform, which the terminal checks', async () => {
    const plan = { format_version: '1.2', planned_values: { root_module: {} } };
    const uri = write("it's a plan.json", JSON.stringify(plan));
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand(check);
    assert.deepEqual(messages, [
      "1 file is a Terraform plan or state, which VS Code doesn’t check. Check the folder of the configuration, or run in a terminal: npx aml-secure-compute check 'it'\\''s a plan.json'",
    ]);
  });

  it('has the values of the parameter file that is checked', async () => {
    const template = write(
      'opened.bicep',
      `param access string
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [{ name: 'snet-training', properties: { addressPrefix: '10.40.4.0/24', networkSecurityGroup: { id: nsg.id } } }]
  }
}
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'Out'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: access
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}
resource train 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  name: 'mlw/train'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet-training') } }
  }
}
`,
    );
    const values = (name: string, access: string): vscode.Uri =>
      write(name, `using './opened.bicep'\nparam access = '${access}'\n`);
    const blocked = (): readonly string[] =>
      shownDiagnostics(template)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
        .map(({ message }) => message)
        .filter((one) => one.includes('Out'));
    const [allows, denies] = [values('allows.bicepparam', 'Allow'), values('denies.bicepparam', 'Deny')];
    await vscode.commands.executeCommand(check, allows);
    assert.deepEqual(blocked(), []);
    await vscode.commands.executeCommand(check, denies);
    assert.ok(blocked().length > 0);
  });

  it('suggests the Bicep extension once, and not in the sample', async () => {
    const suggestions = (): number => messages.filter((one) => one.includes('Bicep extension')).length;
    const settings = vscode.workspace.getConfiguration('amlSecureCompute.account');
    const file = write('suggested.bicep', 'param first string\n');
    const open = async (): Promise<void> => {
      await vscode.commands.executeCommand('vscode.open', file);
      await vscode.commands.executeCommand(check, file);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    };
    const from = (source: string | undefined): Thenable<void> =>
      settings.update('source', source, vscode.ConfigurationTarget.Global);
    const before = settings.inspect<string>('source')?.globalValue;
    try {
      await from('sample');
      await open();
      assert.equal(suggestions(), 0);
      await from('azureCli');
      await open();
      await until('the suggestion', () => suggestions() === 1);
      await open();
      assert.equal(suggestions(), 1);
    } finally {
      await from(before);
    }
  });
});
