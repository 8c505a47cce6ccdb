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

/** Returns whether a token ends the construct around it, such as the middle part of an interpolated string. */
export function isClosing(kind: TokenKind): boolean {
  return kind in openingOf || kind === 'string-middle';
}

/**
 * Pairs opening and closing brackets over the whole file. If a closing bracket is missing, its opening bracket or an
 * enclosing one stays unpaired. The parser then knows before it reads a list whether the list's end is reliable.
 */
export function pairBrackets(tokens: readonly Token[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const counts = new Map<TokenKind, number>();
  const count = (kind: TokenKind, by: number): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + by);
  };
  tokens.forEach(({ kind }, index) => {
    if (isOpening(kind)) {
      open.push(index);
      count(kind, 1);
    }
    const opening = openingOf[kind];
    if (opening === undefined || (counts.get(opening) ?? 0) === 0) return;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      const other = (tokens[last] as Token).kind;
      count(other, -1);
      if (other !== opening) continue;
      pairs.set(last, index);
      return;
    }
  });
  return pairs;
}
