import type { Reason } from '../core/reason';
import { markdownText } from '../plans/request/markdown-text';
import type { Problem } from '../file-checks/problem';
import type { Say } from '../messages/say';
import { checkName } from './check-name';
import { problemDetails } from './problem-details';
import { formatProblem } from './problem-text';
import { formatReason } from './reason-text';

/** Additional content of a page about a problem. */
export interface Explaining {
  /** Titles of its fixes. */
  readonly fixes: readonly string[];
  /** Why a known fix isn't offered. */
  readonly noFix?: Reason | null;
  /** Page of its check as Markdown, starting with its title. */
  readonly page: string;
}

/**
 * Returns a page about a problem in a file: how it was decided with a packet, what fixes it, and then the page of its
 * check.
 */
export function explainedProblem(
  say: Say,
  problem: Problem,
  { fixes, noFix = null, page }: Explaining,
): string {
  const details = problemDetails(say, problem, { noFix, isOffered: fixes.length > 0 }).map(
    ({ label, lines }) => `**${label}**\n\n${detailLines(lines)}`,
  );
  const related = problem.related.map((one) => markdownText(formatReason(say, one.text)));
  return `${[
    `# ${markdownText(checkName(say, problem.id))}`,
    markdownText(formatProblem(say, problem)),
    ...(details.length > 0 ? [] : related),
    ...details,
    ...(fixes.length > 0
      ? [`**${say('file.explain.fixes')}**\n\n${detailLines(fixes.map(markdownText))}`]
      : []),
    '---',
    withoutTitle(page).trim(),
  ].join('\n\n')}\n`;
}

/** Puts lines below each other. Steps include their numbers, because Markdown would renumber them. */
export function detailLines(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^(\d+)\./, '$1\\.')).join('  \n');
}

/** Removes the title, which is already above. */
export function withoutTitle(page: string): string {
  return page.replace(/^\s*# .*\n/, '');
}
