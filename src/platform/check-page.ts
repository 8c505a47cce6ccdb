import * as vscode from 'vscode';
import type { Say } from '../messages/say';

/** Pages of checks are documents of their own; the manifest has VS Code open such a one rendered, wherever a link leads to it. */
const scheme = 'aml-secure-compute-check';

export function checkPageUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${id}.md` });
}

/** Opens the page of a check as Markdown preview. */
export async function openCheckPage(id: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', checkPageUri(id));
}

export function provideCheckPages(extensionUri: vscode.Uri, say: Say): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => readLinkedPage(extensionUri, say, path),
  });
}

/** The page at a path such as `/README.md`, which pages link to; empty for another path. */
export async function readLinkedPage(extensionUri: vscode.Uri, say: Say, path: string): Promise<string> {
  const name = /^\/([A-Za-z0-9-]+)\.md$/.exec(path)?.[1];
  return name === undefined ? '' : readCheckPage(extensionUri, say, name);
}

/** The page in the person's language, as it ships with the extension; what stands before its title is for programs. */
export async function readCheckPage(
  extensionUri: vscode.Uri,
  { language }: Say,
  id: string,
): Promise<string> {
  const folder = language === 'fr' ? ['docs', 'checks', 'fr'] : ['docs', 'checks'];
  const uri = vscode.Uri.joinPath(extensionUri, ...folder, `${id}.md`);
  const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  return page.replace(/^---\n[^]*?\n---\n\s*/, '');
}
