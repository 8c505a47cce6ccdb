import { permissionsOf } from '../../core/fix-permissions';
import type { Problem } from '../../file-checks/problem';
import type { Say } from '../../messages/say';
import { formatFixChanges, formatFixTitle } from '../../wording/fix-title';
import { formatProblem } from '../../wording/problem-text';
import { formatReason } from '../../wording/reason-text';
import { requirementName } from '../../wording/requirement-text';
import { parametersText, type ParameterSource } from '../parameter-choice';
import type { FixedTemplate, UnfixedProblem } from '../../file-checks/edits/fix-template';

interface Fixed {
  readonly fixed: FixedTemplate;
  readonly isDry: boolean;
  readonly parameters: readonly ParameterSource[];
  /** Changed files that other templates also use. */
  readonly shared: readonly { readonly file: string; readonly users: readonly string[] }[];
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
    ...shared.map((one) => `    ⚠ ${say('terminal.fix.shared', one)}`),
    ...done.map((one) => `    ${one}`),
    ...[...notes].map((one) => `        ${one}`),
    ...leftLines(say, fixed),
    ...parametersIn(say, parameters),
  ];
  return `${lines.join('\n')}\n`;
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
    return say('terminal.fix.withheld', { change: formatFixTitle(say, withheld), option });
  }
  return because ? formatReason(say, because) : null;
}
