import * as vscode from 'vscode';
import type { Say } from '../../messages/say';
import { diagnosticSource } from './to-diagnostic';

/**
 * Characters of a file that are read while somebody types. The largest template that we know of has a tenth of it, and
 * half a million are checked within two seconds.
 */
export const mostCharacters = 500_000;

/** Files that are too large to be checked as one types: each says so in its first line, where it is about Azure ML at all. */
export interface LargeFiles extends vscode.Disposable {
  /** True of a text that is too large; of any other, what was said before is taken back. */
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
      const told = new vscode.Diagnostic(
        new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER),
        say('file.tooLarge', { size: megabytes(text.length), most: megabytes(mostCharacters) }),
        vscode.DiagnosticSeverity.Information,
      );
      told.source = diagnosticSource;
      collection.set(uri, [told]);
      return true;
    },
    forget: (uri) => collection.delete(uri),
    dispose: () => collection.dispose(),
  };
}
