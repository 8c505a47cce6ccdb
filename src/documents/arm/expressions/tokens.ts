/** A token of an expression in an ARM template; offsets count in the text that the JSON string stands for. */
export interface ExpressionToken {
  readonly is: 'name' | 'text' | 'number' | 'sign' | 'end' | 'stray';
  /** Of a text without its quotes, `''` undone. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const patterns: readonly (readonly [ExpressionToken['is'], RegExp])[] = [
  ['name', /[A-Za-z_$][\w$]*/y],
  ['text', /'(?:[^']|'')*'/y],
  ['number', /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['sign', /[()[\],.]/y],
];
const space = /\s*/y;

/** The tokens of `text` from `from` to `to`, an `end` last. */
export function tokenizeExpression(text: string, from: number, to: number): readonly ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  let at = from;
  for (;;) {
    space.lastIndex = at;
    space.exec(text);
    at = Math.min(Math.max(space.lastIndex, at), to);
    if (at >= to) return [...tokens, { is: 'end', value: '', start: to, end: to }];
    const token = tokenAt(text, at, to);
    tokens.push(token);
    at = token.end;
  }
}

function tokenAt(text: string, start: number, to: number): ExpressionToken {
  for (const [is, pattern] of patterns) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found === undefined || start + found.length > to) continue;
    const value = is === 'text' ? found.slice(1, -1).replaceAll("''", "'") : found;
    return { is, value, start, end: start + found.length };
  }
  return { is: 'stray', value: text.charAt(start), start, end: start + 1 };
}
