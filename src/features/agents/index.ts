import * as vscode from 'vscode';

/** As in package.json. */
const provider = 'amlSecureCompute.mcp';

/** Offers the MCP server of the packaged terminal program to the agents of the editor, for each folder. */
export function activateAgents(extension: vscode.Extension<unknown>): vscode.Disposable {
  const { lm } = vscode as Partial<typeof vscode>;
  // Editors that are built from an older VS Code don't have it.
  if (typeof lm?.registerMcpServerDefinitionProvider !== 'function') return vscode.Disposable.from();
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    lm.registerMcpServerDefinitionProvider(provider, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => [...offeredServers(extension)],
    }),
  );
}

/** A server for each folder on a disk. In Restricted Mode, no program is started. */
export function offeredServers({
  extensionUri,
  packageJSON,
}: vscode.Extension<unknown>): readonly vscode.McpStdioServerDefinition[] {
  if (!vscode.workspace.isTrusted) return [];
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const { version } = packageJSON as { readonly version: string };
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return folders.map(({ name, uri }) => {
    const label = folders.length > 1 ? `Secured AML Compute (${name})` : 'Secured AML Compute';
    const args = [program, 'mcp', '--root', uri.fsPath];
    const env = { ELECTRON_RUN_AS_NODE: '1', LANG: vscode.env.language };
    return new vscode.McpStdioServerDefinition(label, process.execPath, args, env, version);
  });
}
