import * as assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { shownDiagnostics, until } from './shown-diagnostics';
import { replace } from './wizard-page';

const { Error, Hint } = vscode.DiagnosticSeverity;
const choose = 'amlSecureCompute.files.chooseParameters';

/** Two folders of one workspace, `app` with a module in `shared`, as in a user's window. */
describe('files in two folders', () => {
  const folderOf = (name: string): vscode.Uri => {
    const found = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
    assert.ok(found, `no folder ${name}`);
    return found.uri;
  };
  const file = (folder: string, name: string): vscode.Uri => vscode.Uri.joinPath(folderOf(folder), name);
  const main = (): vscode.Uri => file('app', 'main.bicep');
  const network = (): vscode.Uri => file('shared', 'network.bicep');
  const copies = (): string => join(folderOf('app').fsPath, '..', 'copies');

  before(() => {
    for (const name of ['app', 'shared']) {
      cpSync(folderOf(name).fsPath, join(copies(), name), { recursive: true });
    }
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(
      'what was found to go',
      () => shownDiagnostics(network()).length === 0 && shownDiagnostics(main()).length === 0,
    );
    for (const name of ['app', 'shared']) {
      // The folder itself stays, since a deleted folder is no longer watched.
      for (const entry of readdirSync(folderOf(name).fsPath)) {
        rmSync(join(folderOf(name).fsPath, entry), { recursive: true });
      }
      cpSync(join(copies(), name), folderOf(name).fsPath, { recursive: true });
    }
  });

  it('a module of the other folder is checked with the values of the parameter file and the root’s settings', async () => {
    await open(main());
    // In `app` this check is a warning, and so one of the cause's flows; in `shared` it's a hint, which is apart.
    await until('the blocked flows', () => severityOf(network(), 'nsg-rule-blocks') === Error);
    assert.equal(severityOf(network(), 'outbound-aml-udp-5831'), undefined);
  });

  it('a module that is opened alone is checked with its own folder’s settings and unknown parameters', async () => {
    await open(network());
    await until('the unknown result', () =>
      shownDiagnostics(network()).some((one) => /parameter lastRule/i.test(one.message)),
    );
    assert.equal(severityOf(network(), 'nsg-rule-blocks'), undefined);
    writeFileSync(
      file('shared', 'net.bicepparam').fsPath,
      "using 'network.bicep'\nparam lastRule = 'Deny'\n",
    );
    await until('the values of a new file', () => severityOf(network(), 'outbound-aml-udp-5831') === Hint);
  });

  it('the Problems view shows the name of a rule as plain text: in full, and without a link', async () => {
    const text = readFileSync(network().fsPath, 'utf8');
    // In Bicep notation: a right-to-left override, an address, and two Hebrew letters.
    const name = 'Last\\u{202E} www.evil.example \\u{5D0}\\u{5D1}';
    writeFileSync(network().fsPath, text.replace("'Last'", `'${name}'`));
    await open(main());
    const messages = (): readonly string[] => shownDiagnostics(network()).map(({ message }) => message);
    await until('the blocked flow', () => messages().some((one) => one.includes('evil.example')));
    const shown = '\u2068Last\\u202e www\u200b.evil.example \u05d0\u05d1\u2069';
    for (const one of messages()) {
      assert.equal(one.includes('evil.example'), one.includes(shown), one);
      assert.doesNotMatch(one, /\u202e/);
    }
  });

  it('unsaved values count, and so do values that are saved again', async () => {
    await open(main());
    await until('the blocked flow', () => severityOf(network(), 'nsg-rule-blocks') === Error);
    const values = await open(file('app', 'closed.bicepparam'));
    await replaceIn(values, 'Deny', 'Allow');
    assert.equal(values.isDirty, true);
    await until('nothing to fix', () => errors(network()) === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the blocked flow', () => errors(network()) > 0);
  });

  it('a parameter file that is opened alone shows the results of its template', async () => {
    await open(file('app', 'closed.bicepparam'));
    await until('the blocked flow', () => severityOf(network(), 'nsg-rule-blocks') === Error);
  });

  it('none of several parameter files is used until the user chooses one, and the choice is kept', async () => {
    writeFileSync(file('app', 'open.bicepparam').fsPath, "using 'main.bicep'\nparam lastRule = 'Allow'\n");
    await open(main());
    await until('the unknown result', () =>
      shownDiagnostics(network()).some((one) => /parameter lastRule/i.test(one.message)),
    );

    let labels: readonly string[] = [];
    const answer = (want: RegExp) => (given: unknown) => {
      const lines = given as readonly vscode.QuickPickItem[];
      labels = lines.map(
        ({ label, description }) => `${label}${description === undefined ? '' : ` (${description})`}`,
      );
      return Promise.resolve(lines.find(({ label }) => want.test(label)));
    };
    const ask = async (want: RegExp): Promise<void> => {
      const undo = replace(
        vscode.window,
        'showQuickPick',
        answer(want) as typeof vscode.window.showQuickPick,
      );
      await vscode.commands.executeCommand(choose);
      undo();
    };
    await ask(/open\.bicepparam$/);
    assert.deepEqual(labels, [
      'app/closed.bicepparam',
      'app/open.bicepparam',
      'No parameter file (used)',
      'Another file…',
    ]);
    await until('nothing to fix', () =>
      shownDiagnostics(network()).every((one) => !/parameter lastRule/i.test(one.message)),
    );
    assert.equal(errors(network()), 0);

    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no diagnostics', () => shownDiagnostics(network()).length === 0);
    await open(main());
    await until('the hints of the chosen values', () => shownDiagnostics(network()).length > 0);
    assert.equal(errors(network()), 0);
    await ask(/closed\.bicepparam$/);
    assert.equal(labels[1], 'app/open.bicepparam (used)');
    await until('the blocked flow', () => errors(network()) > 0);
    await ask(/^No parameter file/);
    await until('the unknown result', () =>
      shownDiagnostics(network()).some((one) => /parameter lastRule/i.test(one.message)),
    );
    // The choice persists after the test.
    await ask(/closed\.bicepparam$/);
  });

  it('modules and parameter files that change on disk are checked again, in both folders', async () => {
    await open(main());
    await until('the blocked flow', () => errors(network()) > 0);
    writeFileSync(file('app', 'closed.bicepparam').fsPath, "using 'main.bicep'\nparam lastRule = 'Allow'\n");
    await until('nothing to fix', () => errors(network()) === 0);
    const text = Buffer.from(await vscode.workspace.fs.readFile(network())).toString('utf8');
    writeFileSync(network().fsPath, text.replace('access: lastRule', "access: 'Deny'"));
    await until('the blocked flow', () => errors(network()) > 0);
  });

  it('a subnet that only shares an NSG with a used one is checked if the setting enables it', async () => {
    const sharing = file('app', 'sharing.bicep');
    writeFileSync(sharing.fsPath, sharedGroup);
    await open(sharing);
    const isReported = (subnets: string): boolean =>
      shownDiagnostics(sharing).some(
        ({ message, severity }) =>
          severity === Error && message.startsWith(`Rule 100 'deny' blocks 1 flow ${subnets}`),
      );
    await until('the used subnet', () => isReported("that 'cpu' needs"));
    const settings = vscode.workspace.getConfiguration('amlSecureCompute.files', sharing);
    await settings.update('allSubnets', true, vscode.ConfigurationTarget.WorkspaceFolder);
    await until('the other subnet', () => isReported('of 2 subnets'));
    await settings.update('allSubnets', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await until('the other subnet to go', () => isReported("that 'cpu' needs"));
    // A file that is deleted while it's open would stay.
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no diagnostics', () => shownDiagnostics(sharing).length === 0);
  });

  it('a root that is moved, renamed, or deleted leaves no diagnostics', async () => {
    await open(main());
    await until('the blocked flow', () => errors(network()) > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no diagnostics', () => shownDiagnostics(network()).length === 0);

    mkdirSync(join(folderOf('app').fsPath, 'old'));
    await vscode.workspace.fs.copy(network(), file('app', 'old/network.bicep'));
    await vscode.commands.executeCommand('amlSecureCompute.files.check');
    await until(
      'the copy to have diagnostics',
      () => shownDiagnostics(file('app', 'old/network.bicep')).length > 0,
    );
    renameSync(file('app', 'old').fsPath, file('app', 'new').fsPath);
    await until('the moved one to go', () => shownDiagnostics(file('app', 'old/network.bicep')).length === 0);
    rmSync(main().fsPath);
    rmSync(network().fsPath);
    await until('the deleted ones to go', () => shownDiagnostics(network()).length === 0);
  });
});

/** An NSG that denies Azure ML and belongs to two subnets, one of which a cluster uses. */
const sharedGroup = `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'deny'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRange: '443'
        }
      }
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      { name: 'train', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }
      { name: 'other', properties: { addressPrefix: '10.0.2.0/24', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = { name: 'mlw' }
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { enableNodePublicIp: true, subnet: { id: vnet.properties.subnets[0].id } }
  }
}
`;

/** Opens the file as a user does. A document that an extension opens stays for minutes after its tab is closed. */
async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.toString(), uri.toString());
  assert.ok(document);
  return document;
}

async function replaceIn(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function errors(uri: vscode.Uri): number {
  return shownDiagnostics(uri).filter(({ severity }) => severity === Error).length;
}

function severityOf(uri: vscode.Uri, id: string): vscode.DiagnosticSeverity | undefined {
  return shownDiagnostics(uri).find(({ code }) => (typeof code === 'object' ? code.value : code) === id)
    ?.severity;
}
