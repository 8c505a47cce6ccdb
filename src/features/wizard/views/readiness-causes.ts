import type {
  CauseAction,
  Readiness,
  ReadinessCause,
  ReadinessGroup,
  ReadinessRow,
} from '../../../contract/wizard/readiness';
import type { OutcomeIcon } from '../../../contract/wizard/shared-schemas';
import { causeLevel, causesOf, neededRole } from '../../../checks/causes';
import type { Cause, Component } from '../../../core/cause';
import { statusOf, type CheckResult, type Decider } from '../../../core/check-result';
import type { ResourceId } from '../../../core/network/model';
import { fixPermissions } from '../../../core/fix-permissions';
import type { Reason } from '../../../core/reason';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import {
  alsoBlockedText,
  blockedEarlierText,
  causePlace,
  causeShape,
  causeTitle,
} from '../../../wording/cause-text';
import { blockedPartText, outcomeShape } from '../../../wording/outcome-text';
import { formatReason } from '../../../wording/reason-text';
import { requirementName } from '../../../wording/requirement-text';
import { fixedTogether } from '../fixed-together';
import type { Evaluation } from '../state';
import { causeDetails } from './details-view';
import type { RowContext } from './readiness-row-view';

export interface CauseContext extends Pick<
  RowContext,
  'fixable' | 'unfixable' | 'inCode' | 'noPortal' | 'confirmed'
> {
  readonly apart: Evaluation['apart'];
  /** The role that the user needs for a fix but doesn't have, by requirement. */
  readonly denied: ReadonlyMap<string, Reason>;
  /** Returns the name of a resource's subscription if it isn't the subnet's own; otherwise null. */
  readonly subscriptionOf: (id: ResourceId | null) => string | null;
  /** By requirement ID. */
  readonly rows: ReadonlyMap<string, ReadinessRow>;
}

/** Returns a cause for Readiness: its location, its flows, and actions for all of them. */
export function readinessCauseView(say: Say, cause: Cause, context: CauseContext): ReadinessCause {
  const { key, kind, results } = cause;
  const [worst] = results;
  const title = causeTitle(say, cause);
  const actions = causeActions(say, cause, context);
  const icon = causeShape(cause);
  const name = requirementName(say, worst.requirement);
  const severity = say(spokenIcons[icon] ?? 'readiness.counts.note');
  return {
    key,
    kind,
    icon,
    title,
    place: causePlace(say, cause, context.subscriptionOf(cause.resourceId)) ?? '',
    flows: results.map((one) => ({
      id: one.requirement,
      part: blockedPartText(say, one) || null,
      next: nextText(say, cause.alsoBlockedBy.get(one.requirement)),
    })),
    earlier: cause.blockedEarlier.map((one) => ({
      icon: outcomeShape(one.results[0]),
      text: blockedEarlierText(say, one),
      cause: one.by.key,
    })),
    details: causeDetails(say, results, {
      offered: actions.some(({ does }) => does === 'fix'),
      refused: context.unfixable.get(worst.requirement),
    }),
    needs: needsText(say, cause, context),
    confirmed: confirmedText(cause, context),
    actions,
    show: context.noPortal ? null : showOf(say, cause.by),
    spoken:
      name === title
        ? say('readiness.spoken.causeAlone', { severity, title })
        : say('readiness.spoken.cause', { severity, title, name }),
  };
}

/** Describes what decides over a flow once its cause allows it. */
function nextText(say: Say, next: readonly Component[] = []): string | null {
  return next.length === 0 ? null : next.map((one) => alsoBlockedText(say, one)).join(' · ');
}

const spokenIcons: Readonly<Partial<Record<OutcomeIcon, MessageKey>>> = {
  error: 'readiness.counts.error',
  warning: 'readiness.counts.warning',
  unknown: 'readiness.counts.toConfirm',
  appliance: 'readiness.counts.toConfirm',
};

