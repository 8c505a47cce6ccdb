import * as vscode from 'vscode';
import { displayText } from '../../core/text/display-text';
import type { Say } from '../../messages/say';
import { notify, showMessage } from '../../platform/window';
import { readFileText } from '../../platform/workspace-files';
import { planFileExtension } from '../../plan-file/plan-file';
import { longestPlanFile } from '../../plan-file/read-plan-file';
import { readPlanText, type PlacedPlanFault } from '../../plan-file/read-plan-text';
import type { Plan } from '../../plans/compute-plan';
import { formatReason } from '../../wording/reason-text';

/** Maximum number of faults in the message, because of limited space. */
const shownFaults = 3;

/**
 * Reads the plan of a plan file: the one selected in the explorer, or the active one with unsaved changes.
 * Undefined if it can't be read. A message then shows the reason and the line.
 */
export async function readPlanDocument(
  say: Say,
  raw: unknown,
): Promise<{ readonly name: string; readonly plan: Plan } | undefined> {
  const uri = raw instanceof vscode.Uri ? raw : vscode.window.activeTextEditor?.document.uri;
  if (!uri?.path.endsWith(planFileExtension)) {
    showMessage('info', say('planFile.none', { extension: planFileExtension }));
    return undefined;
  }
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const content = await textOf(uri);
  if (content === undefined) {
    showMessage('error', say('planFile.unreadable', { file: name }));
    return undefined;
  }
  const read = readPlanText(content);
  if (read.is === 'plan') return { name, plan: read.plan };
  const text = say('planFile.invalid', { file: name, faults: faultsText(say, read.faults) });
  const button = say('planFile.openFile');
  const pressed = await notify('error', { text, buttons: [button] });
  if (pressed === button) await showLine(uri, read.faults[0]?.line ?? 1);
  return undefined;
}

/** Returns the text of a file; undefined if it can't be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return open ? open.getText() : readFileText(uri, { most: longestPlanFile });
}

function faultsText(say: Say, faults: readonly PlacedPlanFault[]): string {
  const texts = faults.slice(0, shownFaults).map(({ line, path, because }) => {
    const values = { line: String(line), path: displayText(path), because: formatReason(say, because) };
    return say(path === '' ? 'planFile.invalid.fault' : 'planFile.invalid.member', values);
  });
  const more = faults.length - shownFaults;
  return [...texts, ...(more > 0 ? [say('planFile.invalid.more', { n: more })] : [])].join(' ');
}

async function showLine(uri: vscode.Uri, line: number): Promise<void> {
  const at = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(uri, { preview: false, selection: new vscode.Range(at, at) });
}
