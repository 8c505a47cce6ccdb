import type { BrokenSyntax, ExpressionSyntax } from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { isClosing } from './pair-brackets';
import { isNext, peek, type Reader, spanFrom, take } from './reader';

/** Whether some list around here ends with the next token; a closing bracket that nobody awaits is junk. */
export function isAwaited(reader: Reader): boolean {
  return (reader.awaited.get(peek(reader).kind) ?? 0) > 0;
}

/**
 * What cannot be read up to where reading goes on: the line's end or the end of the list around it, in a list
 * (`upToComma`) also the next comma. Brackets in it are passed whole where they are closed.
 */
export function readJunk(reader: Reader, { upToComma }: { readonly upToComma: boolean }): BrokenSyntax {
  const { start } = peek(reader);
  const parts: Token[] = [];
  while (!endsJunk(reader, upToComma)) {
    const close = reader.pairs.get(reader.index) ?? reader.index;
    while (reader.index <= close) parts.push(take(reader));
  }
  return { is: 'broken', parts, ...spanFrom(reader, start) };
}

function endsJunk(reader: Reader, upToComma: boolean): boolean {
  const { kind } = peek(reader);
  if (kind === 'newline' || kind === 'end') return true;
  return (
    (upToComma && kind === ',') ||
    (isClosing(kind) && isAwaited(reader)) ||
    (kind === '>' && isAwaited(reader))
  );
}

/** Nothing, where something should be. */
export function missingSyntax(reader: Reader): BrokenSyntax {
  return { is: 'broken', parts: [], ...spanFrom(reader, Infinity) };
}

/** A chain that goes on for longer than anything bears: what was read of it is not its value. */
export function unfinished(reader: Reader, read: ExpressionSyntax): BrokenSyntax {
  return { is: 'broken', parts: [read], ...spanFrom(reader, read.start) };
}

/** What went too deep: what would have been read, without a look at how it is made. */
export function readFlat(reader: Reader): BrokenSyntax {
  return isNext(reader, 'end') ? missingSyntax(reader) : readJunk(reader, { upToComma: true });
}
