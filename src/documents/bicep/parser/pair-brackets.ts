import type { Token, TokenKind } from '../tokens/token';

const closingOf: Partial<Record<TokenKind, TokenKind>> = {
  '{': '}',
  '[': ']',
  '(': ')',
  'string-start': 'string-end',
};

const openingOf: Partial<Record<TokenKind, TokenKind>> = {
  '}': '{',
  ']': '[',
  ')': '(',
  'string-end': 'string-start',
};

function isOpening(kind: TokenKind): boolean {
  return kind in closingOf;
}

/** Whether a token ends what is around it, such as the text of a string that goes on. */
export function isClosing(kind: TokenKind): boolean {
  return kind in openingOf || kind === 'string-middle';
}

/**
 * Which bracket closes which, over the whole file: where the end of one lacks, a bracket around it goes without, or it
 * does itself. So whoever reads a list knows before whether its end can be trusted.
 */
export function pairBrackets(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: { index: number; kind: TokenKind }[] = [];
  const counts = new Map<TokenKind, number>();
  const count = (kind: TokenKind, by: number): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + by);
  };
  for (const [index, { kind }] of tokens.entries()) {
    if (isOpening(kind)) {
      open.push({ index, kind });
      count(kind, 1);
    }
    const opening = openingOf[kind];
    if (opening === undefined || (counts.get(opening) ?? 0) === 0) continue;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      count(last.kind, -1);
      if (last.kind !== opening) continue;
      pairs.set(last.index, index);
      break;
    }
  }
  return pairs;
}
