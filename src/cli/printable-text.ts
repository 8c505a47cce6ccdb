import { shownLines } from '../core/text/shown-text';

/**
 * Azure Pipelines and GitHub Actions carry out what a step prints: `##vso[…]` and `##[…]` anywhere in a line, `::…` at its
 * start, after white space too (github.com/actions/runner src/Runner.Common/ActionCommand.cs, 2026-11-29). They compare
 * by culture, which passes over joiners and variation selectors.
 */
const anywhere = /#(?=[\u200C\u200D\uFE00-\uFE0F]*#[\w\u200C\u200D\uFE00-\uFE0F]*\[)/g;
const atStart = /^((?:[^\S\n]|[\u200C\u200D\uFE00-\uFE0F])*):(?=[\u200C\u200D\uFE00-\uFE0F]*:)/gm;

/**
 * Text as the program prints it: nothing in it moves the cursor, colors, links, or gives a command to whoever reads the
 * lines. Written out as JSON does it, so that JSON stays the same JSON.
 */
export function printableText(text: string): string {
  return shownLines(text).replace(anywhere, '\\u0023').replace(atStart, '$1\\u003a');
}
