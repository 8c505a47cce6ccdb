import { permissionsOf } from '../../core/fix-permissions';
import { isBilled } from '../../core/resource-change';
import type { FileCheck } from '../../file-checks/check-files';
import type { ClosedTemplate } from '../../file-checks/edits/close-template';
import type { TestedEdits } from '../../file-checks/edits/fix-attempt';
import { stoppedSubnets, worseSubnets, type WorseSubnet } from '../../file-checks/edits/preview-changes';
import type { Problem } from '../../file-checks/problem';
import type { Say } from '../../messages/say';
import { formatCost } from '../../wording/change-cost';
import { checkName } from '../../wording/check-name';
import { formatClosing } from '../../wording/deny-other-text';
import { formatApartTitle, formatFixChanges } from '../../wording/fix-title';
import { formatProblem } from '../../wording/problem-text';
import { formatReason } from '../../wording/reason-text';
import { requirementName } from '../../wording/requirement-text';
import { formatCosts, formatLoss, formatTested, subnetsAfter } from '../../wording/tested-changes-text';
import { parametersText, type ParameterSource } from '../parameter-choice';
import type { FixedTemplate, UnfixedProblem } from '../../file-checks/edits/fix-template';

/** Parts of a report that are not in the fixed template itself. */
export interface FixReportContext {
  readonly isDry: boolean;
  readonly parameters: readonly ParameterSource[];
  /** Changed files that other templates also use. */
  readonly shared: readonly { readonly file: string; readonly users: readonly string[] }[];
}

interface Fixed extends FixReportContext {
  readonly fixed: FixedTemplate;
}

/** Describes the changes in a template, what else to know, and the remaining problems with their reasons. */
export function fixReport(say: Say, file: string, { fixed, isDry, parameters, shared }: Fixed): string {
  const { applied } = fixed;
  const done = applied.flatMap((one) => formatFixChanges(say, one));
  const head =
    done.length === 0
      ? say('terminal.fix.nothing', { file })
      : say(isDry ? 'terminal.fix.would' : 'terminal.fix.done', { file, n: done.length });
  const notes = new Set(applied.flatMap(({ fix }) => fix.notes.map((note) => formatReason(say, note))));
  const lines = [
    head,
    ...sharedLines(say, shared),
    ...done.map((one) => `    ${one}`),
    ...[...notes].map((one) => `        ${one}`),
    ...(applied.length === 0 ? [] : testLines(say, testOf(say, fixed))),
    ...leftLines(say, fixed),
    ...parametersIn(say, parameters),
  ];
  return `${lines.join('\n')}\n`;
}

/** Describes what denies other outbound traffic in a template's subnets, in the words of other fixes. */
export function closingReport(
  say: Say,
  file: string,
  { closed, isDry, parameters, shared }: FixReportContext & { readonly closed: ClosedTemplate },
): string {
  const { applied } = closed;
  if (applied.length === 0) return `${say('terminal.closing.none', { file })}\n`;
  const lines = [
    say(isDry ? 'terminal.fix.would' : 'terminal.fix.done', { file, n: applied.length }),
    ...sharedLines(say, shared),
    ...applied.flatMap((one) => {
      const { title, closes, notes } = formatClosing(say, one);
      return [`    ${title}`, ...[...closes, ...notes].map((line) => `        ${line}`)];
    }),
    ...testLines(say, {
      ...{ applied, before: closed.before.check, after: closed.after.check },
      worse: stoppedSubnets(applied),
      verified: say('diff.verifiedClosing'),
      passing: applied.flatMap(({ subnet, written }) =>
        written.map((id) => ({ id, subnet, name: requirementName(say, id) })),
      ),
    }),
    ...parametersIn(say, parameters),
  ];
  return `${lines.join('\n')}\n`;
}

function sharedLines(say: Say, shared: FixReportContext['shared']): readonly string[] {
  return shared.map((one) => `    ⚠ ${say('terminal.fix.shared', one)}`);
}

/** A test on a copy. */
interface ReportedTest {
  readonly applied: readonly TestedEdits[];
  readonly before: FileCheck;
  readonly after: FileCheck;
  readonly worse: readonly WorseSubnet[];
  /** The line if no subnet gets worse. */
  readonly verified: string;
  /** Checks that pass after the fix. */
  readonly passing: readonly { readonly id: string; readonly subnet: string; readonly name: string }[];
}

