import * as vscode from 'vscode';
import { webviewPort } from '../../platform/webview-port';
import { webviewFolder, webviewPage } from '../../platform/webview-page';
import type { Say } from '../../messages/say';
import type { WizardSession } from './session';

export const wizardViewType = 'amlSecureCompute.wizard';

export interface WizardPanel {
  reveal(): void;
  isVisible(): boolean;
  onDispose(listener: () => void): void;
}

/** The options a wizard's panel is made with; a restored one gets them again. */
export function panelOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri)] };
}

export function createPanel(extensionUri: vscode.Uri, say: Say): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    wizardViewType,
    say('wizard.title'),
    vscode.ViewColumn.Active,
    panelOptions(extensionUri),
  );
}

export interface PanelContent {
  readonly extensionUri: vscode.Uri;
  readonly say: Say;
  readonly session: WizardSession;
}

/** Puts the page into a panel and joins it to the session; hiding or moving the panel loses only the page. */
export function fillPanel(
  panel: vscode.WebviewPanel,
  { extensionUri, say, session }: PanelContent,
): WizardPanel {
  panel.webview.options = panelOptions(extensionUri);
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'wizard-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'wizard-dark.svg'),
  };
  const detach = session.attach(webviewPort(panel.webview));
  panel.webview.html = webviewPage(panel.webview, extensionUri, say('wizard.title'));
  panel.onDidDispose(detach);
  return {
    reveal: () => panel.reveal(),
    isVisible: () => panel.visible,
    onDispose: (listener) => void panel.onDidDispose(listener),
  };
}
