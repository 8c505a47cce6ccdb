import { causesOf } from '../checks/causes';
import { countsAs } from '../checks/summary';
import type { Cause } from '../core/cause';
import { statusOf, type CheckResult, type FlowSubject } from '../core/check-result';
import { traitsOf } from '../core/compute-kinds';
import { nameOf, segmentOf } from '../core/network/find';
import type { SubnetCapacity } from '../core/network/subnet-capacity';
import type { Say } from '../messages/say';
import { matchPlan, type Plan } from '../plans/compute-plan';
import { attachCauses, isBlockedSsh } from './attach-causes';
import {
  allocationCause,
  allocationCodes,
  isNameTaken,
  namesFlow,
  nodeCodes,
  refusedAction,
  refusedPermission,
  type AzureErrorDetail,
} from './azure-error-detail';
import { causeTitle } from './cause-text';
import { formatTime } from './dates';
import { messageCauses } from './message-causes';
import type { WordedFailure } from './failure-text';
import { mountError } from './known-errors';
import { likelyCause, type LikelyCause, type RankedLikely } from './likely-cause';
import { missingRules } from './missing-rules';
import { formatOutcome } from './outcome-text';
import { formatRegion } from './region-text';
import { requirementConsequence, requirementName } from './requirement-text';
import { formatPacket } from './subject-text';
import { formatList } from '../messages/format-list';

/** A creation that failed after the request was sent, or because the name is taken. */
export interface CreationFailure {
  readonly plan: Plan;
  readonly code: WordedFailure['code'];
  readonly details: AzureErrorDetail & WordedFailure['details'];
  /** Azure's ID of the request; null if there is none. */
  readonly requestId: string | null;
  /** True if Azure accepted the request, so that it failed while it was carried out. */
  readonly wasAccepted: boolean;
}

/** Evidence about the network, permissions, and quotas of a failed creation. */
export interface CreationEvidence {
  /** Results of the subnet by today's requirements; empty if they aren't known. */
  readonly results: readonly CheckResult[];
  /** Addresses of the subnet; null if they aren't known. */
  readonly capacity: Pick<SubnetCapacity, 'total' | 'free'> | null;
  /** The quota that limits the planned size, and whether it's enough for a machine; null if it isn't known. */
  readonly quota: { readonly left: number; readonly limit: number; readonly isEnough: boolean } | null;
  /** True if the subnet was fixed after the failure. */
  readonly isFixed: boolean;
  /** ISO time at which it was read. */
  readonly readAt: string;
  /** ISO time at which all roles that decide about a creation were read after it; null if they weren't. */
  readonly rolesReadAt: string | null;
}

const order: readonly LikelyCause['icon'][] = ['error', 'unknown', 'warning', 'pass'];

/** Ranks the possible causes: those in Azure's response first, then other open ones, then those that are ruled out. */
export function rankCreationCauses(
  say: Say,
  failure: CreationFailure,
  evidence: CreationEvidence,
): RankedLikely {
  const { plan, details } = failure;
  const found = networkCauses(say, failure, evidence);
  const isBlocked = found.some((one) => one.isNamedByAzure);
  const known = [
    ...byCode(say, failure),
    ...(isBlocked ? [] : groupRulesCause(say, details)),
    ...attachCauses(say, { plan, details }, isBlocked),
  ];
  const certain = known.length > 0 || isBlocked ? known : messageCauses(say, failure, evidence.results);
  // Azure's own statement takes precedence over a check of the same cause, and the check over a count.
  const network = withoutRepeated(found, certain);
  const counts = [
    ...matchPlan(plan, { create: () => addressCause(say, evidence), attach: () => [] }),
    ...quotaCause(say, evidence),
  ];
  const rest = withoutRepeated(counts, [...certain, ...network]);
  const blocker = network.find((one) => one.isNamedByAzure) ?? blockerOf(failure, network);
  const most = certain[0] ?? blocker;
  const all = [
    ...certain,
    ...network,
    ...(blocker !== undefined && most === blocker ? capacityCause(say, failure, 'alsoPossible') : []),
    ...rest,
  ];
  const place = (one: LikelyCause): number => (one === most ? -1 : order.indexOf(one.icon));
  const sorted = [...all].sort((a, b) => place(a) - place(b));
  const ranked = sorted.some((one) => one.icon !== 'pass')
    ? { most, all: sorted }
    : withOther(say, failure, { ruledOut: sorted, isFixed: evidence.isFixed });
  // Permissions don't show whether another cause remains.
  return { ...ranked, all: [...ranked.all, ...(certain.length === 0 ? permissionCause(say, evidence) : [])] };
}

