import type { ExpressionSyntax, TupleItemSyntax, TypeMemberSyntax, TypeSyntax } from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { readExpression, readKey, readName, readString } from './expressions';
import { missingSyntax, readFlat } from './skipped-tokens';
import { unreadLineEnds, readLeading } from './leading';
import { readList } from './lists';
import {
  addSyntaxError,
  chain,
  type ChainParts,
  deeper,
  expect,
  isNext,
  isKeyword,
  peek,
  type Reader,
  spanFrom,
  consume,
  consumeIf,
} from './reader';

/** Reads the type of a parameter, output, variable, or function: any type, or `resource '…'`. */
export function readDeclaredType(reader: Reader): TypeSyntax {
  if (!isKeyword(peek(reader), 'resource') || peek(reader, 1).kind === '<') return readType(reader);
  const keyword = consume(reader);
  const { kind } = peek(reader);
  const of = kind === 'string' || kind === 'string-start' ? readString(reader) : null;
  return { is: 'resource-type', keyword, of, ...spanFrom(reader, keyword.start) };
}

/** Reads any type, including unions. If there is none, adds a fault and returns an empty broken node. */
export function readType(reader: Reader): TypeSyntax {
  return deeper(reader, readUnion, readFlat);
}

function readUnion(reader: Reader): TypeSyntax {
  const { start } = peek(reader);
  const members: (Token | TypeSyntax)[] = [];
  if (!startsMember(reader)) {
    const first = readSigned(reader);
    if (!startsMember(reader)) return first;
    members.push(first);
  }
  while (startsMember(reader)) {
    if (isNext(reader, 'newline')) members.push(consume(reader));
    members.push(consume(reader), readSigned(reader));
  }
  return { is: 'union', members, ...spanFrom(reader, start) };
}

function startsMember(reader: Reader): boolean {
  return peek(reader, isNext(reader, 'newline') ? 1 : 0).kind === '|';
}

function readSigned(reader: Reader): TypeSyntax {
  const { kind, start } = peek(reader);
  if (kind !== '-' && kind !== '!') return readSuffixes(reader);
  const operator = consume(reader);
  return { is: 'signed-type', operator, of: readSuffixes(reader), ...spanFrom(reader, start) };
}

function readSuffixes(reader: Reader): TypeSyntax {
  return chain(reader, suffixes);
}

const suffixes: ChainParts<TypeSyntax> = {
  first: readPrimary,
  link: (reader, of) => (isMarked(of) ? readMark(reader, of) : readSuffix(reader, of)),
  otherwise: (_reader, of) => of,
};

/** Returns whether a type ends with `?` or `!`. Only more of these suffixes can follow. */
function isMarked(type: TypeSyntax): boolean {
  if (type.is !== 'type-suffix') return false;
  const [first] = type.suffix;
  return first !== undefined && 'kind' in first && (first.kind === '?' || first.kind === '!');
}

function readMark(reader: Reader, of: TypeSyntax): TypeSyntax | undefined {
  return isNext(reader, '?') || isNext(reader, '!') ? suffixed(reader, of, [consume(reader)]) : undefined;
}

function readSuffix(reader: Reader, of: TypeSyntax): TypeSyntax | undefined {
  switch (peek(reader).kind) {
    case '[':
      return suffixed(reader, of, readIndex(reader));
    case '.': {
      const dot = consume(reader);
      const name = consumeIf(reader, '*') ?? expect(reader, 'identifier');
      return suffixed(reader, of, name === null ? [dot] : [dot, name]);
    }
    case '<': {
      const list = readList<TypeSyntax>(reader, { close: '>', entry: readType, separator: 'arguments' });
      return {
        is: 'generic',
        of,
        arguments: { is: 'type-arguments', ...list },
        ...spanFrom(reader, of.start),
      };
    }
    default:
      return readMark(reader, of);
  }
}

function readIndex(reader: Reader): (Token | ExpressionSyntax)[] {
  const suffix: (Token | ExpressionSyntax)[] = [consume(reader)];
  const star = consumeIf(reader, '*');
  if (star !== null) suffix.push(star);
  else if (!isNext(reader, ']')) suffix.push(readExpression(reader));
  const close = expect(reader, ']');
  if (close !== null) suffix.push(close);
  return suffix;
}

function suffixed(reader: Reader, of: TypeSyntax, suffix: (Token | ExpressionSyntax)[]): TypeSyntax {
  return { is: 'type-suffix', of, suffix, ...spanFrom(reader, of.start) };
}

function readPrimary(reader: Reader): TypeSyntax {
  const token = peek(reader);
  switch (token.kind) {
    case 'number':
    case 'constant':
      return { is: 'literal', token: consume(reader), start: token.start, end: token.end };
    case 'string':
    case 'string-start':
      return readString(reader);
    case 'identifier':
      return readName(reader);
    case '{': {
      const list = readList<TypeMemberSyntax>(reader, {
        close: '}',
        entry: readTypeMember,
        separator: 'lines',
      });
      return { is: 'object-type', ...list };
    }
    case '[':
      return readTuple(reader);
    case '(':
      return readTypeParentheses(reader);
    default:
      addSyntaxError(reader, 'bicep.expectedType');
      return missingSyntax(reader);
  }
}

function readTypeMember(reader: Reader): TypeMemberSyntax {
  const { start } = peek(reader);
  const leading = readLeading(reader);
  const key = readKey(reader) ?? consumeIf(reader, '*');
  if (key === null) {
    unreadLineEnds(reader, leading);
    addSyntaxError(reader, 'bicep.expectedKey');
  }
  const colon = key === null ? null : expect(reader, ':');
  const type = colon === null ? missingSyntax(reader) : readType(reader);
  return { is: 'type-member', leading, key, colon, type, ...spanFrom(reader, start) };
}

function readTuple(reader: Reader): TypeSyntax {
  const list = readList<TupleItemSyntax>(reader, { close: ']', entry: readTupleItem, separator: 'lines' });
  return { is: 'tuple-type', ...list };
}

function readTupleItem(reader: Reader): TupleItemSyntax {
  const { start } = peek(reader);
  const leading = readLeading(reader);
  const { index } = reader;
  const type = readType(reader);
  if (reader.index > index) return { is: 'tuple-item', leading, type, ...spanFrom(reader, start) };
  unreadLineEnds(reader, leading);
  return { is: 'tuple-item', leading, type: missingSyntax(reader), ...spanFrom(reader, start) };
}

function readTypeParentheses(reader: Reader): TypeSyntax {
  const open = consume(reader);
  const type = readType(reader);
  const close = expect(reader, ')');
  return { is: 'type-parentheses', open, type, close, ...spanFrom(reader, open.start) };
}
