import type * as vscode from 'vscode';
import type { Say } from '../../messages/say';

export interface ExplainErrorDeps {
  readonly say: Say;
  /** Resolves once every text is at hand. */
  whole(): Promise<void>;
  /** Where the pages of the checks are. */
  readonly extensionUri: vscode.Uri;
}
