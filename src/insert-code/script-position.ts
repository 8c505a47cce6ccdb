const quotes = ['"""', "'''", '"', "'"] as const;

/** True where Python's text leaves brackets or a string over several lines open. */
export function isOpenInPython(text: string): boolean {
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const quote = quotes.find((one) => text.startsWith(one, at));
    if (quote !== undefined) {
      const end = endOfString(text, at + quote.length, quote);
      if (end === null) return true;
      at = end;
      continue;
    }
    if (text[at] === '#') {
      const line = text.indexOf('\n', at);
      at = line < 0 ? text.length : line;
      continue;
    }
    depth += depthOf(text[at] ?? '');
    at += 1;
  }
  return depth > 0;
}

function depthOf(sign: string): number {
  if ('([{'.includes(sign)) return 1;
  return ')]}'.includes(sign) ? -1 : 0;
}

/** The offset after a string; null where it isn't closed. A string of one line ends with the line. */
function endOfString(text: string, from: number, quote: string): number | null {
  let at = from;
  while (at < text.length) {
    if (text.startsWith(quote, at)) return at + quote.length;
    if (text[at] === '\n' && quote.length === 1) return at;
    at += text[at] === '\\' ? 2 : 1;
  }
  return quote.length === 1 ? text.length : null;
}

/** True where Bash's text leaves a document open that a command reads. */
export function isInBashDocument(text: string): boolean {
  let end: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (end !== null) {
      if (line.trim() === end) end = null;
      continue;
    }
    end = /<<-?\s*["']?(\w+)/.exec(line)?.[1] ?? null;
  }
  return end !== null;
}

/** The end of the line of an offset, and of the lines that continue it. */
export function endOfContinued(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const next = text.indexOf('\n', end);
    const line = next < 0 ? text.length : next;
    const isContinued = text.slice(0, line).trimEnd().endsWith('\\') && next >= 0;
    if (!isContinued) return line > 0 && text[line - 1] === '\r' && line > end ? line - 1 : line;
    end = next + 1;
  }
}
