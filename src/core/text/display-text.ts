/** What does not show, or acts on what surrounds it; joiners and variation selectors belong to letters and emoji. */
const unseen =
  /(?![\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Letters and digits that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** First strong isolate, and its end (https://www.unicode.org/reports/tr9/, 2025-09-02). */
const isolate = '\u2068';
const isolateEnd = '\u2069';

/**
 * A name, path, or message from outside, for a line of ours. What does not show is written out (`\u001b`), line ends too;
 * text from right to left is isolated, so that it does not reorder what surrounds it. Changes nothing the second time.
 */
export function displayText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  const { shown, hasOpenRightToLeft } = inOneLine(
    text.replace(unseen, (one) => (isIsolate(one) ? one : escaped(one))),
  );
  return hasOpenRightToLeft ? `${isolate}${shown}${isolateEnd}` : shown;
}

/** A whole text on its outbound access: the same for each of its lines. Line ends and tabs stay. */
export function displayLines(text: string): string {
  if (/^[\t\n -~]*$/.test(text)) return text;
  return text.replace(
    /[^\t\n]+/g,
    (line) => inOneLine(line.replace(unseen, (one) => (isIsolate(one) ? one : escaped(one)))).shown,
  );
}

/** JSON text whose strings show all that they hold: what JSON leaves as it is, is escaped as JSON does. */
export function displayJson(json: string): string {
  return json.replace(unseen, (one) => (one === '\n' ? one : escaped(one)));
}

/** UTF-16 units as JSON and JavaScript write them. */
function escaped(one: string): string {
  return Array.from({ length: one.length }, (_, at) => one.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

function isIsolate(one: string): boolean {
  return one === isolate || one === isolateEnd;
}

interface Line {
  readonly shown: string;
  /** Text from right to left is outside of every isolate. */
  readonly hasOpenRightToLeft: boolean;
}

/** Isolates without their other half are written out: they would end one of ours, or hold what follows. */
function inOneLine(line: string): Line {
  if (!line.includes(isolate) && !line.includes(isolateEnd)) {
    return { shown: line, hasOpenRightToLeft: rightToLeft.test(line) };
  }
  const parts = line.split(/([\u2068\u2069])/);
  const open: number[] = [];
  let outside = '';
  parts.forEach((part, at) => {
    if (part === isolate) open.push(at);
    else if (part !== isolateEnd) outside += open.length === 0 ? part : '';
    else if (open.pop() === undefined) parts[at] = escaped(part);
  });
  for (const at of open) parts[at] = escaped(isolate);
  // What an isolate without an end held is outside of it.
  if (open.length > 0) return inOneLine(parts.join(''));
  return { shown: parts.join(''), hasOpenRightToLeft: rightToLeft.test(outside) };
}
