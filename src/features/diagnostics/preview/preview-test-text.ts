import { causesOf } from '../../../checks/causes';
import type { ChangesPreview } from '../../../contract/changes-preview';
import { nameOf } from '../../../core/network/find';
import type { PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import type { FileCheck } from '../../../file-checks/check-files';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { causeTitle } from '../../../wording/cause-text';
import {
  formatLoss,
  formatTested,
  isFlowProblem,
  uncheckedAfter,
  type TestedChanges,
} from '../../../wording/tested-changes-text';
import { checkName } from '../../../wording/check-name';

interface FixTestText {
  readonly fixTest: ChangesPreview['fixTest'];
  readonly spoken: string;
}

/**
 * Describes the test. It's green only if all selected problems are fixed and nothing gets worse.
 * @param before the check before the changes
 */
export function previewTestText(say: Say, changes: PreviewedChanges, before: FileCheck): FixTestText {
  const { chosen, fails, worse, applied } = changes;
  const n = chosen.size;
  if (n === 0 && applied.length === 0) {
    return {
      fixTest: { is: 'info', text: say('diff.noneChosen'), lines: [] },
      spoken: say('diff.spokenNone'),
    };
  }
  const tested = testedChanges(changes, before);
  const spoken = say('diff.spoken', { n: n - fails.length - uncheckedAfter(tested), m: worse.length });
  if (worse.length > 0) {
    const names = formatList(
      say,
      worse.map(({ name }) => name),
    );
    const text = say('diff.worse', { n: worse.length, names });
    return { fixTest: { is: 'warning', text, lines: worse.map((one) => formatLoss(say, one)) }, spoken };
  }
  if (fails.length > 0) return { fixTest: { is: 'info', text: partlyText(say, changes), lines: [] }, spoken };
  const text = n === 0 ? say('diff.verifiedClosing') : formatTested(say, tested);
  return { fixTest: { is: 'verified', text, lines: [] }, spoken };
}

function testedChanges({ choices, chosen, after }: PreviewedChanges, before: FileCheck): TestedChanges {
  const problems = choices.filter(({ key }) => chosen.has(key)).map(({ problem }) => problem);
  return { problems, before, after: after.check };
}

/** Checks whether all selected problems are flows, and can be counted as such. */
export function isOfFlows({ choices, chosen }: Pick<PreviewedChanges, 'choices' | 'chosen'>): boolean {
  return choices.filter(({ key }) => chosen.has(key)).every(({ problem }) => isFlowProblem(problem));
}

/** Returns a text such as “6 of 8 flows pass. 2 are also blocked by …”. */
function partlyText(say: Say, changes: PreviewedChanges): string {
  const { chosen, fails, after } = changes;
  const failing = new Set(fails.map(({ problem: { id, subnetId } }) => `${id} ${subnetId.toLowerCase()}`));
  const causes = after.check.subjects.flatMap(({ subnet, results }) =>
    causesOf(results).filter((cause) =>
      cause.results.some(({ requirement }) => failing.has(`${requirement} ${subnet.id.toLowerCase()}`)),
    ),
  );
  const names =
    causes.length > 0
      ? causes.map((one) => one.by?.name ?? causeTitle(say, one))
      : fails.map(({ problem }) => checkName(say, problem.id));
  return say(isOfFlows(changes) ? 'diff.partly' : 'diff.partlyChecks', {
    k: chosen.size - fails.length,
    n: chosen.size,
    m: fails.length,
    causes: formatList(say, [...new Set(names)].map(nameOf)),
  });
}
