import type { ExpressionSyntax } from '../syntax/syntax';
import type { TokenKind } from '../tokens/token';
import { unfinished } from './junk';
import { chain, expect, peek, peekPastLines, type Reader, spanFrom, consume, consumeLines } from './reader';

type Read = (reader: Reader) => ExpressionSyntax;

/** Operator precedence: a higher number binds more tightly. */
const ranks: Partial<Record<TokenKind, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '=~': 4,
  '!~': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
};

/** Reads a chain of binary operators. `operand` reads each operand, which can have a unary sign. */
export function readBinary(reader: Reader, operand: Read, above = 0): ExpressionSyntax {
  return chain<ExpressionSyntax>(reader, (at) => readUnary(at, operand), {
    link: (left) => {
      const rank = ranks[peek(reader).kind] ?? 0;
      if (rank <= above) return undefined;
      const operator = consume(reader);
      const right = readBinary(reader, operand, rank);
      return { is: 'binary', left, operator, right, ...spanFrom(reader, left.start) };
    },
    otherwise: (left) => unfinished(reader, left),
  });
}

function readUnary(reader: Reader, operand: Read): ExpressionSyntax {
  const { kind, start } = peek(reader);
  if (kind !== '!' && kind !== '-') return operand(reader);
  const operator = consume(reader);
  return { is: 'unary', operator, operand: operand(reader), ...spanFrom(reader, start) };
}

/** Reads `a ? b : c`. `condition` reads the condition. The question mark and the colon can start their own lines. */
export function readChoice(reader: Reader, condition: Read, branch: Read): ExpressionSyntax {
  const first = condition(reader);
  if (peekPastLines(reader).kind !== '?') return first;
  const beforeQuestion = consumeLines(reader);
  const question = consume(reader);
  const then = branch(reader);
  const beforeColon = peekPastLines(reader).kind === ':' ? consumeLines(reader) : [];
  const colon = expect(reader, ':');
  const otherwise = colon === null ? null : branch(reader);
  return {
    is: 'choice',
    condition: first,
    beforeQuestion,
    question,
    then,
    beforeColon,
    colon,
    otherwise,
    ...spanFrom(reader, first.start),
  };
}
