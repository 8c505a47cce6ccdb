import * as vscode from 'vscode';
import type { CallError } from '../../../contract/call-error';
import type { Handlers } from '../../../contract/channel';
import { changesChannel, type ChangesChannel, type ChangesPreview } from '../../../contract/changes-preview';
import { serveChannel } from '../../../contract/serve-channel';
import type { Say } from '../../../messages/say';
import { webviewFolder, webviewPage } from '../../../platform/webview-page';
import { webviewPort } from '../../../platform/webview-port';

/** The panel next to the diff. */
export interface PreviewPanel extends vscode.Disposable {
  show(view: ChangesPreview): void;
}

interface PanelOptions {
  readonly say: Say;
  readonly extensionUri: vscode.Uri;
  readonly handlers: Handlers<ChangesChannel>;
  /** Called when the page is shown. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Opens the panel next to the active editor. Its page takes the focus. */
export function openPreviewPanel({
  say,
  extensionUri,
  handlers,
  onOpen,
  onClose,
}: PanelOptions): PreviewPanel {
  const title = say('diff.panel');
  const panel = vscode.window.createWebviewPanel(
    'amlSecureCompute.changesPreview',
    title,
    vscode.ViewColumn.Beside,
    { enableScripts: true, localResourceRoots: [webviewFolder(extensionUri)] },
  );
  const icon = (file: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', file);
  panel.iconPath = { light: icon('wizard-light.svg'), dark: icon('wizard-dark.svg') };
  let view: ChangesPreview | undefined;
  const host = serveChannel({
    channel: changesChannel,
    port: webviewPort(panel.webview),
    handlers,
    toProblem: (): CallError => ({ code: 'bug', message: say('diff.notTested'), retryable: true }),
    onHello: () => {
      onOpen();
      if (view) host.emit('previewChanged', view);
    },
  });
  panel.webview.html = webviewPage(panel.webview, extensionUri, { title, script: 'changes-preview' });
  panel.onDidDispose(() => {
    host.dispose();
    onClose();
  });
  return {
    show(next) {
      view = next;
      host.emit('previewChanged', next);
    },
    dispose: () => panel.dispose(),
  };
}
