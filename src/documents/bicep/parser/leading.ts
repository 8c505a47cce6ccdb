import type { DecoratorSyntax, LeadingSyntax } from '../syntax/syntax';
import { isToken } from '../syntax/parts';
import { readReferenceOrCall } from './expressions';
import { readSkippedTokens } from './skipped-tokens';
import { addSyntaxError, isNext, peek, type Reader, spanFrom, consume } from './reader';

/** Reads the decorators, each on its own line, and the line ends after them. */
export function readLeading(reader: Reader): LeadingSyntax[] {
  const leading: LeadingSyntax[] = [];
  while (isNext(reader, '@')) {
    leading.push(readDecorator(reader));
    const { kind } = peek(reader);
    if (kind !== 'newline' && kind !== 'end') {
      addSyntaxError(reader, 'bicep.expectedLineEnd');
      // A declaration on the decorator's line is still parsed.
      if (kind !== '@' && kind !== 'identifier') {
        leading.push(readSkippedTokens(reader, { upToComma: false }));
      }
    }
    while (isNext(reader, 'newline')) leading.push(consume(reader));
  }
  return leading;
}

/**
 * Returns line ends to the reader if no declaration follows. They belong to the enclosing list, which may end here or
 * continue.
 */
export function unreadLineEnds(reader: Reader, leading: LeadingSyntax[]): void {
  for (let last = leading.at(-1); last && isToken(last); last = leading.at(-1)) {
    leading.pop();
    reader.index -= 1;
  }
}

function readDecorator(reader: Reader): DecoratorSyntax {
  const at = consume(reader);
  if (!isNext(reader, 'identifier')) addSyntaxError(reader, 'bicep.expectedName');
  const expression = readReferenceOrCall(reader);
  return { is: 'decorator', at, expression, ...spanFrom(reader, at.start) };
}
