import * as vscode from 'vscode';
import type { Say } from '../../../messages/say';

/** A file, with its text after the change. */
export interface ChangedFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** VS Code's diff editor: the file on the left, and a virtual document on the right. */
export interface DiffEditor extends vscode.Disposable {
  /** Opens the files, or updates the open ones. The title is that of a single file. */
  show(title: string, files: readonly ChangedFile[]): Promise<void>;
  close(): Promise<void>;
}

const scheme = 'aml-secure-compute-preview';

export function createDiffEditor(say: Say): DiffEditor {
  const texts = new Map<string, string>();
  let opened: string | undefined;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });

  async function close(): Promise<void> {
    opened = undefined;
    texts.clear();
    await closeDiffs(say);
  }

  return {
    async show(title, files) {
      for (const { uri, text } of files) {
        const preview = previewOf(uri);
        texts.set(preview.toString(), text);
        changed.fire(preview);
      }
      const names = files.map(({ uri }) => uri.toString()).join('\n');
      if (opened === names) return;
      if (opened !== undefined) await close();
      for (const { uri, text } of files) texts.set(previewOf(uri).toString(), text);
      opened = names;
      await openDiff(say, title, files);
    },
    close,
    dispose: () => vscode.Disposable.from(provider, changed).dispose(),
  };
}

/** Closes diffs that remained after a window reload, whose texts are lost, and the empty group of their panel. */
export async function closeLeftDiffs(say: Say): Promise<void> {
  const { tabGroups } = vscode.window;
  if (await closeDiffs(say)) await tabGroups.close(tabGroups.all.filter(({ tabs }) => tabs.length === 0));
}

/** Closes the diffs of previews. Returns true if there were any. */
async function closeDiffs(say: Say): Promise<boolean> {
  const { tabGroups } = vscode.window;
  const diffs = tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => isPreview(say, tab));
  return diffs.length > 0 && tabGroups.close(diffs);
}

/** Returns the URI of the virtual document. It has the file's path, so that language and name are the same. */
function previewOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme, path: uri.path, query: uri.toString() });
}

async function openDiff(say: Say, title: string, files: readonly ChangedFile[]): Promise<void> {
  const [first, ...others] = files;
  if (!first) return;
  if (others.length > 0) {
    const resources = files.map(({ uri }) => [uri, uri, previewOf(uri)]);
    await vscode.commands.executeCommand('vscode.changes', titleOfSeveral(say, files.length), resources);
    return;
  }
  const options: vscode.TextDocumentShowOptions = { preview: false };
  await vscode.commands.executeCommand('vscode.diff', first.uri, previewOf(first.uri), title, options);
}

function titleOfSeveral(say: Say, n: number): string {
  return say('diff.tabSeveral', { n });
}

/**
 * Checks whether a tab shows a preview. VS Code's API doesn't declare the input of a diff of several files. Its label
 * is its title, which begins with the number of files, and more.
 */
function isPreview(say: Say, { input, label }: vscode.Tab): boolean {
  if (input instanceof vscode.TabInputTextDiff) return input.modified.scheme === scheme;
  return label.startsWith(titleOfSeveral(say, Number.parseInt(label, 10)));
}
