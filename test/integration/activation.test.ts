import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openWizardPage, replace, wizardTabs } from './wizard-page';

const extensionId = 'aml-secure-compute.aml-secure-compute';

/** Loaded files of this extension in the extension host, by name. */
function loadedChunks(): readonly string[] {
  return Object.keys(require.cache).filter((file) => /[/\\]dist[/\\]/.test(file));
}

describe('activation', () => {
  it('loads neither the clients of Azure nor the sample', async () => {
    await vscode.extensions.getExtension(extensionId)?.activate();
    assert.ok(loadedChunks().some((file) => file.endsWith('extension.js')));
    const chunks = loadedChunks().filter((file) => file.includes('chunks'));
    assert.deepEqual(
      chunks.filter((file) => /connect|sample|session|arm-/.test(file)),
      [],
    );
  });

  it('exports nothing', () => {
    assert.equal(vscode.extensions.getExtension(extensionId)?.exports, undefined);
  });

  it('registers every command of the manifest', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const all = await vscode.commands.getCommands(true);
    for (const { command } of manifest.contributes.commands) assert.ok(all.includes(command), command);
  });
});

describe('the wizard’s tab', () => {
  it('opens by its command, once per window', async () => {
    const page = await openWizardPage();
    assert.equal(wizardTabs().length, 1);
    const made = replace(vscode.window, 'createWebviewPanel', () => assert.fail('a second panel'));
    await vscode.commands.executeCommand('amlSecureCompute.wizard.open');
    made();
    assert.equal(wizardTabs().length, 1);
    await page.close();
  });

  it('is revealed by the second command, from behind another tab', async () => {
    const page = await openWizardPage();
    const document = await vscode.workspace.openTextDocument({ content: 'in front' });
    await vscode.window.showTextDocument(document);
    await page.until('it to be behind', () => !page.panel.visible);
    await vscode.commands.executeCommand('amlSecureCompute.wizard.open');
    await page.until('it to be in front', () => page.panel.visible);
    await page.close();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('opens again after it was closed, with the same plan', async () => {
    const first = await openWizardPage();
    await first.call('changeSize', { name: 'cpu-kept' });
    await first.close();
    const second = await openWizardPage();
    const plan = second.last('planChanged') as { size: { name: string } };
    assert.equal(plan.size.name, 'cpu-kept');
    await second.close();
  });

  it('has a page with one script, one content security policy, and nothing inline', async () => {
    const { panel, close } = await openWizardPage();
    const { html, options, cspSource } = panel.webview;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const nonce = /script-src 'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy)?.[1] ?? '';
    assert.notEqual(nonce, '');
    assert.deepEqual(policy.split('; '), [
      `default-src 'none'`,
      `style-src ${cspSource}`,
      `font-src ${cspSource}`,
      `script-src 'nonce-${nonce}'`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ]);
    const scripts = [...html.matchAll(/<script\b[^>]*>[^<]*/g)].map((one) => one[0]);
    assert.equal(scripts.length, 1);
    assert.match(scripts[0] ?? '', new RegExp(`nonce="${nonce.replace(/[+/]/g, '\\$&')}".*>$`));
    assert.doesNotMatch(html, /\son\w+=|<style|javascript:|style="/);
    assert.match(html, /<svg id="loading" role="img" aria-label="Reading your plan…"/);
    assert.equal(options.enableScripts, true);
    assert.deepEqual(
      options.localResourceRoots?.map((one) => one.path.split('/').slice(-2).join('/')),
      ['dist/webview'],
    );
    await close();
  });

  it('gets a new nonce each time', async () => {
    const nonces: (string | undefined)[] = [];
    for (let count = 0; count < 2; count += 1) {
      const { panel, close } = await openWizardPage();
      nonces.push(/nonce="([^"]+)"/.exec(panel.webview.html)?.[1]);
      await close();
    }
    assert.notEqual(nonces[0], nonces[1]);
  });
});
