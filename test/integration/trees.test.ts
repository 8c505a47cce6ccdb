import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Readiness } from '../../src/contract/wizard/readiness';
import type { OpenRequest } from '../../src/contract/wizard/open-request';
import type { FixPreview } from '../../src/contract/wizard/fix-preview';
import { toTreeItem } from '../../src/features/trees/view/to-tree-item';
import type { TreeNode } from '../../src/features/trees/model/node';
import { researchSubscription, sampleSubnetId, sampleWorkspaceId } from '../../src/sandbox/sample/names';
import { openWizardPage, type WizardPage } from './wizard-page';

const configuration = (): vscode.WorkspaceConfiguration =>
  vscode.workspace.getConfiguration('amlSecureCompute');

const node: TreeNode = {
  id: 'compute x',
  target: { is: 'compute', subscriptionId: 's', workspaceId: '/w', kind: 'cluster', name: 'cpu-train' },
  label: 'cpu-train',
  description: 'cluster, 3 of 8 nodes, 2 errors',
  icon: 'error',
  tooltip: '**cpu-train**',
  spoken: 'cpu-train, cluster, 3 of 8 nodes, 2 errors',
  expand: 'closed',
  can: ['check', 'fix'],
};

describe('an item of a tree', () => {
  it('has a label, description, icon, and text for screen readers', () => {
    const item = toTreeItem(node);
    assert.equal(item.label, 'cpu-train');
    assert.equal(item.description, 'cluster, 3 of 8 nodes, 2 errors');
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'error');
    assert.equal(item.accessibilityInformation?.label, node.spoken);
    assert.equal(item.contextValue, ';compute;check;fix;');
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.equal(item.command, undefined);
  });

  it('that shows more items is a command', () => {
    const target = { is: 'more', parentId: 'subscription s', tree: 'networks' } as const;
    const item = toTreeItem({ ...node, target, icon: 'more', expand: 'leaf', can: [] });
    assert.equal(item.command?.command, 'amlSecureCompute.trees.showMore');
  });

  it('for a failed read or an expired sign-in leads to the next step when selected', () => {
    const unread = toTreeItem({ ...node, target: { is: 'unread', tree: 'compute' } });
    assert.equal(unread.command?.command, 'amlSecureCompute.trees.whyUnread');
    const ended = toTreeItem({ ...node, target: { is: 'sign-in', action: 'signInAgain' } });
    assert.equal(ended.command?.command, 'amlSecureCompute.trees.helpSignIn');
  });
});

describe('the side bar over the sample', () => {
  let page: WizardPage;

  before(async () => {
    await configuration().update('account.source', 'sample', vscode.ConfigurationTarget.Global);
    page = await openWizardPage();
  });

  after(async () => {
    await page.close();
    await configuration().update('account.source', undefined, vscode.ConfigurationTarget.Global);
  });

  it('has both views', async () => {
    await vscode.commands.executeCommand('amlSecureCompute.compute.focus');
    await vscode.commands.executeCommand('amlSecureCompute.networks.focus');
    await vscode.commands.executeCommand('amlSecureCompute.trees.refresh');
  });

  it('ignores items that it didn’t create', async () => {
    await vscode.commands.executeCommand('amlSecureCompute.compute.delete', node);
    await vscode.commands.executeCommand('amlSecureCompute.trees.fix', { anything: 'else' });
    await vscode.commands.executeCommand('amlSecureCompute.trees.copyId');
  });

  it('shows a requested compute resource, and ignores any other argument', async () => {
    const compute = { workspaceId: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'), name: 'cpu-train' };
    await vscode.commands.executeCommand('amlSecureCompute.compute.reveal', compute);
    await vscode.commands.executeCommand('amlSecureCompute.compute.reveal', { name: 7 });
  });

  it('opens the wizard at a fix by its command', async () => {
    const request: OpenRequest = {
      subscription: researchSubscription.id,
      workspace: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'),
      kind: 'cluster',
      publicIp: false,
      subnet: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-scoring'),
      show: { is: 'fix', requirements: ['outbound-batch-443'] },
    };
    await vscode.commands.executeCommand('amlSecureCompute.wizard.open', request);
    await page.until('Readiness', () =>
      (page.last('readinessChanged') as Readiness).title.includes('snet-scoring'),
    );
    await page.until('the preview', () => (page.last('previewChanged') as FixPreview | null) !== null);
    await page.call('closeFix', {});
  });

  it('opens the wizard without a request if the argument isn’t valid', async () => {
    await vscode.commands.executeCommand('amlSecureCompute.wizard.open', { subscription: 7 });
    assert.equal(page.panel.visible, true);
  });
});
