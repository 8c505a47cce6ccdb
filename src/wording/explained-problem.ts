import type { Reason } from '../core/reason';
import { markdownText } from '../plans/request/markdown-text';
import type { CauseProblem } from '../file-checks/cause-problems';
import type { Problem } from '../file-checks/problem';
import type { Say } from '../messages/say';
import { blockedEarlierText, causeTitle } from './cause-text';
import { checkName } from './check-name';
import { formatReported } from './file-cause-text';
import { problemDetails } from './problem-details';
import { formatProblem } from './problem-text';
import { formatReason } from './reason-text';
import { requirementName } from './requirement-text';

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
export function explainedProblem(say: Say, problem: Problem, explaining: Explaining): string {
  const details = detailsOf(say, problem, explaining);
  const related = problem.related.map((one) => markdownText(formatReason(say, one.text)));
  return pageOf(say, explaining, [
    `# ${markdownText(checkName(say, problem.id))}`,
    markdownText(formatProblem(say, problem)),
    ...(details.length > 0 ? details : related),
  ]);
}

/**
 * Returns a page about a cause: its flows, how the worst one was decided, the fix, and then the page of its kind.
 */
export function explainedCause(say: Say, problem: CauseProblem, explaining: Explaining): string {
  const { cause, flows } = problem;
  const [worst] = flows;
  const names = cause.results.map(
    ({ requirement: id }) => `- [${markdownText(requirementName(say, id))}](../checks/${id}.md)`,
  );
  const earlier = cause.blockedEarlier.map((one) => `- ${markdownText(blockedEarlierText(say, one))}`);
  return pageOf(say, explaining, [
    `# ${markdownText(causeTitle(say, cause))}`,
    markdownText(formatReported(say, problem)),
    ...(names.length + earlier.length > 1
      ? [[...names, ...earlier].join('\n'), `## ${markdownText(requirementName(say, worst.id))}`]
      : []),
    ...detailsOf(say, worst, explaining),
  ]);
}

function detailsOf(say: Say, problem: Problem, { fixes, noFix = null }: Explaining): readonly string[] {
  return problemDetails(say, problem, { noFix, isOffered: fixes.length > 0 }).map(
    ({ label, lines }) => `**${label}**\n\n${detailLines(lines)}`,
  );
}

function pageOf(say: Say, { fixes, page }: Explaining, top: readonly string[]): string {
  return `${[
    ...top,
    ...(fixes.length > 0
      ? [`**${say('file.explain.fixes')}**\n\n${detailLines(fixes.map(markdownText))}`]
      : []),
    '---',
    withoutTitle(page).trim(),
  ].join('\n\n')}\n`;
}

/** Puts lines below each other. Steps include their numbers, because Markdown would renumber them. */
function detailLines(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^(\d+)\./, '$1\\.')).join('  \n');
}

/** Removes the title, which is already above. */
function withoutTitle(page: string): string {
  return page.replace(/^\s*# .*\n/, '');
}
