import type * as vscode from 'vscode';
import type { PreviewRequest } from '../../../contract/changes-preview';

/** Command that previews fixes of files before they're applied. */
const previewChangesCommand = 'amlSecureCompute.files.previewChanges';

/** Returns the command that previews fixes. */
export function previewCommand(title: string, request: PreviewRequest): vscode.Command {
  return { title, command: previewChangesCommand, arguments: [request] };
}

/** A link in a hover or tooltip that runs a command. */
export interface CommandLink {
  readonly title: string;
  readonly command: string;
  readonly href: string;
}

export function previewLink(title: string, request: PreviewRequest): CommandLink {
  const command = previewChangesCommand;
  return { title, command, href: `command:${command}?${encodeURIComponent(JSON.stringify([request]))}` };
}
