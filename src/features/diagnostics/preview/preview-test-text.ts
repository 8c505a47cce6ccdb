import { causesOf } from '../../../checks/causes';
import type { ChangesPreview } from '../../../contract/changes-preview';
import { nameOf } from '../../../core/network/find';
import type { PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import type { FileCheck } from '../../../file-checks/check-files';
import type { Problem } from '../../../file-checks/problem';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { causeTitle } from '../../../wording/cause-text';
import { componentNames, formatPartly } from '../../../wording/fix-test-text';
import {
  blockedTwice,
  formatLoss,
  formatTested,
  isFlowProblem,
  uncheckedAfter,
  type BlockedTwice,
  type TestedChanges,
} from '../../../wording/tested-changes-text';
import { checkName } from '../../../wording/check-name';

interface FixTestText extends Pick<ChangesPreview, 'fixTest' | 'spoken'> {
  /** Flows that aren't selected, and that another component blocks, too. */
  readonly left: readonly BlockedTwice[];
}

/**
 * Describes the test. It's green only if everything is fixed that can be, and nothing gets worse. Flows that also need
 * a change that costs or removes something are offered together with it.
 * @param before the check before the changes
 */
export function previewTestText(say: Say, changes: PreviewedChanges, before: FileCheck): FixTestText {
  const { chosen, fails, worse, applied } = changes;
  const n = chosen.size;
  const left = blockedTwice(before, unchosenApart(changes));
  if (n === 0 && applied.length === 0) {
    const text = left.length > 0 ? partlyText(say, changes, { left, before }) : say('diff.noneSelected');
    return { fixTest: { is: 'info', text, lines: [] }, left, spoken: say('diff.spokenNone') };
  }
  const tested = testedChanges(changes, before);
  const spoken = say('diff.spoken', { n: n - fails.length - uncheckedAfter(tested), m: worse.length });
  if (worse.length > 0) {
    const names = formatList(
      say,
      worse.map(({ name }) => name),
    );
    const text = say('diff.worse', { n: worse.length, names });
    const lines = worse.map((one) => formatLoss(say, one));
    return { fixTest: { is: 'warning', text, lines }, left, spoken };
  }
  if (fails.length > 0 || left.length > 0) {
    return {
      fixTest: { is: 'info', text: partlyText(say, changes, { left, before }), lines: [] },
      left,
      spoken,
    };
  }
  const text = n === 0 ? say('diff.verifiedClosing') : formatTested(say, tested);
  return { fixTest: { is: 'verified', text, lines: [] }, left, spoken };
}

/** Returns flows that aren't selected, because their fix costs or removes something. */
function unchosenApart({ choices, chosen }: PreviewedChanges): readonly Problem[] {
  return choices.filter(({ key, apart }) => apart !== null && !chosen.has(key)).map(({ problem }) => problem);
}

function testedChanges({ choices, chosen, after }: PreviewedChanges, before: FileCheck): TestedChanges {
  const problems = choices.filter(({ key }) => chosen.has(key)).map(({ problem }) => problem);
  return { problems, before, after: after.check };
}

/** Checks whether all selected problems are flows, and can be counted as such. */
export function isOfFlows({ choices, chosen }: Pick<PreviewedChanges, 'choices' | 'chosen'>): boolean {
  return choices.filter(({ key }) => chosen.has(key)).every(({ problem }) => isFlowProblem(problem));
}

interface LeftBefore extends Pick<FixTestText, 'left'> {
  readonly before: FileCheck;
}

/** Returns a text such as “6 of 8 flows pass. 2 are also blocked by …”. */
function partlyText(say: Say, changes: PreviewedChanges, { left, before }: LeftBefore): string {
  const { chosen, fails, after } = changes;
  const failing = new Set(fails.map(({ problem: { id, subnetId } }) => `${id} ${subnetId.toLowerCase()}`));
  const causes = after.check.subjects.flatMap(({ subnet, results }) =>
    causesOf(results).filter((cause) =>
      cause.results.some(({ requirement }) => failing.has(`${requirement} ${subnet.id.toLowerCase()}`)),
    ),
  );
  const failed =
    causes.length > 0
      ? causes.map((one) => nameOf(one.by?.name ?? causeTitle(say, one)))
      : fails.map(({ problem }) => checkName(say, problem.id));
  const unchecked = uncheckedAfter(testedChanges(changes, before));
  return formatPartly(say, {
    areFlows: isOfFlows(changes),
    passing: chosen.size - fails.length - unchecked,
    failing: fails.length + left.length,
    unchecked,
    causes: [...new Set([...failed, ...componentNames(say, left)])],
  });
}
