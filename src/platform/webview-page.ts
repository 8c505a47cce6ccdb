import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { pagePolicy } from './page-policy';

/** The folder that a page may load from; a panel's `localResourceRoots` holds it and nothing else. */
export function webviewFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

interface Page {
  readonly title: string;
  /** Its script and its styles: the name of both files without an ending. */
  readonly script: string;
}

/** The page's frame: one script, one policy. What is on the page is the script's. */
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
