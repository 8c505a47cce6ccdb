import { causesIn } from '../checks/causes-in';
import { causesOf, countCauses } from '../checks/causes';
import { shapeOfSummary, summarize } from '../checks/summary';
import type { ChangesPreview } from '../contract/changes-preview';
import { isReady, type CheckResult } from '../core/check-result';
import { sameId } from '../core/network/find';
import { isBilled } from '../core/resource-change';
import type { FileCheck } from '../file-checks/check-files';
import type { TestedEdits } from '../file-checks/edits/fix-attempt';
import type { WorseSubnet } from '../file-checks/edits/preview-changes';
import type { Problem } from '../file-checks/problem';
import { formatList } from '../messages/format-list';
import type { Say } from '../messages/say';
import { formatCost } from './change-cost';
import { formatFlow } from './fix-flow-text';
import {
  afterChanges,
  formatLaterCauses,
  formatVerified,
  laterCausesOf,
  type LaterCauses,
} from './fix-test-text';
import { formatApartTitle } from './fix-title';
import { requirementName } from './requirement-text';

/** Changes of files that were tested on a copy. */
export interface TestedChanges {
  /** The problems that the changes fix, as they were before. */
  readonly problems: readonly Problem[];
  readonly before: FileCheck;
  readonly after: FileCheck;
}

/** Returns the line for changes that fix all their problems and make nothing worse, with what else blocked the flows. */
export function formatTested(say: Say, tested: TestedChanges): string {
  const unchecked = uncheckedAfter(tested);
  const n = tested.problems.length - unchecked;
  const verified = formatVerified(say, { n, areFlows: tested.problems.every(isFlowProblem), unchecked });
  const later = blockedTwice(tested.before, tested.problems);
  return [verified, ...formatLaterCauses(say, later)].join(' ');
}

/** Returns the number of hosts that nothing blocks any longer, and that can't be checked. */
export function uncheckedAfter({ problems, after }: TestedChanges): number {
  return problems.filter(({ id, subnetId }) => {
    const its = after.subjects.filter(({ subnet }) => sameId(subnet.id, subnetId));
    const now = its.flatMap(({ results }) => results).find(({ requirement }) => requirement === id);
    return afterChanges(now?.outcome) === 'unchecked';
  }).length;
}

/** A problem whose flow several components block. */
export interface BlockedTwice extends LaterCauses {
  readonly problem: Problem;
}

/** Returns the problems whose flow is also blocked by another component, in each of their subnets. */
export function blockedTwice(before: FileCheck, problems: readonly Problem[]): readonly BlockedTwice[] {
  return before.subjects.flatMap(({ subnet, plan, facts, results }) => {
    const its = new Map(
      problems.filter(({ subnetId }) => sameId(subnetId, subnet.id)).map((one) => [one.id, one] as const),
    );
    if (its.size === 0) return [];
    const own = results.filter(({ requirement }) => its.has(requirement));
    return laterCausesOf(causesIn({ model: before.declared.model, plan, facts }, own)).flatMap((one) => {
      const problem = its.get(one.requirement);
      return problem ? [{ ...one, problem }] : [];
    });
  });
}

/** Checks whether a problem is a flow, and can be counted as one. */
export function isFlowProblem({ what }: Problem): boolean {
  return what.is === 'result' && what.result.subject !== null;
}

/** Returns a text such as “snet-batch loses: …”. */
export function formatLoss(say: Say, { name, results, closes }: WorseSubnet): string {
  const lost = [
    ...results.map(({ requirement }) => requirementName(say, requirement)),
    ...closes.map((one) => formatFlow(say, one)),
  ];
  const names = lost.length > 0 ? formatList(say, lost) : say('diff.worseTraffic');
  return say('diff.worseLine', { subnet: name, names });
}

/** Returns the cost of each billed change, or one line that states that nothing is billed. */
export function formatCosts(say: Say, applied: readonly TestedEdits[]): readonly string[] {
  const billed = applied.filter(({ fix }) => fix.changes.some(isBilled));
  if (billed.length === 0) return [say('diff.cost.free')];
  return billed.map((one) => formatCost(say, one.fix.changes, formatApartTitle(say, one)));
}

type Row = ChangesPreview['after'][number];

/** Compares each checked subnet before and after the changes. */
export function subnetsAfter(say: Say, { before, after }: Omit<TestedChanges, 'problems'>): Row[] {
  const ids = [...new Set(before.subjects.map(({ subnet }) => subnet.id))];
  return ids.map((id) => {
    const [was, is] = [resultsIn(before, id), resultsIn(after, id)];
    const [one, other] = [summaryOf(say, was), summaryOf(say, is)];
    const counts = [was, is].map((one) => JSON.stringify(countCauses(causesOf(one))));
    const isSame = counts[0] === counts[1] && one.text === other.text;
    return {
      subnet: before.subjects.find(({ subnet }) => subnet.id === id)?.subnet.name ?? '',
      before: one,
      after: isSame ? { ...other, text: say('diff.noChange', { text: other.text }) } : other,
    };
  });
}

/**
 * Returns the results of a subnet. If it's checked for several compute resources, uses the one with the most causes.
 */
function resultsIn({ subjects }: FileCheck, id: string): readonly CheckResult[] {
  const all = subjects.filter(({ subnet }) => sameId(subnet.id, id)).map(({ results }) => results);
  const [worst = []] = all.sort((a, b) => causesOf(b).length - causesOf(a).length);
  return worst;
}

function summaryOf(say: Say, results: readonly CheckResult[]): Row['before'] {
  const summary = summarize(results);
  const { causes: counts, onlyByDefault } = summary;
  const errors = counts.errors.causes;
  const confirm = counts.toConfirm.causes;
  const warnings = counts.warnings.causes;
  const parts = [
    ...(errors > 0 ? [say('count.errors', { n: errors })] : []),
    ...(confirm > 0 ? [say('diff.count.confirm', { n: confirm })] : []),
    ...(errors === 0 && confirm === 0 && isReady(results) ? [say('count.ready')] : []),
    ...(warnings > 0 ? [say('count.warnings', { n: warnings })] : []),
    ...(errors === 0 && onlyByDefault > 0 ? [say('count.default', { n: onlyByDefault })] : []),
  ];
  const text = new Intl.ListFormat(say.language, { type: 'unit', style: 'short' }).format(parts);
  return { icon: shapeOfSummary(summary), text };
}
