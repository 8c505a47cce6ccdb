/** Matches the first line of a declaration, in the usual form: at the start of the line. */
const declaration =
  /^(?:@\w|targetScope\s*=|(?:param|var|output|resource|module|func|type|metadata)\s+\w+[\s(]|(?:import|extension|using|extends)\s)/;

const passedOver = /^\s*(?:\/\/|#)/;

/**
 * Returns the assumed end of a comment or multi-line string that is unterminated or has the wrong end. It's before the
 * first blank line that a declaration follows, with or without comments between them, or `limit` if there is none.
 */
export function endOfUnclosed(text: string, from: number, limit: number): number {
  let end = lineEnd(text, from, limit);
  let blankFrom: number | undefined;
  while (end < limit) {
    const start = end + 1;
    const next = lineEnd(text, start, limit);
    const line = text.slice(start, next);
    if (blankFrom !== undefined && declaration.test(line)) return blankFrom;
    if (line.trim() === '') blankFrom ??= lastOfLine(text, end);
    else if (!passedOver.test(line)) blankFrom = undefined;
    end = next;
  }
  return limit;
}

function lineEnd(text: string, from: number, limit: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 || end > limit ? limit : end;
}

/** Returns the offset of the line end before `\n`, which can be `\r\n`. */
function lastOfLine(text: string, newline: number): number {
  return text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}