/** Requirements whose results state the same as a cause from Azure's response or from a count. */
const sameResults = {
  addresses: ['subnet-free-ips-cluster', 'subnet-free-ips-instance'],
  join: ['rbac-subnet-join', 'rbac-vnet-join'],
  quota: ['quota-aml-compute'],
  write: ['rbac-compute-write'],
} as const;

/** Leaves out causes that others already state. */
function withoutRepeated(
  causes: readonly LikelyCause[],
  others: readonly LikelyCause[],
): readonly LikelyCause[] {
  const stated = new Set(others.flatMap(requirementsOf));
  const isRepeated = ({ sameAs, results = [] }: LikelyCause): boolean =>
    sameAs
      ? sameAs.some((id) => stated.has(id))
      : results.length > 0 && results.every(({ requirement }) => stated.has(requirement));
  return causes.filter((one) => !isRepeated(one));
}

function requirementsOf({ sameAs = [], results = [] }: LikelyCause): readonly string[] {
  return [...sameAs, ...results.map(({ requirement }) => requirement)];
}

/** Returns a cause for a failure that nothing explains, with the ID that Azure's support needs. */
export function unknownCause(say: Say, requestId: string | null): LikelyCause {
  const evidence =
    requestId === null ? say('create.noRequestId') : say('create.failUnknownEvidence', { id: requestId });
  return likelyCause('unknown', say('create.failUnknown'), evidence);
}

/**
 * Returns the cause if Azure accepted nodes that didn't start: a blocked flow explains that, although Azure doesn't
 * name it.
 */
function blockerOf(
  { plan, wasAccepted }: CreationFailure,
  network: readonly LikelyCause[],
): LikelyCause | undefined {
  const isCreated = traitsOf(plan.kind).action === 'create';
  if (!isCreated || !wasAccepted) return undefined;
  return network.find((one) => one.icon === 'error' && one.isReason === true);
}

/** Returns the causes that Azure's own error code states with certainty. */
function byCode(say: Say, { plan, code, details }: CreationFailure): readonly LikelyCause[] {
  if (isNameTaken(code, details)) {
    const evidence = say('create.likely.takenEvidence', { name: plan.name });
    return [{ ...likelyCause('error', say('explain.taken'), evidence), remedy: 'name' }];
  }
  if (code === 'forbidden' && !isOtherPermission(details)) {
    const { evidence, sameAs } = missingPermission(say, details, plan);
    return [{ ...likelyCause('error', say('create.likely.permission'), evidence), remedy: 'role', sameAs }];
  }
  const named = allocationCause(details);
  if (named === null) return [];
  const text = likelyCause('error', say(`create.likely.${named}`), say(`create.likely.${named}Detail`));
  const found = { ...text, sameAs: sameResults[named] };
  return [named === 'quota' ? { ...found, remedy: 'quota' } : found];
}

/**
 * Returns the cause if rules are missing. Azure compares the NSG's rules literally, so a rule can be missing although
 * every flow passes.
 */
function groupRulesCause(say: Say, { serviceMessage = '' }: AzureErrorDetail): readonly LikelyCause[] {
  const missing = missingRules(serviceMessage);
  if (missing === null) return [];
  const { group, rules } = missing;
  const evidence = say('create.likely.groupRulesEvidence', {
    group,
    n: rules.length,
    rules: formatList(
      say,
      rules.map(({ name }) => name),
    ),
  });
  return [likelyCause('error', say('create.likely.groupRules'), evidence)];
}

/**
 * Checks whether the failure is about the flow: its message contains the tag and port, or its code is typical of a
 * blocked flow.
 */
