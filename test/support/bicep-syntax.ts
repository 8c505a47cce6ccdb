import { parseBicep } from '../../src/documents/bicep/parser/parse';
import { isToken, syntaxParts } from '../../src/documents/bicep/syntax/parts';
import type { SyntaxNode } from '../../src/documents/bicep/syntax/syntax';
import type { Token } from '../../src/documents/bicep/tokens/token';

/** Codes that the official compiler's lexer and parser report. All others are semantic errors. */
const parserErrors = new Set(
  [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 64, 87, 123, 130, 133, 140,
    162, 167, 193, 236, 237, 238, 243, 279, 292, 305, 317, 337, 388,
  ].map((code) => `BCP${String(code).padStart(3, '0')}`),
);

export function isParserError(code: string): boolean {
  return parserErrors.has(code);
}

/** Returns what the tokens or the tree of a text are missing; undefined if nothing is. */
export function lossesOf(text: string, file: string): string | undefined {
  const { tokens, root } = parseBicep(text, file);
  if (tokens.map((token) => text.slice(token.from, token.end)).join('') !== text) {
    return 'its tokens are not its text';
  }
  const inTree = [...tokensOf(root)];
  const wrong = tokens.findIndex((token, index) => token !== inTree[index]);
  if (wrong < 0 && inTree.length === tokens.length) return undefined;
  return `'${(tokens[wrong] ?? inTree.at(-1))?.text ?? ''}' at ${tokens[wrong]?.start ?? text.length} is not in its tree, or twice`;
}

function* tokensOf(node: SyntaxNode): Iterable<Token> {
  for (const part of syntaxParts(node)) {
    if (isToken(part)) yield part;
    else yield* tokensOf(part);
  }
}
