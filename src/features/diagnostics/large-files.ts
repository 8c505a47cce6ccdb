import * as vscode from 'vscode';
import type { Say } from '../../messages/say';
import { diagnosticSource } from './to-diagnostic';

/**
 * Maximum number of characters of a file that is checked while the user types.
 * The largest known template has a tenth of that. A file with half a million characters is checked within two seconds.
 */
export const mostCharacters = 500_000;

/** Reports files that are too large to be checked during typing: in their first line, if they concern Azure ML. */
export interface LargeFiles extends vscode.Disposable {
  /** Checks whether a text is too large, and reports it. Otherwise removes an earlier report. */
  isTooLarge(uri: vscode.Uri, text: string): boolean;
  forget(uri: vscode.Uri): void;
}

export function createLargeFiles(say: Say): LargeFiles {
  const collection = vscode.languages.createDiagnosticCollection('aml-secure-compute.large');
  const megabytes = (characters: number): string => (characters / 1_000_000).toFixed(1);
  return {
    isTooLarge(uri, text) {
      if (text.length <= mostCharacters) {
        collection.delete(uri);
        return false;
      }
      if (!/MachineLearning|BatchNodeManagement|aml-secure-compute/i.test(text)) return true;
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER),
        say('file.tooLarge', { size: megabytes(text.length), most: megabytes(mostCharacters) }),
        vscode.DiagnosticSeverity.Information,
      );
      diagnostic.source = diagnosticSource;
      collection.set(uri, [diagnostic]);
      return true;
    },
    forget: (uri) => collection.delete(uri),
    dispose: () => collection.dispose(),
  };
}
