import type { OtherSubnet } from '../../../checks/fixes/other-subnets';
import { isWorse } from '../../../checks/fixes/severity-rank';
import type { FixPreview } from '../../../contract/wizard/fix-preview';
import { statusOf, type CheckResult } from '../../../core/check-result';
import { groupBy } from '../../../core/group-by';
import { nameOf } from '../../../core/network/find';
import {
  addedRoutes,
  addedRules,
  associationsOf,
  changedResources,
  createdParts,
  isCreatedBy,
  isServiceChange,
  settingsOf,
  type ResourceChange,
} from '../../../core/resource-change';
import type { Say } from '../../../messages/say';
import { formatChange, formatResource } from '../../../wording/change-text';
import {
  afterChanges,
  componentNames,
  formatLaterCauses,
  formatPartly,
  formatVerified,
  laterCausesOf,
  type LaterCauses,
} from '../../../wording/fix-test-text';
import { requirementName } from '../../../wording/requirement-text';
import type { Evaluation, FixInPreview } from '../state';
import { formatList } from '../../../messages/format-list';

type Heading = Pick<FixPreview, 'heading' | 'warning' | 'fixTest' | 'isVerified'>;

/**
 * Returns the title, the subnets that get worse, and the test in one line: what is created, and what was tested.
 * Results of the subnet itself can also get worse, such as those for a host name if a fix denies other traffic.
 */
export function fixHeading(
  say: Say,
  preview: Pick<FixInPreview, 'ids' | 'fix' | 'kind' | 'subnetId' | 'options' | 'after'>,
  { others, before, left }: FixedAround,
): Heading {
  const warning = worseText(say, [...ownLosses(preview, before.results), ...others]);
  const isVerified = warning === null;
  const { ids, fix, kind, subnetId, options } = preview;
  const n = ids.length;
  const subnet = nameOf(subnetId);
  if (kind === 'undo') {
    const names = formatList(say, changedResources(fix.changes).map(nameOf));
    const fixTest = say('undo.proof', { names });
    return { heading: say('undo.heading', { subnet }), warning, fixTest, isVerified };
  }
  if (n === 0) {
    const heading = say('preview.headingNone', { subnet });
    const fixTest = left.length > 0 ? partlyText(say, preview, left) : say('diff.noneSelected');
    return { heading, warning, fixTest, isVerified: false };
  }
  if (options.deniesOtherOutbound === true) {
    const fixTest = [...lead(say, fix.changes), say('close.tested', { n })].join(' ');
    return { heading: say('close.heading', { subnet }), warning, fixTest, isVerified };
  }
  const heading = say(areFlows(preview) ? 'preview.headingFlows' : 'preview.heading', { n, subnet });
  if (left.length > 0) {
    const fixTest = [...lead(say, fix.changes), partlyText(say, preview, left)].join(' ');
    return { heading, warning, fixTest, isVerified: false };
  }
  return {
    heading,
    warning,
    fixTest: [
      ...lead(say, fix.changes),
      fixTestText(say, preview, isVerified),
      ...formatLaterCauses(say, laterCausesOf(before.causes).filter(isFixedBy(preview))),
    ].join(' '),
    isVerified,
  };
}

interface FixedAround {
  /** Other subnets that use the resources that the fix changes. */
  readonly others: readonly OtherSubnet[];
  /** The check of the subnet before the fix; empty if it's of another subnet. */
  readonly before: Pick<Evaluation, 'results' | 'causes'>;
  /** Flows that the preview was opened for, and that also need a change that isn't selected. */
  readonly left: readonly LaterCauses[];
}

/** Returns a text such as “6 of 8 flows pass. 2 are also blocked by …”. */
function partlyText(say: Say, preview: FixedRequirements, left: readonly LaterCauses[]): string {
  const unchecked = uncheckedIn(preview);
  return formatPartly(say, {
    areFlows: areFlows(preview),
    passing: preview.ids.length - unchecked,
    failing: left.length,
    unchecked,
    causes: componentNames(say, left),
  });
}

type Losses = Pick<OtherSubnet, 'subnetId' | 'worse'>;

