import * as vscode from 'vscode';
import type { Say } from '../messages/say';

/** The page of a check, in the person's language; it ships with the extension. */
export function checkPage(extensionUri: vscode.Uri, { language }: Say, id: string): vscode.Uri {
  const folder = language === 'fr' ? ['docs', 'checks', 'fr'] : ['docs', 'checks'];
  return vscode.Uri.joinPath(extensionUri, ...folder, `${id}.md`);
}

/** Opens the page of a check as Markdown preview. */
export async function openCheckPage(extensionUri: vscode.Uri, say: Say, id: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', checkPage(extensionUri, say, id));
}