function testOf(say: Say, { applied, fixed: problems, ...fixed }: FixedTemplate): ReportedTest {
  const checks = { before: fixed.before.check, after: fixed.after.check };
  return {
    ...checks,
    applied,
    worse: worseSubnets(checks.before, { after: checks.after, applied }),
    verified: formatTested(say, { ...checks, problems }),
    passing: problems.map(({ id, subnet, what }) => {
      const name = what.is === 'result' ? requirementName(say, id) : checkName(say, id);
      return { id, subnet, name };
    }),
  };
}

/** Describes the test on a copy: what passes, what else blocked it, each subnet before and after, and the cost. */
function testLines(
  say: Say,
  { applied, worse, verified, passing, ...checks }: ReportedTest,
): readonly string[] {
  const names = worse.map(({ name }) => name);
  const subnets = new Set(passing.map(({ subnet }) => subnet));
  const passes = passing.map(
    ({ id, subnet, name }) =>
      `${subnets.size > 1 ? say('terminal.fix.requirement', { subnet, name }) : name} [${id}]`,
  );
  const rows = subnetsAfter(say, checks);
  return [
    ...(worse.length > 0
      ? [
          `⚠ ${say('diff.worse', { n: worse.length, names })}`,
          ...worse.map((one) => `    ${formatLoss(say, one)}`),
        ]
      : [verified]),
    ...[...new Set(passes)].map((one) => `    ${one}`),
    ...(rows.length > 0 ? [say('terminal.fix.after')] : []),
    ...rows.map((row) => `    ${say('terminal.fix.change', rowValues(row))}`),
    say('terminal.fix.cost'),
    ...formatCosts(say, applied).map((one) => `    ${one}`),
  ];
}

type Row = ReturnType<typeof subnetsAfter>[number];

function rowValues({ subnet, before, after }: Row): Record<'subnet' | 'before' | 'after', string> {
  return { subnet, before: before.text, after: after.text };
}

function parametersIn(say: Say, parameters: readonly ParameterSource[]): readonly string[] {
  const text = parametersText(say, parameters);
  return text === '' ? [] : [text];
}

interface LeftLine {
  readonly text: string;
  readonly because: string | null;
}

/** Groups remaining problems by reason, with the reason below. An info is only included if its fix wasn't made. */
function leftLines(say: Say, { left, unreported }: FixedTemplate): readonly string[] {
  const isErrorOrWarning = ({ severity }: Problem): boolean => severity === 'error' || severity === 'warning';
  const lines = [
    ...left.flatMap((one): readonly LeftLine[] => {
      const because = whyLeft(say, one);
      const isShown = isErrorOrWarning(one.problem) || because !== null;
      return isShown ? [lineOf(formatProblem(say, one.problem), one.problem.id, because)] : [];
    }),
    ...unreported.map(({ requirement, subnet, because }) => {
      const text = say('terminal.fix.requirement', { subnet, name: requirementName(say, requirement) });
      return lineOf(text, requirement, formatReason(say, because));
    }),
  ];
  if (lines.length === 0) return [];
  const reasons = [...new Set(lines.map(({ because }) => because))];
  const grouped = reasons.flatMap((because) => [
    ...new Set(lines.filter((one) => one.because === because).map(({ text }) => `    ${text}`)),
    ...(because === null ? [] : [`        ${because}`]),
  ]);
  return [say('terminal.fix.left'), ...grouped];
}

function lineOf(text: string, id: string, because: string | null): LeftLine {
  return { text: `${text} [${id}]`, because };
}

function whyLeft(say: Say, { withheld, because, leftOut }: UnfixedProblem): string | null {
  if (leftOut === 'hint') return say('terminal.fix.hint', { option: '--fail-on info' });
  if (leftOut === 'ignored') return say('terminal.fix.ignored');
  if (withheld) {
    const option = `--allow ${permissionsOf(withheld.fix.changes).join(',')}`;
    const change = formatApartTitle(say, withheld);
    const { changes } = withheld.fix;
    if (!changes.some(isBilled)) return say('terminal.fix.withheld', { change, option });
    return say('terminal.fix.withheldBilled', { cost: formatCost(say, changes, change), option });
  }
  return because ? formatReason(say, because) : null;
}
