import type * as vscode from 'vscode';
import type { Say } from '../../messages/say';

export interface ExplainErrorDeps {
  readonly say: Say;
  /** Where the pages of the checks are. */
  readonly extensionUri: vscode.Uri;
}
