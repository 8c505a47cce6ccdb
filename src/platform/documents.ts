import * as vscode from 'vscode';
import type { Say } from '../messages/say';
import { tellProblem, writeTexts } from './write-texts';
import { displayLines } from '../core/text/display-text';

/** Shows Markdown that stands in no file, as its preview. */
export interface TextViewer extends vscode.Disposable {
  show(name: string, markdown: string): Promise<void>;
}

/** Texts that stay readable while their previews are open; the oldest goes first. */
const kept = 20;

/** Pages that a shown text links to, by their path. */
type LinkedPages = (path: string) => Promise<string>;

/** `scheme` is the owner's own: two viewers of one would answer for each other's texts. */
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

/** Onto the clipboard, from where it may be pasted into a terminal. */
export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(displayLines(text));
}

/** Asks where to and writes it there; VS Code asks before it replaces a file. */
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
    tellProblem(say, error);
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(chosen), { preview: false });
}
