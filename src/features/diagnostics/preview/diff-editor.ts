import * as vscode from 'vscode';

/** A file, with its text after the change. */
export interface ChangedFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** VS Code's diff editor: the file on the left, and a virtual document on the right. */
export interface DiffEditor extends vscode.Disposable {
  /** Opens the files, or updates the open ones. */
  show(title: string, files: readonly ChangedFile[]): Promise<void>;
  close(): Promise<void>;
}

const scheme = 'aml-secure-compute-preview';

export function createDiffEditor(): DiffEditor {
  const texts = new Map<string, string>();
  let opened: { readonly title: string; readonly files: string } | undefined;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });

  async function close(): Promise<void> {
    const { title } = opened ?? {};
    opened = undefined;
    texts.clear();
    if (title === undefined) return;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter((tab) => isPreview(tab, title)));
  }

  return {
    async show(title, files) {
      for (const { uri, text } of files) {
        const preview = previewOf(uri);
        texts.set(preview.toString(), text);
        changed.fire(preview);
      }
      const names = files.map(({ uri }) => uri.toString()).join('\n');
      if (opened?.files === names) return;
      if (opened) await close();
      for (const { uri, text } of files) texts.set(previewOf(uri).toString(), text);
      opened = { title, files: names };
      await openDiff(title, files);
    },
    close,
    dispose: () => vscode.Disposable.from(provider, changed).dispose(),
  };
}

/** Closes diffs that remained after a window reload, because their texts are lost. */
export async function closeLeftDiffs(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme),
  );
}

/** Returns the URI of the virtual document. It has the file's path, so that language and name are the same. */
function previewOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme, path: uri.path, query: uri.toString() });
}

async function openDiff(title: string, files: readonly ChangedFile[]): Promise<void> {
  const [first, ...others] = files;
  if (!first) return;
  if (others.length > 0) {
    const resources = files.map(({ uri }) => [uri, uri, previewOf(uri)]);
    await vscode.commands.executeCommand('vscode.changes', title, resources);
    return;
  }
  const options: vscode.TextDocumentShowOptions = { preview: false };
  await vscode.commands.executeCommand('vscode.diff', first.uri, previewOf(first.uri), title, options);
}

/**
 * Checks whether a tab shows a preview. VS Code 1.139 reports the files of a multi-file diff, which its API doesn't
 * declare. Where it doesn't, the title decides.
 */
function isPreview({ input, label }: vscode.Tab, title: string): boolean {
  if (input instanceof vscode.TabInputTextDiff) return input.modified.scheme === scheme;
  if (input === undefined) return label === title;
  const diffs: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'textDiffs') : null;
  return Array.isArray(diffs) && diffs.some((one: vscode.TabInputTextDiff) => one.modified.scheme === scheme);
}
