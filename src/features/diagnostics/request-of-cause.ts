import * as vscode from 'vscode';
import { buildRequest } from '../../checks/request/build-request';
import { narrowRequest } from '../../core/network-request';
import { isOfCause, reportedKey, type CauseProblem } from '../../file-checks/cause-problems';
import { displayLines } from '../../core/text/display-text';
import type { Say } from '../../messages/say';
import { requestMarkdown } from '../../wording/request-markdown';
import type { AnalyzedFile } from './file-analyzer';

/** Command that writes the network request. */
const requestCommand = 'amlSecureCompute.files.request';

/** Returns the action that requests a change from the owners of the network, if no fix can be written in the files. */
export function requestAction(
  say: Say,
  { root }: AnalyzedFile,
  { problem, diagnostic }: { readonly problem: CauseProblem; readonly diagnostic: vscode.Diagnostic },
): vscode.CodeAction {
  const title = say('file.title.request');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { title, command: requestCommand, arguments: [root, reportedKey(problem)] };
  return action;
}

/** Opens the network request for the flows of a cause, as a document that can be copied and saved. */
export async function openCauseRequest(
  say: Say,
  analyzedFile: AnalyzedFile | undefined,
  key: string,
): Promise<void> {
  const problem = analyzedFile?.reported.filter(isOfCause).find((one) => reportedKey(one) === key);
  if (!analyzedFile || !problem) return;
  const content = displayLines(requestText(say, analyzedFile, problem));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Returns a request for each subnet. */
function requestText(
  say: Say,
  { analysis: { check } }: AnalyzedFile,
  { cause, subjects }: CauseProblem,
): string {
  const ids = cause.results.map(({ requirement }) => requirement);
  const bySubnet = new Map(subjects.map((one) => [one.subnet.id.toLowerCase(), one]));
  const texts = [...bySubnet.values()].flatMap(({ plan, facts, subnet }) => {
    const readAt = check.azure?.subnets.has(subnet.id.toLowerCase()) === true ? check.azure.readAt : null;
    const request = buildRequest({ model: check.declared.model, plan, facts, readAt });
    return request ? [requestMarkdown(say, narrowRequest(request, { ids }))] : [];
  });
  return texts.join('\n\n');
}