/** Returns results of the subnet itself that get worse. If the user denies other traffic, that's intended. */
function ownLosses(
  { kind, options, subnetId, after }: Pick<FixInPreview, 'kind' | 'options' | 'subnetId' | 'after'>,
  before: readonly CheckResult[],
): readonly Losses[] {
  if (kind === 'undo' || options.deniesOtherOutbound === true) return [];
  const worse = after.filter((one) => {
    const was = before.find(({ requirement }) => requirement === one.requirement);
    return was !== undefined && isWorse(was.outcome, one.outcome);
  });
  return worse.length > 0 ? [{ subnetId, worse: worse.map(({ requirement }) => requirement) }] : [];
}

function worseText(say: Say, others: readonly Losses[]): string | null {
  const losses = groupBy(others, ({ worse }) => worse.join(' '));
  const lines = [...losses.values()].flatMap((same) => {
    const names = formatList(
      say,
      (same[0]?.worse ?? []).map((id) => requirementName(say, id)),
    );
    const subnets = formatList(
      say,
      same.map(({ subnetId }) => nameOf(subnetId)),
    );
    return names === '' ? [] : [say('preview.worse', { n: same.length, subnets, names })];
  });
  return lines.length > 0 ? lines.join(' ') : null;
}

/** Describes the test. If something gets worse, the preceding warning names it, so the text doesn't claim otherwise. */
function fixTestText(say: Say, preview: FixedRequirements, isVerified: boolean): string {
  const unchecked = uncheckedIn(preview);
  const n = preview.ids.length - unchecked;
  if (!isVerified) return say(n === 1 ? 'preview.testedOne' : 'preview.tested', { n });
  return formatVerified(say, { n, areFlows: areFlows(preview), unchecked });
}

/** Returns the number of hosts that nothing blocks any longer, and that can't be checked. */
function uncheckedIn({ ids, after }: FixedRequirements): number {
  return after.filter(
    ({ requirement, outcome }) => ids.includes(requirement) && afterChanges(outcome) === 'unchecked',
  ).length;
}

/** Returns a check of whether the fix is for a requirement, and it passes afterward. */
function isFixedBy({ ids, after }: FixedRequirements): (one: LaterCauses) => boolean {
  return ({ requirement: id }) =>
    ids.includes(id) &&
    after.some(({ requirement, outcome }) => requirement === id && statusOf(outcome) === 'fine');
}

type FixedRequirements = Pick<FixInPreview, 'ids' | 'after'>;

function areFlows({ ids, after }: FixedRequirements): boolean {
  return ids.every((id) => (after.find((one) => one.requirement === id)?.subject ?? null) !== null);
}

function lead(say: Say, changes: readonly ResourceChange[]): readonly string[] {
  const created = createdParts(changes).map((one) => formatResource(say, one));
  const associated = changes
    .flatMap(associationsOf)
    .filter(({ to, isAssociated }) => isAssociated && !isCreatedBy(changes, to));
  const others = changes.filter((one) => isServiceChange(one) || settingsOf(one).length > 0);
  return [
    ...(created.length > 0 ? [say('preview.makes', { names: formatList(say, created) })] : []),
    ...adds(say, changes),
    ...associated.map((one) =>
      say('apply.associates', { resource: formatResource(say, one), name: nameOf(one.to) }),
    ),
    ...changedResources(others).flatMap((id) => formatChange(say, others, id)),
  ];
}

function adds(say: Say, changes: readonly ResourceChange[]): readonly string[] {
  const [rules, routes] = [addedRules(changes), addedRoutes(changes)];
  if (rules.length + routes.length === 0) return [];
  const parts = [
    ...(rules.length > 0 ? [say('preview.addsRules', { n: rules.length })] : []),
    ...(routes.length > 0 ? [say('preview.addsRoutes', { n: routes.length })] : []),
  ];
  const names = new Set(changedResources([...rules, ...routes]).map(nameOf));
  return [say('preview.adds', { parts: formatList(say, parts), names: formatList(say, [...names]) })];
}
