import { findFindingCheck } from '../checks/findings/finding-catalog';
import { spellingDistance } from '../core/spelling-distance';
import { findFileOnlyCheck } from '../file-checks/file-check-catalog';
import type { Problem } from '../file-checks/problem';
import type { Say } from '../messages/say';
import { textOfMarkdown } from '../plans/request/markdown-text';
import { findRequirement } from '../requirements/requirements';
import type { Requirement } from '../requirements/requirement';
import { sources, type SourceKey } from '../requirements/sources';
import { problemDetails } from '../wording/problem-details';
import { formatProblem } from '../wording/problem-text';
import { quotedNote } from './check-tool-result';
import { cutList, quotedNotes, quotedText, withinSize } from './shown-text';
import type { ToolResult } from './tool-results';

type Explanation = ToolResult<'explain_finding'>;
type ExplainedCheck = NonNullable<Explanation['check']>;

const mostProblems = 15;
const mostOfPage = 6000;

/** A check by its ID, the problems at a location, or both. */
export interface ToExplain {
  readonly check: ExplainedCheck | null;
  /** null if no location was given. */
  readonly problems: readonly Problem[] | null;
  /** The line at the location. */
  readonly line: string | null;
  readonly notes: readonly string[];
  /** False if a part of the files wasn't read. */
  readonly isWhole: boolean;
}

export function explainToolResult(
  say: Say,
  { check, problems, line, notes, isWhole }: ToExplain,
): Explanation {
  const here = cutList(problems ?? [], mostProblems);
  return withinSize(
    {
      quoted: quotedNote,
      next: [
        ...(isWhole ? [] : ['Something was not read. See notes, and report it as unknown.']),
        ...(problems?.length === 0
          ? [
              'Nothing is reported at this line. That is not a pass: check_network_files checks the whole file.',
            ]
          : []),
        ...(here.omitted > 0 ? ['More problems are at this line: check_network_files lists them.'] : []),
      ],
      notes: quotedNotes(notes),
      check,
      here: here.shown.map((one) => ({
        id: one.id,
        severity: one.severity,
        text: quotedText(formatProblem(say, one)),
        details: problemDetails(say, one).map(({ label, lines }) => ({
          label,
          lines: lines.map((each) => quotedText(textOfMarkdown(each))),
        })),
      })),
      line: line === null ? null : quotedText(line.trim(), 200),
    },
    {},
  );
}

type Pages = Readonly<Record<string, string>>;

/** Returns a check or cause by its ID, with its page; undefined if it doesn't exist. */
export function explainedCheck(id: string, pages: Pages): ExplainedCheck | undefined {
  const page = pages[`causes/${id}.md`] ?? pages[`checks/${id}.md`];
  return page === undefined ? undefined : { ...pageOf(id, page), ...factsOf(id) };
}

type CheckFacts = Omit<ExplainedCheck, 'id' | 'name' | 'page'>;

function factsOf(id: string): CheckFacts {
  const requirement = findRequirement(id);
  if (requirement) return factsOfRequirement(requirement);
  const finding = findFindingCheck(id) ?? findFileOnlyCheck(id);
  const rest = { level: null, checked: null };
  if (!finding) return { kind: 'cause', severity: null, basis: null, ...rest, sources: [] };
  const { severity, basis } = finding;
  return { kind: 'finding', severity, basis, ...rest, sources: pagesOf(finding.sources) };
}

function factsOfRequirement({ profiles, checked, sources: keys }: Requirement): CheckFacts {
  const { severity = null, level = null, basis = null } = profiles.current ?? profiles['2020-12'] ?? {};
  return { kind: 'requirement', severity, level, basis, checked, sources: pagesOf(keys) };
}

function pagesOf(keys: readonly SourceKey[]): CheckFacts['sources'] {
  return keys.map((key) => ({ ...sources[key] }));
}

function pageOf(id: string, page: string): Pick<ExplainedCheck, 'id' | 'name' | 'page'> {
  const [heading = id] = page.split('\n').flatMap((line) => (line.startsWith('# ') ? [line.slice(2)] : []));
  const name = heading.endsWith(` (${id})`) ? heading.slice(0, -id.length - 3) : heading;
  return { id, name, page: page.length > mostOfPage ? `${page.slice(0, mostOfPage)}…` : page };
}

/** Finds a known ID that is spelled similarly to `id`. */
export function similarCheck(id: string, pages: Pages): string | undefined {
  const near = Object.keys(pages).flatMap((path) => {
    const one = path.replace(/^(?:checks|causes)\//, '').replace(/\.md$/, '');
    const distance = spellingDistance(one, id, 3);
    return distance === undefined ? [] : [{ one, distance }];
  });
  return near.sort((a, b) => a.distance - b.distance)[0]?.one;
}
