import * as vscode from 'vscode';
import { editorToolPrefix, editorToolReferences } from '../../agent-tools/editor-tool-names';
import type { ToolName } from '../../agent-tools/tool-inputs';
import type { AgentsDeps } from '../../editor-agents/agents-deps';
import { createPreparedChecks } from '../../editor-agents/prepared-checks';

/** The ID in package.json. */
const provider = 'amlSecureCompute.mcp';
const offerSetting = 'amlSecureCompute.agents.offer';

/** Offers the checks to agents in the editor, as editor tools or as the MCP server, according to the setting. */
export function activateAgents(deps: AgentsDeps): vscode.Disposable {
  return vscode.Disposable.from(registerTools(deps), registerServers(deps.extension));
}

function registerTools(deps: AgentsDeps): vscode.Disposable {
  if (!hasTools()) return vscode.Disposable.from();
  const prepared = createPreparedChecks();
  const names = Object.keys(editorToolReferences) as readonly ToolName[];
  return vscode.Disposable.from(
    ...names.map((tool) =>
      vscode.lm.registerTool<object>(`${editorToolPrefix}${tool}`, {
        async prepareInvocation({ input }) {
          const [{ prepareTool }] = await Promise.all([import('./prepare-tool'), deps.whole()]);
          return prepareTool(deps, { tool, input }, prepared);
        },
        async invoke({ input }, token) {
          return (await import('../../editor-agents/run-editor-tool')).runEditorTool(
            deps,
            { tool, input, prepared },
            token,
          );
        },
      }),
    ),
  );
}

/** Checks whether the editor supports tools. Editors based on an older VS Code support neither tools nor servers. */
function hasTools(): boolean {
  const { lm } = vscode as Partial<typeof vscode>;
  return typeof lm?.registerTool === 'function';
}

/** Registers the MCP server of the packaged terminal program, one per folder. */
function registerServers(extension: vscode.Extension<unknown>): vscode.Disposable {
  const { lm } = vscode as Partial<typeof vscode>;
  if (typeof lm?.registerMcpServerDefinitionProvider !== 'function') return vscode.Disposable.from();
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(offerSetting)) changed.fire();
    }),
    lm.registerMcpServerDefinitionProvider(provider, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => [...offeredServers(extension)],
    }),
  );
}

/**
 * Returns a server for each folder on a disk, if the user chose servers or the editor doesn't support tools.
 * Both at once would give agents two tools of the same name. In Restricted Mode, no program is started.
 */
export function offeredServers({
  extensionUri,
  packageJSON,
}: vscode.Extension<unknown>): readonly vscode.McpStdioServerDefinition[] {
  const isChosen = vscode.workspace.getConfiguration().get(offerSetting) === 'mcpServer' || !hasTools();
  if (!isChosen || !vscode.workspace.isTrusted) return [];
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
