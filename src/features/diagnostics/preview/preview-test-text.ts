import { causesOf } from '../../../checks/causes';
import { causesIn } from '../../../checks/causes-in';
import type { ChangesPreview } from '../../../contract/changes-preview';
import { nameOf, sameId } from '../../../core/network/find';
import type {
  PreviewChoice,
  PreviewedChanges,
  WorseSubnet,
} from '../../../file-checks/edits/preview-changes';
import type { FileCheck } from '../../../file-checks/check-files';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { causeTitle } from '../../../wording/cause-text';
import { afterChanges, formatLaterCauses, formatVerified } from '../../../wording/fix-test-text';
import { formatCloses } from '../../../wording/fix-flow-text';
import { requirementName } from '../../../wording/requirement-text';
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
  const spoken = say('diff.spoken', { n: n - fails.length - uncheckedIn(changes), m: worse.length });
  if (worse.length > 0) {
    const names = formatList(
      say,
      worse.map(({ name }) => name),
    );
    const text = say('diff.worse', { n: worse.length, names });
    return { fixTest: { is: 'warning', text, lines: worse.map((one) => lossText(say, one)) }, spoken };
  }
  if (fails.length > 0) return { fixTest: { is: 'info', text: partlyText(say, changes), lines: [] }, spoken };
  const text =
    n === 0
      ? say('diff.verifiedClosing')
      : [verifiedText(say, changes), ...laterCauses(say, changes, before)].join(' ');
  return { fixTest: { is: 'verified', text, lines: [] }, spoken };
}

function verifiedText(say: Say, changes: PreviewedChanges): string {
  const unchecked = uncheckedIn(changes);
  const n = changes.chosen.size - unchecked;
  return formatVerified(say, { n, areFlows: isOfFlows(changes), unchecked });
}

/** Returns the number of selected hosts that nothing blocks any longer, and that can't be checked. */
function uncheckedIn({ choices, chosen, after }: PreviewedChanges): number {
  const selected = choices.filter(({ key }) => chosen.has(key));
  return selected.filter(({ problem: { id, subnetId } }) => {
    const its = after.check.subjects.filter(({ subnet }) => sameId(subnet.id, subnetId));
    const now = its.flatMap(({ results }) => results).find(({ requirement }) => requirement === id);
    return afterChanges(now?.outcome) === 'unchecked';
  }).length;
}

/** Names what else blocks the selected flows, in each of their subnets. */
function laterCauses(say: Say, { choices, chosen }: PreviewedChanges, before: FileCheck): readonly string[] {
  const fixed = choices.filter(({ key }) => chosen.has(key)).map(({ problem }) => problem);
  return formatLaterCauses(
    say,
    before.subjects.map(({ subnet, plan, facts, results }) => {
      const ids = new Set(fixed.filter(({ subnetId }) => sameId(subnetId, subnet.id)).map(({ id }) => id));
      const its = results.filter(({ requirement }) => ids.has(requirement));
      const causes = causesIn({ model: before.declared.model, plan, facts }, its);
      return { causes, isFixed: (id) => ids.has(id) };
    }),
  );
}

/** Checks whether all selected problems are flows, and can be counted as such. */
export function isOfFlows({ choices, chosen }: Pick<PreviewedChanges, 'choices' | 'chosen'>): boolean {
  return choices.filter(({ key }) => chosen.has(key)).every(isFlow);
}

export function isFlow({ problem: { what } }: PreviewChoice): boolean {
  return what.is === 'result' && what.result.subject !== null;
}

function lossText(say: Say, { name, results, closes }: WorseSubnet): string {
  const lost = [
    ...results.map(({ requirement }) => requirementName(say, requirement)),
    ...closes.map((one) => formatCloses(say, one)),
  ];
  const names = lost.length > 0 ? formatList(say, lost) : say('diff.worseTraffic');
  return say('diff.worseLine', { subnet: name, names });
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
