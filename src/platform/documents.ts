import * as vscode from 'vscode';
import type { Say } from '../messages/say';
import { showProblem, writeTexts } from './write-texts';
import { displayLines } from '../core/text/display-text';

/** Shows Markdown that isn't in a file as a preview. */
export interface TextViewer extends vscode.Disposable {
  show(name: string, markdown: string): Promise<void>;
}

/** Number of texts that stay readable while their previews are open. The oldest is dropped first. */
const kept = 20;

/** Pages that a shown text links to, by their path. */
type LinkedPages = (path: string) => Promise<string>;

/**
 * Creates a viewer. `scheme` must be unique to the owner: two viewers with the same scheme would serve each other's
 * texts.
 */
export function createTextViewer(scheme: string, linked?: LinkedPages): TextViewer {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? linked?.(path) ?? '',
  });
  return {
    async show(name, markdown) {
      const uri = vscode.Uri.from({ scheme, path: `/${name}` });
      texts.delete(uri.path);
      texts.set(uri.path, displayLines(markdown));
      for (const path of [...texts.keys()].slice(0, -kept)) texts.delete(path);
      changed.fire(uri);
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    },
    dispose: () => vscode.Disposable.from(provider, changed).dispose(),
  };
}

/** Copies a text to the clipboard, from which the user may paste it into a terminal. */
export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(displayLines(text));
}

/** Asks for a location and writes the text there. VS Code asks before it replaces a file. */
export async function saveText(say: Say, name: string, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showSaveDialog({
    saveLabel: say('report.save'),
    filters: { Markdown: ['md'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
  if (!chosen) return;
  try {
    await writeTexts(say, [{ uri: chosen, text: displayLines(text) }]);
  } catch (error) {
    showProblem(say, error);
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(chosen), { preview: false });
}