function mentions(
  { plan, details }: CreationFailure,
  { subject, requirement }: CheckResult,
  open: readonly CheckResult[],
): boolean {
  if (requirement === 'storage-shared-key-enabled') return isMountError(details);
  if (!subject) return false;
  if (isBlockedSsh(plan, details, subject)) return true;
  const named = (one: FlowSubject): boolean => namesFlow(details.serviceMessage ?? '', one);
  if (named(subject)) return true;
  const anyNamed = open.some((one) => one.subject !== null && named(one.subject));
  return !anyNamed && nodeCodes.includes(details.serviceCode ?? '') && requirement === firstOf(open);
}

/** Returns the flow to blame first. Nodes that can't report to Batch never start, so that flow comes first. */
function firstOf(open: readonly CheckResult[]): string | undefined {
  const flows = open.filter(({ subject }) => subject !== null).map(({ requirement }) => requirement);
  return flows.find((id) => id === 'outbound-batch-443') ?? flows[0];
}

/** Checks for a mount error. Azure blames ports for it, whatever the actual reason. */
function isMountError({ serviceCode = '', serviceMessage = '' }: AzureErrorDetail): boolean {
  return mountError.test(`${serviceCode} ${serviceMessage}`);
}

/** Checks whether Azure's message names a failing flow. It then counts as an error, whatever its severity. */
function isNamed({ serviceMessage = '' }: AzureErrorDetail, { outcome, subject }: CheckResult): boolean {
  return statusOf(outcome) === 'open' && subject !== null && namesFlow(serviceMessage, subject);
}

/**
 * Returns the causes of flows that are blocked now, by today's requirements. Without any, states that it isn't the
 * network.
 */
function networkCauses(
  say: Say,
  failure: CreationFailure,
  { results, readAt, isFixed }: CreationEvidence,
): readonly LikelyCause[] {
  const open = results.filter((one) => countsAs(one) === 'errors' || isNamed(failure.details, one));
  const unknown = results.filter((one) => countsAs(one) === 'unknown' && one.severity === 'error');
  if (results.length === 0) return [];
  if (open.length === 0 && unknown.length === 0) {
    // The results are those after the fix. Before it, some could have failed.
    return isFixed ? [] : [networkPassed(say, failure.plan, readAt)];
  }
  const explains = new Set([...open, ...unknown]);
  // Use whole causes, like Readiness.
  const found = causesOf(results).filter((one) => one.results.some((result) => explains.has(result)));
  return found.map((one) => networkCause(say, failure, { one, open }));
}

function networkPassed(say: Say, { subnetId }: Plan, readAt: string): LikelyCause {
  const evidence = say('create.likely.networkFine', { time: formatTime(say, readAt, 'seconds') });
  const name =
    subnetId === null
      ? say('create.likely.managedNetwork')
      : say('create.likely.network', { subnet: nameOf(subnetId) });
  return likelyCause('pass', name, evidence);
}

interface FailedByCause {
  readonly one: Cause;
  readonly open: readonly CheckResult[];
}

/** Converts a cause, with the flow that the failure is about. */
function networkCause(say: Say, failure: CreationFailure, { one, open }: FailedByCause): LikelyCause {
  const fails = one.results.some((result) => open.includes(result));
  const named = one.results.find((result) => mentions(failure, result, open));
  const [first] = one.results;
  const worst = named ?? first;
  const { subject, packet, requirement, kind } = worst;
  return {
    ...likelyCause(fails ? 'error' : 'unknown', causeTitle(say, one), ''),
    evidence:
      subject === null
        ? formatOutcome(say, worst).line
        : say('create.likely.flow', {
            flow: requirementName(say, requirement),
            impact: requirementConsequence(say, requirement, kind),
          }),
    packet: packet ? formatPacket(say, packet) : null,
    results: one.results,
    component: one,
    ...(subject && { flow: requirement }),
    isNamedByAzure: fails && named !== undefined,
    isReason: subject !== null,
  };
}

function addressCause(say: Say, { capacity }: CreationEvidence): readonly LikelyCause[] {
  const { total = null, free = null } = capacity ?? {};
  if (total === null || free === null) return [];
  const name = say('create.likely.addresses');
  const found =
    free > 0
      ? likelyCause('pass', name, say('create.likely.addressesFree', { free, total }))
      : likelyCause('error', name, say('create.likely.addressesNone'));
  return [{ ...found, sameAs: sameResults.addresses }];
}

