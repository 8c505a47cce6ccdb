import { displayLines } from '../core/text/display-text';

/**
 * Azure Pipelines and GitHub Actions execute commands in a step's output. These are `##vso[…]` and `##[…]` anywhere in
 * a line, and `::…` at its start, also after white space (github.com/actions/runner src/Runner.Common/ActionCommand.cs,
 * 2026-11-29). Their comparison depends on culture, and ignores joiners and variation selectors.
 */
const anywhere = /#(?=[\u200C\u200D\uFE00-\uFE0F]*#[\w\u200C\u200D\uFE00-\uFE0F]*\[)/g;
const blank = /[\s\u200C\u200D\uFE00-\uFE0F]/;
/** Rare: only a text with both is split into its lines. */
const colonAfterColon = /:[\u200C\u200D\uFE00-\uFE0F]*:/;
const lineWithColonFirst = /^(?:[^\S\n\r\u2028\u2029]|[\u200C\u200D\uFE00-\uFE0F])*:/m;
const twoColons = /^:[\u200C\u200D\uFE00-\uFE0F]*:/;

/**
 * Returns text for the program's output. Nothing in it moves the cursor, sets colors or links, or gives a command to
 * the reader of the lines. Characters are escaped like in JSON, so that JSON text stays equivalent.
 */
export function printableText(text: string): string {
  const shown = displayLines(text).replace(anywhere, '\\u0023');
  const mayCommand = colonAfterColon.test(shown) && lineWithColonFirst.test(shown);
  return mayCommand ? shown.split('\n').map(withoutCommand).join('\n') : shown;
}

declare const printable: unique symbol;

/** Text for the program's output in UTF-8, which `printableText` returned. */
export type PrintableUtf8 = Uint8Array<ArrayBuffer> & { readonly [printable]: true };

const encoder = new TextEncoder();

/** Returns text for the program's output in UTF-8. */
export function printableUtf8(text: string): PrintableUtf8 {
  return asPrintable(encoder.encode(printableText(text)));
}

/** Joins parts of the output. Each begins and ends where a line does, or has printable text around it. */
export function joinPrintable(parts: readonly PrintableUtf8[]): PrintableUtf8 {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return asPrintable(all);
}

function asPrintable(bytes: Uint8Array<ArrayBuffer>): PrintableUtf8 {
  return bytes as PrintableUtf8;
}

/** Escapes a `::` at the start of a line. */
function withoutCommand(line: string): string {
  let at = 0;
  while (blank.test(line.charAt(at))) at += 1;
  return twoColons.test(line.slice(at, at + longestStart))
    ? `${line.slice(0, at)}\\u003a${line.slice(at + 1)}`
    : line;
}

/** With more joiners than this between two colons, it isn't a command. */
const longestStart = 1000;
