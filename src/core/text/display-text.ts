/**
 * Characters that are invisible, or that affect the surrounding text. Joiners and variation selectors belong to letters
 * and emoji.
 */
const unseen =
  /(?![\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Letters and digits of right-to-left scripts. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** First strong isolate, and its end (https://www.unicode.org/reports/tr9/, 2025-09-02). */
const isolate = '\u2068';
const isolateEnd = '\u2069';

/**
 * Returns an external name, path, or message for use in a line of the product. Invisible characters are escaped
 * (`\u001b`), including line ends. Right-to-left text is isolated, so that it doesn't reorder the surrounding text.
 * Applying it twice has no further effect.
 */
export function displayText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  const { shown, hasOpenRightToLeft } = inOneLine(escapeUnseen(text));
  return hasOpenRightToLeft ? `${isolate}${shown}${isolateEnd}` : shown;
}

/** Does the same for each line of a multiline text. Line ends and tabs stay. */
export function displayLines(text: string): string {
  const shown = escapeParts(text, /[^\t\n -~]+/g, escapeUnseen);
  return hasIsolate(shown) ? shown.replace(/[^\t\n]+/g, (line) => inOneLine(line).shown) : shown;
}

/**
 * Returns JSON text whose strings show all their characters: those that JSON leaves unescaped are escaped in JSON's
 * notation.
 */
export function displayJson(json: string): string {
  return escapeParts(json, /[^\n -~]+/g, (part) => part.replace(unseen, escaped));
}

/** Escapes parts of a text. Nearly every text is returned as it is, since a copy of a report takes longer than a search. */
function escapeParts(text: string, parts: RegExp, escape: (part: string) => string): string {
  const found = [...new Set(text.match(parts))];
  return found.some((part) => escape(part) !== part) ? text.replace(parts, escape) : text;
}

/** Escapes invisible characters, except isolates: their pairs are checked per line. */
function escapeUnseen(text: string): string {
  return text.replace(unseen, (one) => (isIsolate(one) ? one : escaped(one)));
}

/** Returns UTF-16 units as JSON and JavaScript escape them. */
function escaped(one: string): string {
  return Array.from({ length: one.length }, (_, at) => one.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

function hasIsolate(text: string): boolean {
  return text.includes(isolate) || text.includes(isolateEnd);
}

function isIsolate(one: string): boolean {
  return one === isolate || one === isolateEnd;
}

interface Line {
  readonly shown: string;
  /** Whether right-to-left text is outside of every isolate. */
  readonly hasOpenRightToLeft: boolean;
}

/** Escapes unpaired isolates: they would end an isolate of the product, or include the following text. */
function inOneLine(line: string): Line {
  if (!hasIsolate(line)) return { shown: line, hasOpenRightToLeft: rightToLeft.test(line) };
  const parts = line.split(/([\u2068\u2069])/);
  const open: number[] = [];
  let outside = '';
  parts.forEach((part, at) => {
    if (part === isolate) open.push(at);
    else if (part !== isolateEnd) outside += open.length === 0 ? part : '';
    else if (open.pop() === undefined) parts[at] = escaped(part);
  });
  for (const at of open) parts[at] = escaped(isolate);
  // The content of an isolate without an end is outside of it.
  if (open.length > 0) return inOneLine(parts.join(''));
  return { shown: parts.join(''), hasOpenRightToLeft: rightToLeft.test(outside) };
}