function quotaCause(say: Say, { quota }: CreationEvidence): readonly LikelyCause[] {
  if (quota === null) return [];
  const { left, limit, isEnough } = quota;
  const text = likelyCause(
    isEnough ? 'pass' : 'error',
    say('create.likely.quota'),
    say('create.likely.quotaEvidence', { left, limit }),
  );
  const found = { ...text, sameAs: sameResults.quota };
  return [isEnough ? found : { ...found, remedy: 'quota' }];
}

/** Rules out permissions if all their checks passed with roles that were read after the failure. */
function permissionCause(say: Say, { results, rolesReadAt }: CreationEvidence): readonly LikelyCause[] {
  const own = results.filter(({ group }) => group === 'permissions');
  if (rolesReadAt === null || own.length === 0 || own.some((one) => countsAs(one) !== 'passed')) return [];
  const evidence = say('create.likely.checkedAgain', { time: formatTime(say, rolesReadAt, 'seconds') });
  return [likelyCause('pass', say('create.likely.permissions'), evidence)];
}

interface RuledOut {
  readonly ruledOut: readonly LikelyCause[];
  readonly isFixed: boolean;
}

/** Adds a cause if all known ones are ruled out: a fix since then, the region's capacity, or an unknown cause. */
function withOther(say: Say, failure: CreationFailure, { ruledOut, isFixed }: RuledOut): RankedLikely {
  if (isFixed) {
    const found = likelyCause('pass', say('create.likely.fixed'), say('create.likely.fixedEvidence'));
    const fixed = { ...found, isFixed: true };
    return { most: undefined, all: [fixed, ...ruledOut] };
  }
  const [capacity] = ruledOut.length === 0 ? [] : capacityCause(say, failure, 'onlyPossible');
  return { most: capacity, all: [capacity ?? unknownCause(say, failure.requestId), ...ruledOut] };
}

/**
 * Returns the region's capacity as a cause if nodes didn't start. Azure doesn't report free machines, so it can't be
 * ruled out even if something blocks the nodes.
 */
function capacityCause(
  say: Say,
  { plan, code, details, wasAccepted }: CreationFailure,
  place: 'onlyPossible' | 'alsoPossible',
): readonly LikelyCause[] {
  if (!('vmSize' in plan)) return [];
  const isStuck = code === 'timeout' && wasAccepted;
  if (!allocationCodes.includes(details.serviceCode ?? '') && !isStuck) return [];
  const values = { region: formatRegion(plan.location), size: plan.vmSize };
  const evidence = say(`create.likely.capacity.${place}`, values);
  return [{ ...likelyCause('unknown', say('create.likely.capacity'), evidence), remedy: 'size' }];
}

/** True if Azure's message states a missing permission other than those that the product checks. */
function isOtherPermission(details: AzureErrorDetail): boolean {
  const found = refusedPermission(details);
  return found === 'tenant' || (found === 'permission' && refusedAction(details) !== undefined);
}

/**
 * Describes the missing role, as far as Azure's code identifies it. Otherwise, refers to the action in Azure's message.
 */
function missingPermission(
  say: Say,
  details: AzureErrorDetail,
  { subnetId, workspaceId }: Plan,
): Required<Pick<LikelyCause, 'evidence' | 'sameAs'>> {
  if (subnetId !== null && refusedPermission(details) === 'join') {
    const evidence = say('create.likely.joinEvidence', {
      subnet: nameOf(subnetId),
      network: segmentOf(subnetId, 'virtualNetworks') ?? '',
      group: segmentOf(subnetId, 'resourceGroups') ?? '',
    });
    return { evidence, sameAs: sameResults.join };
  }
  if (details.serviceCode === 'AuthorizationFailed') {
    const evidence = say('create.likely.writeEvidence', { workspace: nameOf(workspaceId) });
    return { evidence, sameAs: sameResults.write };
  }
  const sameAs = [...sameResults.write, ...sameResults.join];
  return { evidence: say('create.likely.permissionEvidence'), sameAs };
}
