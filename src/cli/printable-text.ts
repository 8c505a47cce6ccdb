import { displayLines } from '../core/text/display-text';

/**
 * Azure Pipelines and GitHub Actions carry out what a step prints: `##vso[…]` and `##[…]` anywhere in a line, `::…` at its
 * start, after white space too (github.com/actions/runner src/Runner.Common/ActionCommand.cs, 2026-11-29). They compare
 * by culture, which passes over joiners and variation selectors.
 */
const anywhere = /#(?=[\u200C\u200D\uFE00-\uFE0F]*#[\w\u200C\u200D\uFE00-\uFE0F]*\[)/g;
const blank = /[\s\u200C\u200D\uFE00-\uFE0F]/;
const twoColons = /^:[\u200C\u200D\uFE00-\uFE0F]*:/;

/**
 * Text as the program prints it: nothing in it moves the cursor, colors, links, or gives a command to whoever reads the
 * lines. Written out as JSON does it, so that JSON stays the same JSON.
 */
export function printableText(text: string): string {
  const lines = displayLines(text).replace(anywhere, '\\u0023').split('\n');
  return lines.map(withoutCommand).join('\n');
}

/** A line whose first letters are no `::`. */
function withoutCommand(line: string): string {
  let at = 0;
  while (blank.test(line.charAt(at))) at += 1;
  return twoColons.test(line.slice(at, at + longestStart))
    ? `${line.slice(0, at)}\\u003a${line.slice(at + 1)}`
    : line;
}

/** More joiners between two colons than these are no command. */
const longestStart = 1000;
