import { endOfLine, type HclScanner } from './scanner';

const topBlock =
  /(?:resource|data|module|variable|output|locals|provider|terraform|moved|import|check|removed|ephemeral)(?:[ \t]+(?:"[^"\n]*"|[\w-]+))*[ \t]*\{/y;

/** Returns whether a line looks like the start of a top-level block. */
export function beginsBlock(text: string, at: number): boolean {
  if (at > 0 && text[at - 1] !== '\n') return false;
  topBlock.lastIndex = at;
  return topBlock.test(text);
}

/**
 * Advances from `from` to the end of the text that can't be parsed. That's a line end or closing brace outside
 * brackets, or the next block of the file. It advances by at least one character.
 */
export function skipUnreadable(scanner: HclScanner, from: number): void {
  const { text } = scanner;
  let depth = 0;
  // An extra closing brace is the start of the text that can't be parsed, and doesn't end it.
  let at = text[from] === '}' ? from + 1 : from;
  while (at < text.length && !(at > from && beginsBlock(text, at))) {
    const change = depthChange(text.charAt(at));
    if (depth === 0 ? /[\n}]/.test(text.charAt(at)) : endsBlock(text, at)) break;
    depth = Math.max(depth + change, 0);
    at = change === 0 ? endOfText(text, at) : at + 1;
  }
  scanner.at = Math.max(at, Math.min(from + 1, text.length));
}

/** Returns whether there is a closing brace at the start of a line. It ends a block, whatever is open inside. */
function endsBlock(text: string, at: number): boolean {
  return text[at] === '}' && text[at - 1] === '\n';
}

function depthChange(character: string): number {
  if ('{[('.includes(character)) return 1;
  return '}])'.includes(character) ? -1 : 0;
}

const heredocStart = /<<-?([A-Za-z_][\w-]*)[ \t\r]*\n/y;

/** Returns the end of the string, comment, or heredoc at `at`, or the next offset if none begins there. */
function endOfText(text: string, at: number): number {
  const character = text[at];
  if (character === '"') return endOfString(text, at);
  if (character === '#' || text.startsWith('//', at)) return endOfLine(text, at);
  if (character !== '<') return at + 1;
  heredocStart.lastIndex = at;
  const marker = heredocStart.exec(text)?.[1];
  if (marker === undefined) return at + 1;
  return endOfHeredoc(text, { marker, start: heredocStart.lastIndex }) ?? at + 1;
}

function endOfString(text: string, at: number): number {
  const end = endOfLine(text, at);
  for (let next = at + 1; next < end; next += 1) {
    if (text[next] === '"') return next + 1;
    if (text[next] === '\\') next += 1;
  }
  return end;
}

function endOfHeredoc(
  text: string,
  { marker, start }: { readonly marker: string; readonly start: number },
): number | undefined {
  for (let at = start; at < text.length;) {
    const end = endOfLine(text, at);
    if (end - at < marker.length + 500 && text.slice(at, end).trim() === marker) return end;
    at = end + 1;
  }
  return undefined;
}
