import type { BrokenSyntax, ListSyntax } from '../syntax/syntax';
import type { Token, TokenKind } from '../tokens/token';
import { startsDeclaration } from './declaration-start';
import { isAwaited, readSkippedTokens } from './skipped-tokens';
import { isClosing } from './pair-brackets';
import {
  addSyntaxError,
  columnOf,
  isAtLineStart,
  isNext,
  peek,
  peekPastLines,
  type Reader,
  spanFrom,
  consume,
} from './reader';

interface ListRules<Entry> {
  readonly close: TokenKind;
  readonly entry: (reader: Reader) => Entry | BrokenSyntax;
  /**
   * `lines`: a line end or a comma separates two entries. `commas`: a comma separates them, and line ends are allowed
   * anywhere. `arguments`: like `commas`, without a trailing comma.
   */
  readonly separator: 'lines' | 'commas' | 'arguments';
}

/**
 * Reads a list in brackets. A list without a closing bracket ends where the indentation ends it, or before a
 * declaration.
 */
export function readList<Entry>(reader: Reader, rules: ListRules<Entry>): ListSyntax<Entry> {
  const { start } = peek(reader);
  const wasLoose = reader.isLoose;
  // The angle brackets of types aren't paired, because they can also be operators. The indentation shows where they
  // end.
  const isClosed = reader.pairs.has(reader.index);
  const open = consume(reader);
  const { indent } = reader;
  reader.isLoose = wasLoose || !isClosed;
  countAwaited(reader, rules.close, 1);
  const entries = readEntries(reader, { ...rules, indent });
  countAwaited(reader, rules.close, -1);
  reader.isLoose = wasLoose;
  const close = isNext(reader, rules.close) ? consume(reader) : null;
  if (close === null) addSyntaxError(reader, 'bicep.expectedText', rules.close);
  return { open, entries, close, ...spanFrom(reader, start) };
}

function countAwaited(reader: Reader, kind: TokenKind, by: number): void {
  reader.awaited.set(kind, (reader.awaited.get(kind) ?? 0) + by);
}

function readEntries<Entry>(
  reader: Reader,
  rules: ListRules<Entry> & { readonly indent: number },
): (Entry | BrokenSyntax | Token)[] {
  const entries: (Entry | BrokenSyntax | Token)[] = [];
  for (;;) {
    while (isNext(reader, 'newline')) entries.push(consume(reader));
    if (endsHere(reader, rules)) {
      // If the list isn't closed, the line end belongs to what follows.
      if (!isNext(reader, rules.close)) unreadLineEnd(reader, entries);
      return entries;
    }
    const { index } = reader;
    if (!isNext(reader, ',')) entries.push(rules.entry(reader));
    else addSyntaxError(reader, 'bicep.unexpected', ',');
    readSeparator(reader, rules, entries);
    if (reader.index === index) {
      addSyntaxError(reader, 'bicep.unexpected', peek(reader).text);
      entries.push(consumeAsBroken(reader));
    }
  }
}

function endsHere<Entry>(
  reader: Reader,
  { close, indent }: ListRules<Entry> & { readonly indent: number },
): boolean {
  const token = peek(reader);
  if (token.kind === close || token.kind === 'end') return true;
  if (isClosing(token.kind) && isAwaited(reader)) return true;
  if (!reader.isLoose || !isAtLineStart(reader) || isClosing(token.kind)) return false;
  return columnOf(reader, token) <= indent || startsDeclaration(reader);
}

function unreadLineEnd<Entry>(reader: Reader, entries: (Entry | Token)[]): void {
  if (entries.length === 0 || !isAtLineStart(reader)) return;
  entries.pop();
  reader.index -= 1;
}

function readSeparator<Entry>(
  reader: Reader,
  { close, separator }: ListRules<Entry>,
  entries: (Entry | BrokenSyntax | Token)[],
): void {
  const { kind } = peek(reader);
  if (kind === ',') return readComma(reader, { close, separator }, entries);
  if (kind === close || kind === 'end') return;
  if (kind === 'newline') {
    if (separator !== 'lines' && !endsAfterLines(reader, close)) {
      addSyntaxError(reader, 'bicep.expectedText', ',');
    }
    return;
  }
  if (isClosing(kind) && isAwaited(reader)) return;
  addSyntaxError(reader, separator === 'lines' ? 'bicep.expectedSeparator' : 'bicep.expectedText', ',');
  entries.push(readSkippedTokens(reader, { upToComma: true }));
}

function readComma<Entry>(
  reader: Reader,
  { close, separator }: Pick<ListRules<Entry>, 'close' | 'separator'>,
  entries: (Entry | BrokenSyntax | Token)[],
): void {
  entries.push(consume(reader));
  if (separator === 'lines' && isNext(reader, 'newline')) addSyntaxError(reader, 'bicep.lineEndAfterComma');
  if (separator === 'arguments' && endsAfterLines(reader, close)) {
    addSyntaxError(reader, 'bicep.unexpected', ',');
  }
}

function endsAfterLines(reader: Reader, close: TokenKind): boolean {
  const after = peekPastLines(reader).kind;
  return after === close || after === 'end';
}

function consumeAsBroken(reader: Reader): BrokenSyntax {
  const { start } = peek(reader);
  return { is: 'broken', parts: [consume(reader)], ...spanFrom(reader, start) };
}
