import * as vscode from 'vscode';
import type { Port } from '../../contract/channel';
import type { Say } from '../../messages/say';
import { webviewFolder, webviewPage } from '../../platform/webview-page';
import { webviewPort } from '../../platform/webview-port';

export const wizardViewType = 'amlSecureCompute.wizard';

/** The wizard's tab: its page is being loaded, and may be talked to. */
export interface WizardPanel {
  readonly port: Port;
  reveal(): void;
  /**
   * The page has the focus again after VS Code's own dialog. VS Code gives it to a frame around the page, and passes it
   * on where it saw the page without: it looks four times a second, and a quick key is faster.
   */
  focusAgain(): void;
  isVisible(): boolean;
  /** Its tab was brought to the front, or put behind another. */
  onVisible(listener: () => void): void;
  onDispose(listener: () => void): void;
}

export function createPanel(say: Say): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(wizardViewType, say('wizard.title'), vscode.ViewColumn.Active);
}

/** Puts the page into a panel, a new one or one that VS Code kept over a reload. */
export function fillPanel(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, say: Say): WizardPanel {
  const icon = (file: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', file);
  panel.webview.options = { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri)] };
  panel.iconPath = { light: icon('wizard-light.svg'), dark: icon('wizard-dark.svg') };
  let isOpen = true;
  panel.onDidDispose(() => {
    isOpen = false;
  });
  const port = webviewPort(panel.webview);
  panel.webview.html = webviewPage(panel.webview, extensionUri, {
    title: say('wizard.title'),
    script: 'main',
  });
  return {
    port,
    reveal: () => panel.reveal(),
    focusAgain: () => {
      if (isOpen && panel.active) panel.reveal();
    },
    isVisible: () => isOpen && panel.visible,
    onVisible: (listener) => void panel.onDidChangeViewState(listener),
    onDispose: (listener) => void panel.onDidDispose(listener),
  };
}