function showOf(say: Say, by: Decider | null): ReadinessCause['show'] {
  switch (by?.kind) {
    case 'rule':
      return { label: say('readiness.showRule'), link: `portal:${by.groupId}` };
    case 'firewall-rule':
      return { label: say('readiness.showRule'), link: `portal:${by.writtenIn}` };
    case 'route':
      return by.tableId === null ? null : { label: say('readiness.showRoute'), link: `portal:${by.tableId}` };
    case undefined:
      return null;
  }
}

/** Returns one fix for all flows of the cause. If there is none, returns the request to its owner. */
function causeActions(say: Say, cause: Cause, context: CauseContext): CauseAction[] {
  const { results } = cause;
  const { fixable, rows, apart, confirmed } = context;
  const ids = results.map(({ requirement }) => requirement);
  const flows = new Set(results.filter(isFlow).map(({ requirement }) => requirement));
  const toFix = ids.filter((id) => fixable.has(id));
  if (toFix.length > 0) {
    const together = fixedTogether({ apart }, toFix);
    const label = fixLabel(say, { ...together, all: ids, flows });
    return [{ does: 'fix', label, ids: [...together.ids] }];
  }
  const other = ids.flatMap((id) => otherAction(rows.get(id)));
  if (other.length > 0) return other.slice(0, 1);
  const requestable = ids.filter((id) => rows.get(id)?.canCopy === true);
  const isUnreadable = neededRole(cause) !== undefined;
  const role: CauseAction[] = isUnreadable ? [{ does: 'role', label: say('creation.step.role'), ids }] : [];
  return requestable.length === 0
    ? role
    : [
        ...(isUnreadable
          ? role
          : [
              {
                does: 'copy' as const,
                label: copyLabel(say, cause, { ids: requestable, flows }),
                ids: requestable,
              },
            ]),
        { does: 'request', label: say('request.open'), ids: requestable },
        ...confirmAction(say, cause, { ids: requestable, confirmed }),
      ];
}

/** Returns the action to confirm results that another owner decides or that couldn't be read. */
function confirmAction(
  say: Say,
  { kind, status }: Cause,
  { ids, confirmed }: Pick<CauseContext, 'confirmed'> & { readonly ids: string[] },
): CauseAction[] {
  const isOthers = status === 'to-confirm' && ['appliance-decides', 'not-readable'].includes(kind);
  const isOpen = ids.some((id) => !confirmed.has(id));
  return isOthers && isOpen ? [{ does: 'confirm', label: say('readiness.markConfirmed'), ids }] : [];
}

/** Returns a row's action other than a fix, such as setting up the managed virtual network. */
function otherAction(row: ReadinessRow | undefined): CauseAction[] {
  return row && row.fix !== null && row.does !== 'fix'
    ? [{ does: row.does, label: row.fix, ids: [row.id] }]
    : [];
}

/** Returns “You need Network Contributor on nsg-training.” */
function needsText(say: Say, { results }: Cause, { denied, inCode }: CauseContext): string | null {
  const missing = results.find(({ requirement: id }) => denied.has(id) && !inCode.has(id));
  const why = missing && denied.get(missing.requirement);
  return why ? formatReason(say, why) : null;
}

/** Returns the confirmation if the same one applies to all flows. */
function confirmedText({ results }: Cause, { confirmed }: CauseContext): string | null {
  const [first, ...others] = new Set(results.map(({ requirement }) => confirmed.get(requirement)));
  return others.length === 0 ? (first ?? null) : null;
}

function copyLabel(
  say: Say,
  { kind }: Cause,
  { ids, flows }: { readonly ids: readonly string[]; readonly flows: ReadonlySet<string> },
): string {
  if (kind === 'permission-missing') return say('creation.step.role');
  const key = ids.every((id) => flows.has(id)) ? 'readiness.copyRequest' : 'readiness.copyRequestChecks';
  return say(key, { n: ids.length });
}

function isFlow({ subject }: CheckResult): boolean {
  return subject !== null;
}

