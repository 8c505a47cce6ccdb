import type { Reason } from '../core/reason';
import { markdownText } from '../plans/request/markdown-text';
import type { Problem } from '../file-checks/problem';
import type { Say } from '../messages/say';
import { checkName } from './check-name';
import { problemDetails } from './problem-details';
import { formatProblem } from './problem-text';
import { formatReason } from './reason-text';

/** What a page on a problem adds to the problem itself. */
export interface Explaining {
  /** Titles of its fixes. */
  readonly fixes: readonly string[];
  /** Why a fix that is known is not offered. */
  readonly noFix?: Reason | null;
  /** The page of its check, as Markdown that begins with its title. */
  readonly page: string;
}

/** A page on one problem of a file: how it was decided, with a packet, what mends it, and then all of its check. */
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

/** One line below the other; steps bring their numbers, which Markdown would count anew. */
export function detailLines(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^(\d+)\./, '$1\\.')).join('  \n');
}

/** What stands above already. */
export function withoutTitle(page: string): string {
  return page.replace(/^\s*# .*\n/, '');
}
