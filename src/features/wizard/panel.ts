import * as vscode from 'vscode';
import type { Port } from '../../contract/channel';
import type { Say } from '../../messages/say';
import { webviewFolder, webviewPage } from '../../platform/webview-page';
import { webviewPort } from '../../platform/webview-port';

export const wizardViewType = 'amlSecureCompute.wizard';

/** The wizard's tab. Its page is loading, and can receive messages. */
export interface WizardPanel {
  readonly port: Port;
  reveal(): void;
  /**
   * Returns the focus to the page after a dialog of VS Code.
   * VS Code focuses a frame around the page, and passes the focus on when it detects that the page has lost it. It
   * checks four times a second, and a quick key press is faster.
   */
  focusAgain(): void;
  isVisible(): boolean;
  /** Subscribes to changes of the tab's visibility. */
  onVisible(listener: () => void): void;
  onDispose(listener: () => void): void;
}

export function createPanel(say: Say): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(wizardViewType, say('wizard.title'), vscode.ViewColumn.Active);
}

/** Loads the page into a panel, either a new one or one that VS Code restored after a reload. */
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
    loading: say('wizard.loading'),
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
