import * as vscode from 'vscode';
import type { Say } from '../messages/say';

/** Opens the page of a check, in the person's language, as Markdown preview; it ships with the extension. */
export async function openCheckPage(extensionUri: vscode.Uri, { language }: Say, id: string): Promise<void> {
  const folder = language === 'fr' ? ['docs', 'checks', 'fr'] : ['docs', 'checks'];
  const page = vscode.Uri.joinPath(extensionUri, ...folder, `${id}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
