import type { ExpressionSyntax } from '../syntax/syntax';
import type { TokenKind } from '../tokens/token';
import { unfinished } from './skipped-tokens';
import {
  chain,
  type ChainParts,
  expect,
  peek,
  peekPastLines,
  type Reader,
  spanFrom,
  consume,
  consumeLines,
} from './reader';

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

const highestRank = 7;

/** Returns a reader of binary operators. `operand` reads each operand, which can have a unary sign. */
export function binaryReader(operand: Read): Read {
  const first: Read = (reader) => readUnary(reader, operand);
  /** For each rank, reads the operators that bind more tightly. */
  const tighterThan: readonly Read[] = Array.from({ length: highestRank + 1 }, (_, outer) => {
    const parts: ChainParts<ExpressionSyntax> = {
      first,
      link(reader, left) {
        const rank = ranks[peek(reader).kind] ?? 0;
        if (rank <= outer) return undefined;
        const operator = consume(reader);
        const right = tighterThan[rank]?.(reader) ?? first(reader);
        return { is: 'binary', left, operator, right, ...spanFrom(reader, left.start) };
      },
      otherwise: unfinished,
    };
    return (reader) => chain(reader, parts);
  });
  return tighterThan[0] ?? first;
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
