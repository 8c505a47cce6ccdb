const quotes = ['"""', "'''", '"', "'"] as const;

/** Checks whether Python code ends inside brackets or a multi-line string. */
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

/** Returns the offset after a string; null if it isn't closed. A single-line string ends with the line. */
function endOfString(text: string, from: number, quote: string): number | null {
  let at = from;
  while (at < text.length) {
    if (text.startsWith(quote, at)) return at + quote.length;
    if (text[at] === '\n' && quote.length === 1) return at;
    at += text[at] === '\\' ? 2 : 1;
  }
  return quote.length === 1 ? text.length : null;
}

const neededAfter: ReadonlyMap<string | undefined, string> = new Map([
  ...(['for', 'while', 'until', 'select'] as const).map((word) => [word, 'do'] as const),
  ...(['if', 'elif'] as const).map((word) => [word, 'then'] as const),
]);

/** Checks whether Bash code ends inside a string, a list, or a command, so that another command can't follow. */
export function isOpenInBash(text: string): boolean {
  const lines = bashLines(text)?.filter((line) => line !== '');
  if (lines === undefined) return true;
  let cases = 0;
  let needed: string | undefined;
  for (const words of lines.map((line) => line.split(/[ \t;]/))) {
    cases += Number(words[0] === 'case') - Number(words.includes('esac'));
    needed = neededAfter.get(words[0]) ?? needed;
    if (needed !== undefined && words.includes(needed)) needed = undefined;
  }
  const last = lines.at(-1) ?? '';
  return cases > 0 || needed !== undefined || ['|', '&&', '()'].some((one) => last.endsWith(one));
}

/**
 * Returns the lines without strings, comments, and here-documents; undefined if a bracket, a string, or a here-document
 * is open.
 */
function bashLines(text: string): readonly string[] | undefined {
  const lines: string[] = [];
  let [code, depth, at] = ['', 0, 0];
  let document: string | undefined;
  while (at < text.length) {
    const part = bashPart(text, at);
    at = part.end;
    document = part.document ?? document;
    if (part.code === '(' || part.code === ')') depth = Math.max(0, depth + depthOf(part.code));
    if (part.code !== '\n') {
      code += part.code;
      continue;
    }
    lines.push(code.trim());
    code = '';
    if (document !== undefined) at = endOfDocument(text, at, document);
    document = undefined;
  }
  // If a part isn't closed, its end is after the end of the text.
  return depth > 0 || document !== undefined || at > text.length ? undefined : [...lines, code.trim()];
}

interface BashPart {
  readonly end: number;
  readonly code: string;
  readonly document?: string | undefined;
}

function bashPart(text: string, at: number): BashPart {
  const sign = text[at] ?? '';
  if (sign === "'" || sign === '"') return { end: endOfQuoted(text, at), code: 'x' };
  if (sign === '\\') return { end: Math.min(at + 2, text.length), code: '' };
  if (sign === '#' && ['', ' ', '\t', '\n', ';', '('].includes(text[at - 1] ?? '')) {
    return { end: lineEnd(text, at), code: '' };
  }
  if (text.startsWith('<<<', at)) return { end: at + 3, code: '' };
  const document = /^<<-?[ \t]*["']?([A-Za-z_]\w*)["']?/.exec(text.slice(at, at + 200));
  return document
    ? { end: at + document[0].length, code: '', document: document[1] }
    : { end: at + 1, code: sign };
}

/** Returns an offset after the end of the text if it isn't closed. */
function endOfQuoted(text: string, from: number): number {
  const quote = text[from];
  const escapes = quote === '"' || text[from - 1] === '$';
  for (let at = from + 1; at < text.length; at += text[at] === '\\' && escapes ? 2 : 1) {
    if (text[at] === quote) return at + 1;
  }
  return text.length + 1;
}

/** Returns an offset after the end of the text if it isn't closed. */
function endOfDocument(text: string, from: number, word: string): number {
  for (let at = from; at <= text.length;) {
    const end = lineEnd(text, at);
    if (text.slice(at, end).trim() === word) return end;
    at = end + 1;
  }
  return text.length + 1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly indent: string;
  readonly opensBlock: boolean;
  /** True for `else` and similar clauses, which belong to the preceding block. */
  readonly continues: boolean;
}

/** Returns the Python statements of a text, each with its start and end. */
function statementsIn(text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let [start, depth, at, last] = [-1, 0, 0, ''];
  const close = (): void => {
    if (start >= 0) {
      const indent = text.slice(text.lastIndexOf('\n', start) + 1, start);
      const continues = /^(?:else|elif|except|finally|case)\b/.test(text.slice(start, start + 10));
      statements.push({ start, end: at, indent, opensBlock: last === ':', continues });
    }
    [start, last] = [-1, ''];
  };
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\n' && depth === 0) close();
    if (sign.trim() !== '' && sign !== '#') {
      if (start < 0) start = at;
      last = sign;
      depth = Math.max(0, depth + depthOf(sign));
    }
    at = endOfPythonPart(text, at);
  }
  close();
  return statements;
}

function endOfPythonPart(text: string, at: number): number {
  const quote = quotes.find((one) => text.startsWith(one, at));
  if (quote !== undefined) return endOfString(text, at + quote.length, quote) ?? text.length;
  if (text[at] === '#') return lineEnd(text, at);
  if (text[at] !== '\\') return at + 1;
  return at + (text.startsWith('\r\n', at + 1) ? 3 : 2);
}

/**
 * Returns the indentation of a new Python statement at an offset; null if none is possible there.
 * The offset is at the end of a line or the start of an empty line. An empty line's own indentation is ignored: its
 * neighbors decide.
 */
export function pythonIndentAt(text: string, offset: number, unit: string): string | null {
  const statements = statementsIn(text);
  const before = statements.findLast(({ start }) => start < offset);
  const after = statements.find(({ start }) => start >= offset);
  const next = after?.indent ?? '';
  if (!before) return next;
  if (text[before.start] === '@') return null;
  if (after?.continues) return indentBeforeContinued(before, after);
  if (before.opensBlock) return indentInBlock(before, after, unit);
  return isInBlockOf(before, text, offset) ? before.indent : next;
}

function indentBeforeContinued(before: Statement, after: Statement): string | null {
  return before.opensBlock || after.indent === before.indent ? null : before.indent;
}

function indentInBlock({ indent }: Statement, after: Statement | undefined, unit: string): string {
  return after && after.indent.length > indent.length ? after.indent : indent + unit;
}

/** Checks whether the line of an offset belongs to a statement, or has its indentation. */
function isInBlockOf({ end, indent }: Statement, text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return end > lineStart || /^[ \t]*/.exec(text.slice(lineStart))?.[0] === indent;
}

/** Checks whether a block comment of Bicep or Terraform is open. The text contains only comments and whitespace. */
export function isInComment(text: string): boolean {
  for (let at = 0; at < text.length;) {
    if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2);
      if (end < 0) return true;
      at = end + 2;
    } else if (text.startsWith('//', at) || text[at] === '#') at = lineEnd(text, at);
    else at += 1;
  }
  return false;
}

/** Returns the end of the line of an offset, including lines that continue it with `\`. */
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
