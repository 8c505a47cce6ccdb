import * as vscode from 'vscode';
import { directiveKeywords } from '../../file-checks/directives';

const start = /(?:\/\/|#)\s*aml-secure-compute:\s*(?:[\w-]+\s+)*[\w-]*$/;

/** Provides completions in directive comments. */
export function createDirectiveCompletions(): vscode.CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      if (!start.test(before)) return [];
      return [...directiveKeywords, 'ignore-next-line'].map(
        (word) => new vscode.CompletionItem(word, vscode.CompletionItemKind.Keyword),
      );
    },
  };
}