interface Fixed extends ReturnType<typeof fixedTogether> {
  /** Every requirement of the cause. */
  readonly all: readonly string[];
  /** IDs of the requirements that are flows. A setting isn't counted as one. */
  readonly flows: ReadonlySet<string>;
}

/**
 * Returns the label of a fix. If it costs or removes something, the label states that, because it's never combined with
 * other fixes.
 */
function fixLabel(say: Say, { ids, permissions, all, flows }: Fixed): string {
  const n = ids.length;
  const m = all.length;
  const found = fixPermissions.findLast((one) => permissions.has(one));
  if (found !== undefined) return say(fixLabels[found], { n });
  if (n === 1 && flows.size === 0) return say('readiness.fix');
  if (all.every((id) => flows.has(id))) {
    return n < m ? say('readiness.fixSomeFlows', { n, m }) : say('readiness.fixFlows', { n });
  }
  return n < m ? say('readiness.fixSomeChecks', { n, m }) : say('readiness.fixChecks', { n });
}

const fixLabels = { remove: 'readiness.fixRemoves', cost: 'readiness.fixBilled' } as const;

/** Returns causes that failed before and no longer do, except for infos, with their checks that now pass. */
export function fixedCauses(say: Say, { before, results, causes }: Evaluation): Readiness['fixed'] {
  const isOpen = (one: Cause): boolean => one.status === 'fails' && causeLevel(one) !== 'infos';
  const now = new Set(causes.filter(isOpen).map(({ key }) => key));
  const passing = new Set(
    results.filter(({ outcome }) => statusOf(outcome) === 'fine').map((one) => one.requirement),
  );
  return causesOf(before)
    .filter((one) => isOpen(one) && !now.has(one.key))
    .flatMap((one) => {
      const ids = one.results.map(({ requirement }) => requirement).filter((id) => passing.has(id));
      if (ids.length === 0) return [];
      const title = fixedTitle(say, one, ids.length);
      return [{ id: `fixed ${one.key}`, title, summary: causeTitle(say, one), ids }];
    });
}

function fixedTitle(say: Say, { results, flows }: Cause, n: number): string {
  const m = results.length;
  if (n < m) return say(flows === m ? 'readiness.fixedSomeFlows' : 'readiness.fixedSome', { n, m });
  return say(flows === m ? 'readiness.fixedFlows' : 'readiness.fixed', { n });
}

/** Returns the passed results by group, and the rest without a cause. */
export function readinessRest(
  say: Say,
  groups: readonly ReadinessGroup[],
  causes: readonly ReadinessCause[],
): Pick<Readiness, 'passed' | 'others'> {
  const decided = new Set(causes.flatMap(({ flows }) => flows.map(({ id }) => id)));
  const passed = groups.flatMap(({ id, title, rows }) => {
    const passedIds = rows.filter(isPassed).map((row) => row.id);
    return passedIds.length === 0
      ? []
      : [{ id, title, summary: say('count.passed', { n: passedIds.length }), ids: passedIds }];
  });
  const others = groups.flatMap(({ rows }) => rows.filter((row) => !isPassed(row) && !decided.has(row.id)));
  return { passed: passedView(say, passed), others: othersView(say, others) };
}

function isPassed({ counts }: ReadinessRow): boolean {
  return counts === 'passed' || counts === 'default';
}

function passedView(say: Say, groups: NonNullable<Readiness['passed']>['groups']): Readiness['passed'] {
  if (groups.length === 0) return null;
  const n = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  return {
    title: say('readiness.passed'),
    summary: say('readiness.passedChecks', { n, m: groups.length }),
    groups,
  };
}

function othersView(say: Say, rows: readonly ReadinessRow[]): Readiness['others'] {
  const n = rows.length;
  return n === 0
    ? null
    : {
        id: 'others',
        title: say('readiness.others'),
        summary: say('readiness.checks', { n }),
        ids: rows.map(({ id }) => id),
      };
}
