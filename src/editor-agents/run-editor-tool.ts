import { resolve } from 'node:path';
import * as vscode from 'vscode';
import { quotedText } from '../agent-tools/shown-text';
import type { ToolName } from '../agent-tools/tool-inputs';
import type { ToolResult } from '../agent-tools/tool-results';
import { AzureFailure } from '../azure/failure';
import { toolThreads } from '../cli/mcp/tool-thread';
import { UsageError } from '../cli/options';
import { isInside } from '../disk/real-path';
import { offer } from '../platform/quick-input';
import { failureText } from '../wording/failure-text';
import { formatReason } from '../wording/reason-text';
import type { AgentsDeps } from './agents-deps';
import { checkOfAccount } from './check-of-account';
import type { PreparedChecks } from './prepared-checks';

/** Tools that always need a file of the workspace. */
const readsFiles: ReadonlySet<ToolName> = new Set(['check_network_files', 'propose_fix', 'compare_networks']);

let threads: ReturnType<typeof toolThreads> | undefined;

interface CalledTool {
  readonly tool: ToolName;
  readonly input: unknown;
  readonly prepared: PreparedChecks;
}

/** Runs a tool for an agent in the editor. Rejects with a message for the agent if it can't run. */
export async function runEditorTool(
  deps: AgentsDeps,
  { tool, input, prepared }: CalledTool,
  token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
  const stopping = new AbortController();
  const canceling = token.onCancellationRequested(() => stopping.abort());
  if (token.isCancellationRequested) stopping.abort();
  try {
    await deps.whole();
    const result = await (tool === 'check_subnet'
      ? checkSubnetOfAccount(deps, { input, prepared }, stopping.signal)
      : runOnFiles(deps, { tool, input }, stopping.signal));
    deps.reached('agentAnswered');
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(result))]);
  } catch (error) {
    // Canceled, so no caller waits for the result.
    if (stopping.signal.aborted) throw new vscode.CancellationError();
    throw error;
  } finally {
    canceling.dispose();
  }
}

/**
 * Checks a subnet with the window's account. Rejects as soon as the agent cancels; requests that others share continue.
 */
async function checkSubnetOfAccount(
  deps: AgentsDeps,
  called: Pick<CalledTool, 'input' | 'prepared'>,
  stop: AbortSignal,
): Promise<ToolResult<'check_subnet'>> {
  const { say, log } = deps;
  const canceled = new Promise<never>((_, reject) => {
    stop.addEventListener('abort', () => reject(new vscode.CancellationError()), { once: true });
  });
  try {
    return await Promise.race([checkOfAccount(deps, called, stop), canceled]);
  } catch (error) {
    if (error instanceof UsageError) throw new Error(formatReason(say, error.because), { cause: error });
    if (!(error instanceof AzureFailure)) throw error;
    if (error.code === 'accountChanged') throw new Error(say('agents.accountChanged'), { cause: error });
    if (error.code === 'bug') log.error('agents', error);
    throw new Error(quotedText(failureText(say, error), 2000), { cause: error });
  }
}

async function runOnFiles(
  deps: AgentsDeps,
  called: { readonly tool: ToolName; readonly input: unknown },
  stop: AbortSignal,
): Promise<ToolResult<ToolName>> {
  const { extensionUri } = deps.extension;
  const names = namesIn(called.input);
  const folder = readsFiles.has(called.tool) || names.length > 0 ? readableFolder(deps, names) : undefined;
  // Without files, any folder works, because none of its files is used: take the extension's data folder.
  const root = slashed((folder ?? vscode.Uri.joinPath(extensionUri, 'dist', 'data')).fsPath);
  threads ??= toolThreads(vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath);
  const unsaved = folder ? unsavedBelow(root) : [];
  const outcome = await threads({ ...called, root, language: vscode.env.language, unsaved }, stop);
  stop.throwIfAborted();
  if (outcome.is === 'refused') throw new Error(outcome.text);
  return called.tool === 'propose_fix' && folder
    ? withPreview(deps, folder, outcome.result as ToolResult<'propose_fix'>)
    : outcome.result;
}

/**
 * Returns the folder for file names. Throws if files can't be read: the workspace isn't trusted, or no folder is on a
 * disk.
 */
function readableFolder({ say }: AgentsDeps, names: readonly string[]): vscode.Uri {
  if (!vscode.workspace.isTrusted) throw new Error(say('agents.restricted'));
  const folder = folderOf(names);
  if (folder === undefined) throw new Error(say('agents.noFolder'));
  return folder.uri;
}

/** Collects the file names in an input. They aren't validated yet. */
function namesIn(input: unknown): readonly string[] {
  const { files, before, after, at, params, serviceTags, varFiles } = (input ?? {}) as Record<
    string,
    unknown
  >;
  const { file } = (at ?? {}) as Record<string, unknown>;
  return [files, before, after, file, params, serviceTags, varFiles]
    .flat()
    .filter((one) => typeof one === 'string');
}

/** Returns the workspace folder that contains an absolute path; the first folder for relative paths. */
function folderOf(names: readonly string[]): vscode.WorkspaceFolder | undefined {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const containsFile = ({ uri }: vscode.WorkspaceFolder): boolean =>
    names.some((name) => isInside(resolve(uri.fsPath, name), [uri.fsPath]) && isAbsolute(name));
  return folders.find(containsFile) ?? folders[0];
}

function isAbsolute(name: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:)/.test(name);
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/(?<=.)\/$/, '');
}

/** Returns the texts of unsaved editors in a folder. */
function unsavedBelow(root: string): readonly (readonly [file: string, text: string])[] {
  return vscode.workspace.textDocuments
    .filter(({ isDirty, uri }) => isDirty && uri.scheme === 'file' && isInside(uri.fsPath, [root]))
    .map((document) => [slashed(document.uri.fsPath), document.getText()]);
}

const previewStep =
  'In VS Code, a notification offers the user to preview the fixes of the first file in edits, and to apply what they choose. Prefer that to an edit of your own.';

/**
 * Offers to preview the fixes. The tool writes nothing: the editor's preview tests the fixes again, and applies what
 * the user confirms.
 */
function withPreview(
  { say }: AgentsDeps,
  folder: vscode.Uri,
  fix: ToolResult<'propose_fix'>,
): ToolResult<'propose_fix'> {
  const [first] = fix.edits;
  if (fix.status !== 'proposed' || !first) return fix;
  const uri = vscode.Uri.joinPath(folder, first.file).toString();
  const preview = (): void =>
    void vscode.commands.executeCommand('amlSecureCompute.files.previewChanges', { uri });
  offer(say('agents.proposed', { file: first.file }), [{ label: say('agents.preview'), run: preview }]);
  return { ...fix, next: [previewStep, ...fix.next] };
}
