import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extensionId = 'aml-secure-compute.aml-secure-compute';

describe('activation', () => {
  it('does not happen before it is asked for', () => {
    assert.equal(vscode.extensions.getExtension(extensionId)?.isActive, false);
  });

  it('opens the wizard by its command, in one tab', async () => {
    await vscode.commands.executeCommand('amlSecureCompute.wizard.open');
    const labels = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
    assert.deepEqual(labels, ['Create secured AML compute']);
  });
});
