/** The first line of a declaration, as nearly every file writes it: at the line's beginning. */
const declaration =
  /^(?:@\w|targetScope\s*=|(?:param|var|output|resource|module|func|type|metadata)\s+\w+[\s(]|(?:import|extension|using|extends)\s)/;

const passedOver = /^\s*(?:\/\/|#)/;

/**
 * Where a comment or multi-line string that has no end, or the wrong one, is taken to end: before the first blank line
 * that a declaration follows (comments between them or not); `limit` where there is none.
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

/** The offset of the line end before `\n`, which may be `\r\n`. */
function lastOfLine(text: string, newline: number): number {
  return text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}
