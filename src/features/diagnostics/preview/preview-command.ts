import type * as vscode from 'vscode';
import type { PreviewRequest } from '../../../contract/changes-preview';

/** The command that previews fixes of files before anything is written. */
const previewChangesCommand = 'amlSecureCompute.files.previewChanges';

/** The command of an action that previews fixes. */
export function previewCommand(title: string, request: PreviewRequest): vscode.Command {
  return { title, command: previewChangesCommand, arguments: [request] };
}
