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
  /** Text for screen readers while the script loads. The page then shows an outline of its sections. */
  readonly loading?: string;
}

/** Headers of five sections of 33 pixels each. A picture needs neither a file of styles nor an inline style. */
const outline = Array.from({ length: 5 }, (_, i) => {
  const y = 33 * i;
  return `<rect x="12" y="${y + 12}" width="72" height="8" rx="4"/><rect y="${y + 32}" width="100%" height="1"/>`;
}).join('');

/**
 * Returns the page's HTML: one script and one policy. The script renders the content, and removes the outline.
 * Styles come after the outline, because they delay what follows them.
 */
export function webviewPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { title, script, loading }: Page,
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
</head>
<body>
${loading === undefined ? '' : `<svg id="loading" role="img" aria-label="${loading}" width="100%" height="165" fill="currentColor" fill-opacity="0.15">${outline}</svg>`}
<link rel="stylesheet" href="${address('codicon.css')}" id="vscode-codicon-stylesheet">
<link rel="stylesheet" href="${address(`${script}.css`)}">
<script type="module" nonce="${nonce}" src="${address(`${script}.js`)}"></script>
</body>
</html>`;
}
