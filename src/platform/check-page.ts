import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import * as vscode from 'vscode';
import type { Say } from '../messages/say';

const unpack = promisify(brotliDecompress);

/** Check pages are separate documents. The manifest makes VS Code open them rendered, from any link. */
const scheme = 'aml-secure-compute-check';

export function checkPageUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/checks/${id}.md` });
}

/** Returns the page of a kind of cause. */
export function causePageUri(kind: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/causes/${kind}.md` });
}

/** Opens the page of a check, or of a kind of cause (`causes/KIND`), as a Markdown preview. */
export async function openPage(page: string): Promise<void> {
  const path = page.startsWith('causes/') ? `/${page}.md` : `/checks/${page}.md`;
  await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme, path }));
}

export function provideCheckPages(extensionUri: vscode.Uri, say: Say): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => readLinkedPage(extensionUri, say, path),
  });
}

/** Returns the page at a path such as `/checks/README.md`, which pages link to; empty for other paths. */
export async function readLinkedPage(extensionUri: vscode.Uri, say: Say, path: string): Promise<string> {
  const [, folder = 'checks', name] =
    /^\/(?:(checks|causes)\/)?(?:fr\/)?([A-Za-z0-9-]+)\.md$/.exec(path) ?? [];
  return name === undefined ? '' : readPage(extensionUri, say, [folder, `${name}.md`]);
}

/** Returns the page of a check. */
export function readCheckPage(extensionUri: vscode.Uri, say: Say, id: string): Promise<string> {
  return readPage(extensionUri, say, ['checks', `${id}.md`]);
}

/** Returns the page of a kind of cause. */
export function readCausePage(extensionUri: vscode.Uri, say: Say, kind: string): Promise<string> {
  return readPage(extensionUri, say, ['causes', `${kind}.md`]);
}

/** Pages by path, read once for each extension. */
const pages = new Map<string, Promise<Readonly<Record<string, string>>>>();

/** Reads a page in the user's language, as shipped with the extension. */
async function readPage(
  extensionUri: vscode.Uri,
  { language }: Say,
  [folder, name]: readonly [string, string],
): Promise<string> {
  const path = language === 'fr' ? `${folder}/fr/${name}` : `${folder}/${name}`;
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'data', 'pages.json.br');
  const all = pages.get(file.toString()) ?? readPages(file);
  pages.set(file.toString(), all);
  all.catch(() => pages.delete(file.toString()));
  const page = (await all)[path];
  if (page === undefined) throw vscode.FileSystemError.FileNotFound(path);
  return page;
}

async function readPages(file: vscode.Uri): Promise<Readonly<Record<string, string>>> {
  const packed = await vscode.workspace.fs.readFile(file);
  const unpacked = (await unpack(packed)).toString('utf8');
  return JSON.parse(unpacked) as Readonly<Record<string, string>>;
}
