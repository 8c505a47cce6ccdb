import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pagePolicy } from './page-policy';

/** Returns the folder from which a page can load files. A panel's `localResourceRoots` contains only this folder. */
export function webviewFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

interface Page {
  readonly title: string;
  /** File name of its script and its styles, without an extension. */
  readonly script: string;
}

/** Returns the page's HTML: one script and one policy. The script renders the content. */
export function webviewPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { title, script }: Page,
): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(webviewFolder(extensionUri), file)).toString();
  const policy = pagePolicy(webview.cspSource, nonce);
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${address('codicon.css')}" id="vscode-codicon-stylesheet">
<link rel="stylesheet" href="${address(`${script}.css`)}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${address(`${script}.js`)}"></script>
</body>
</html>`;
}
