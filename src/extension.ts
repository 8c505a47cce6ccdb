import * as vscode from 'vscode';
import { openedByLaunch } from './platform/launch';
import { webviewFolder, webviewPage } from './platform/webview-page';

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('amlSecureCompute.wizard.open', () => openWizard(context.extensionUri)),
  );
  if (openedByLaunch(process.env)) openWizard(context.extensionUri);
}

function openWizard(extensionUri: vscode.Uri): void {
  const title = 'Create secured AML compute';
  const panel = vscode.window.createWebviewPanel('amlSecureCompute.wizard', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [webviewFolder(extensionUri)],
  });
  panel.webview.html = webviewPage(panel.webview, extensionUri, title);
}
