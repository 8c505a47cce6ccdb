import type { Token } from '../tokens/token';
import type { SyntaxNode } from './syntax';

/** Returns the tokens and child nodes of a node, in the order of the text. */
export function syntaxParts(node: SyntaxNode): (Token | SyntaxNode)[] {
  const parts: (Token | SyntaxNode)[] = [];
  for (const field of Object.values(node) as unknown[]) {
    if (Array.isArray(field)) parts.push(...field.filter(isPart));
    else if (isPart(field)) parts.push(field);
  }
  return parts;
}

export function isToken(part: Token | SyntaxNode): part is Token {
  return 'kind' in part;
}

function isPart(field: unknown): field is Token | SyntaxNode {
  return typeof field === 'object' && field !== null && ('kind' in field || 'is' in field);
}
