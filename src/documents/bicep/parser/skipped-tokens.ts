import type { BrokenSyntax, ExpressionSyntax } from '../syntax/syntax';
import type { Token } from '../tokens/token';
import { isClosing } from './pair-brackets';
import { isNext, peek, type Reader, spanFrom, consume } from './reader';

/** Returns whether the next token closes an enclosing list. An unmatched closing bracket is skipped. */
export function isAwaited(reader: Reader): boolean {
  return (reader.awaited.get(peek(reader).kind) ?? 0) > 0;
}

/**
 * Reads tokens that can't be parsed, up to the point where parsing resumes: the end of the line or of the enclosing
 * list. With `upToComma`, the next comma also ends them. Closed brackets are skipped as a whole.
 */
export function readSkippedTokens(
  reader: Reader,
  { upToComma }: { readonly upToComma: boolean },
): BrokenSyntax {
  const { start } = peek(reader);
  const parts: Token[] = [];
  while (!endsSkippedTokens(reader, upToComma)) {
    const close = reader.pairs.get(reader.index) ?? reader.index;
    while (reader.index <= close) parts.push(consume(reader));
  }
  return { is: 'broken', parts, ...spanFrom(reader, start) };
}

function endsSkippedTokens(reader: Reader, upToComma: boolean): boolean {
  const { kind } = peek(reader);
  if (kind === 'newline' || kind === 'end') return true;
  return (
    (upToComma && kind === ',') ||
    (isClosing(kind) && isAwaited(reader)) ||
    (kind === '>' && isAwaited(reader))
  );
}

/** Returns an empty broken node for a missing part. */
export function missingSyntax(reader: Reader): BrokenSyntax {
  return { is: 'broken', parts: [], ...spanFrom(reader, Infinity) };
}

/** Returns a broken node for a chain that is too long. The part that was read isn't the chain's value. */
export function unfinished(reader: Reader, read: ExpressionSyntax): BrokenSyntax {
  return { is: 'broken', parts: [read], ...spanFrom(reader, read.start) };
}

/** Reads a construct that is nested too deeply, without parsing its structure. */
export function readFlat(reader: Reader): BrokenSyntax {
  return isNext(reader, 'end') ? missingSyntax(reader) : readSkippedTokens(reader, { upToComma: true });
}
