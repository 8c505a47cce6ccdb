import * as vscode from 'vscode';

/** A file beside its text as it will be. */
export interface ChangedFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** VS Code's own diff editor: on the left the file, on the right a document that stands nowhere. */
export interface DiffEditor extends vscode.Disposable {
  /** Opens the files, or redraws those that are open. */
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

/** Closes what a reload of the window left: its texts are gone. */
export async function closeLeftDiffs(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme),
  );
}

/** The same path, so that the language and the name are the file's. */
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

/** The API doesn't tell what a diff of several files shows, so it goes by its title. */
function isPreview({ input, label }: vscode.Tab, title: string): boolean {
  if (input instanceof vscode.TabInputTextDiff) return input.modified.scheme === scheme;
  return input === undefined && label === title;
}
