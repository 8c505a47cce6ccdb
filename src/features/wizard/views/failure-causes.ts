import { traitsOf } from '../../../core/compute-kinds';
import { isAnswerLost, isServerError, type AzureFailure } from '../../../azure/failure';
import { causesOf } from '../../../checks/causes';
import type { NextStep } from '../../../contract/wizard/creation';
import type { Cause } from '../../../core/cause';
import { nameOf, sameId, segmentOf } from '../../../core/network/find';
import { statusOf, type FlowSubject, type CheckResult } from '../../../core/check-result';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { matchPlan, type Plan } from '../../../plans/compute-plan';
import { causeTitle } from '../../../wording/cause-text';
import { formatTime } from '../../../wording/dates';
import { requirementConsequence, requirementName } from '../../../wording/requirement-text';
import {
  allocationCause,
  allocationCodes,
  namesFlow,
  nodeCodes,
  refusesToJoin,
} from '../../../wording/azure-error-detail';
import { mountError } from '../../../wording/known-errors';
import { missingRules } from '../../../wording/missing-rules';
import { formatOutcome } from '../../../wording/outcome-text';
import { formatPacket } from '../../../wording/subject-text';
import { subnetCapacity } from '../capacity';
import { isInChosenSubnet, stateOfCreation } from '../creation-evidence';
import { wasAccepted, wasSent, type CreationPhase, type CreationState } from '../creation-state';
import { fixedTogether } from '../fixed-together';
import { chosenSubnet, chosenVmSize, limitingQuota, reservedAddresses } from '../selection';
import { formatFailure } from '../failures';
import type { WizardState } from '../state';
import { attachCauses, isBlockedSsh } from './attach-causes';
import { likelyCause, type LikelyCause } from './likely-cause';
import { formatRegion } from './region-text';
import { countsOf } from './readiness-row-view';

export interface FailedCreation {
  readonly creation: CreationState;
  readonly phase: Extract<CreationPhase, { is: 'failed' }>;
}

export interface RankedLikely {
  /** The cause that explains the failure; undefined if none is certain. */
  readonly most: LikelyCause | undefined;
  /** All causes, the most likely first. */
  readonly all: readonly LikelyCause[];
}

const order: readonly LikelyCause['icon'][] = ['error', 'unknown', 'warning', 'pass'];

/** Ranks the possible causes: those in Azure's response first, then other open ones, then those that are ruled out. */
export function rankedLikely(say: Say, state: WizardState, failed: FailedCreation): RankedLikely {
  const { plan } = failed.creation;
  // If nothing was sent, the subnet isn't the cause.
  if (!wasSent(failed.creation) && failed.phase.failure.code !== 'conflict') return unsentLikely(say, failed);
  const own = stateOfCreation(state);
  const network = networkCauses(say, state, failed);
  const isBlocked = network.some((one) => one.isNamedByAzure);
  const certain = [
    ...byCode(say, failed),
    ...(isBlocked ? [] : groupRulesCause(say, failed)),
    ...attachCauses(say, { plan, failure: failed.phase.failure }, isBlocked),
  ];
  // Azure's own statement takes precedence over our evidence of the same cause.
  const rest = [
    ...matchPlan(plan, { create: () => addressCause(say, own), attach: () => [] }),
    ...quotaCause(say, own),
  ].filter((one) => !certain.some((other) => other.cause === one.cause));
  const all = [...certain, ...network, ...rest];
  const most = certain[0] ?? network.find((one) => one.isNamedByAzure) ?? blockerOf(failed, network);
  const place = (one: LikelyCause): number => (one === most ? -1 : order.indexOf(one.icon));
  const sorted = [...all].sort((a, b) => place(a) - place(b));
  if (sorted.some((one) => one.icon !== 'pass')) return { most, all: sorted };
  return withOther(say, state, { failed, ruledOut: sorted });
}

/**
 * Returns the cause if Azure accepted nodes that didn't start: a blocked flow explains that, although Azure doesn't
 * name it.
 */
function blockerOf({ creation }: FailedCreation, network: readonly LikelyCause[]): LikelyCause | undefined {
  const isCreated = traitsOf(creation.plan.kind).action === 'create';
  if (!isCreated || !wasAccepted(creation)) return undefined;
  return network.find((one) => one.icon === 'error' && one.isReason === true);
}

/** Returns why Azure couldn't even check the name, if the failure states it. */
function unsentLikely(say: Say, failed: FailedCreation): RankedLikely {
  const { failure } = failed.phase;
  const key = unsentCause(failure);
  if (key === null) return { most: undefined, all: [unknownCause(say, failed)] };
  const most = likelyCause('error', say(key), formatFailure(say, failure));
  return { most, all: [most] };
}

function unsentCause(failure: AzureFailure): MessageKey | null {
  const { code } = failure;
  if (code === 'signedOut') return 'create.likely.signedOut';
  if (code === 'forbidden') return 'create.likely.permission';
  if (isAnswerLost(failure) || code === 'throttled') return 'create.likely.noAnswer';
  return code === 'refused' && isServerError(failure) ? 'create.likely.ownFault' : null;
}

/** Returns the causes that Azure's own error code states with certainty. */
function byCode(say: Say, { creation: { plan }, phase: { failure } }: FailedCreation): LikelyCause[] {
  if (failure.code === 'conflict') {
    const evidence = say('create.likely.takenEvidence', { name: plan.name });
    return [{ ...likelyCause('error', say('create.likely.taken'), evidence), step: stepOf(say, 'name') }];
  }
  if (failure.code === 'forbidden') {
    const evidence = missingPermission(say, failure, plan);
    return [
      { ...likelyCause('error', say('create.likely.permission'), evidence), step: stepOf(say, 'role') },
    ];
  }
  const named = allocationCause(failure.details);
  if (named === null) return [];
  const found = likelyCause('error', say(`create.likely.${named}`), say(`create.likely.${named}Told`));
  return [{ ...found, step: named === 'quota' ? stepOf(say, 'quota') : null }];
}

/**
 * Returns the cause if rules are missing. Azure compares the NSG's rules literally, so a rule can be missing although
 * every flow passes.
 */
function groupRulesCause(say: Say, { phase: { failure } }: FailedCreation): LikelyCause[] {
  const missing = missingRules(failure.details.serviceMessage ?? '');
  if (missing === null) return [];
  const { group, rules } = missing;
  const evidence = say('create.likely.groupRulesEvidence', {
    group,
    n: rules.length,
    rules: new Intl.ListFormat(say.language).format(rules.map(({ name }) => name)),
  });
  return [likelyCause('error', say('create.likely.groupRules'), evidence)];
}

/**
 * Checks whether the failure is about the flow: its message contains the tag and port, or its code is typical of a
 * blocked flow.
 */
function mentions(
  { creation: { plan }, phase: { failure } }: FailedCreation,
  { subject, requirement }: CheckResult,
  open: readonly CheckResult[],
): boolean {
  const { details } = failure;
  if (requirement === 'storage-shared-key-enabled') return isMountError(details);
  if (!subject) return false;
  if (isBlockedSsh(plan, failure, subject)) return true;
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
function isMountError({ serviceCode = '', serviceMessage = '' }: AzureFailure['details']): boolean {
  return mountError.test(`${serviceCode} ${serviceMessage}`);
}

/** Checks whether Azure's message names a failing flow. It then counts as an error, whatever its severity. */
function isNamed({ phase: { failure } }: FailedCreation, { outcome, subject }: CheckResult): boolean {
  const message = failure.details.serviceMessage ?? '';
  return statusOf(outcome) === 'open' && subject !== null && namesFlow(message, subject);
}

/** Returns what currently blocks flows by today's requirements; if nothing does, states that it isn't the network. */
function networkCauses(say: Say, state: WizardState, failed: FailedCreation): LikelyCause[] {
  const results = state.creationResults;
  const open = results.filter((one) => countsOf(one) === 'to-fix' || isNamed(failed, one));
  const unknown = results.filter((one) => countsOf(one) === 'unknown' && one.severity === 'error');
  if (results.length === 0) return [];
  if (open.length === 0 && unknown.length === 0) return [networkPassed(say, failed)];
  const explains = new Set([...open, ...unknown]);
  // Use whole causes, like Readiness.
  const found = causesOf(results).filter((one) => one.results.some((result) => explains.has(result)));
  return found.map((one) => networkCause(say, state, { failed, one, open }));
}

function networkPassed(say: Say, { creation: { plan, endedAt, startedAt } }: FailedCreation): LikelyCause {
  const evidence = say('create.likely.networkFine', {
    time: formatTime(say, endedAt ?? startedAt, 'seconds'),
  });
  const name =
    plan.subnetId === null
      ? say('create.likely.managedNetwork')
      : say('create.likely.network', { subnet: nameOf(plan.subnetId) });
  return likelyCause('pass', name, evidence);
}

interface FailedByCause {
  readonly failed: FailedCreation;
  readonly one: Cause;
  readonly open: readonly CheckResult[];
}

/** Converts a cause, with the flow that the failure is about. */
function networkCause(say: Say, state: WizardState, { failed, one, open }: FailedByCause): LikelyCause {
  const fails = one.results.some((result) => open.includes(result));
  const named = one.results.find((result) => mentions(failed, result, open));
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
    step: networkStep(say, state, { failed, one }),
    isNamedByAzure: fails && named !== undefined,
    isReason: subject !== null,
  };
}

/** Returns the fix of the whole cause. If none is tested, returns the request to its owner. */
function networkStep(
  say: Say,
  state: WizardState,
  { failed, one }: Omit<FailedByCause, 'open'>,
): NextStep | null {
  // A fix changes the chosen subnet.
  if (!isInChosenSubnet(state, failed.creation) || !state.evaluation) return null;
  const { fixable } = state.evaluation;
  const ids = one.results.map(({ requirement }) => requirement);
  const fixed = fixedTogether(
    state.evaluation,
    ids.filter((id) => fixable.has(id)),
  );
  if (fixed.ids.length > 0) return stepOf(say, 'fix', fixed.ids);
  return stepOf(
    say,
    'request',
    one.results.map(({ requirement }) => requirement),
  );
}

function addressCause(say: Say, state: WizardState | null): LikelyCause[] {
  const found = state && chosenSubnet(state);
  if (!found) return [];
  const { total, free } = subnetCapacity(found.subnet, reservedAddresses(state, found.subnet.id));
  if (total === null || free === null) return [];
  const name = say('create.likely.addresses');
  return [
    free > 0
      ? likelyCause('pass', name, say('create.likely.addressesFree', { free, total }))
      : likelyCause('error', name, say('create.likely.addressesNone')),
  ];
}

function quotaCause(say: Say, state: WizardState | null): LikelyCause[] {
  const size = state && chosenVmSize(state);
  const quota = size && limitingQuota(state, size);
  if (!size || !quota) return [];
  const isEnough = quota.left >= size.cores;
  const found = likelyCause(
    isEnough ? 'pass' : 'error',
    say('create.likely.quota'),
    say('create.likely.quotaEvidence', quota),
  );
  return [{ ...found, step: isEnough ? null : stepOf(say, 'quota') }];
}

/** Actions for a cause. */
type CauseStep = Exclude<NextStep['does'], 'fix-and-retry' | 'retry' | 'delete-and-retry'>;

function stepOf(say: Say, does: CauseStep, ids: readonly string[] = []): NextStep {
  return { does, label: say(`creation.step.${does}`), ids: [...ids] };
}

interface RuledOut {
  readonly failed: FailedCreation;
  readonly ruledOut: readonly LikelyCause[];
}

/** Adds a cause if all known ones are ruled out: a fix since then, the region's capacity, or an unknown cause. */
function withOther(say: Say, state: WizardState, { failed, ruledOut }: RuledOut): RankedLikely {
  const fixed = fixedSince(say, state, failed);
  if (fixed) return { most: undefined, all: [fixed, ...ruledOut] };
  const capacity = capacityCause(say, { failed, ruledOut });
  return { most: capacity, all: [capacity ?? unknownCause(say, failed), ...ruledOut] };
}

/** Returns the cause if a fix of the same subnet was applied after the failure. */
function fixedSince(say: Say, state: WizardState, { creation }: FailedCreation): LikelyCause | undefined {
  const { applied } = state;
  const { subnetId } = creation.plan;
  const isOwn = applied?.state === 'applied' && subnetId !== null && sameId(applied.subnetId, subnetId);
  if (!isOwn || applied.kind !== 'fix') return undefined;
  return likelyCause('pass', say('create.likely.fixed'), say('create.likely.fixedEvidence'));
}

/** Returns the region's capacity as the cause if nodes didn't start although nothing blocks them. */
function capacityCause(
  say: Say,
  { failed: { creation, phase }, ruledOut }: RuledOut,
): LikelyCause | undefined {
  const { plan } = creation;
  if (!('vmSize' in plan) || ruledOut.length === 0) return undefined;
  const { serviceCode = '' } = phase.failure.details;
  const isStuck = phase.failure.code === 'timeout' && wasAccepted(creation);
  if (!allocationCodes.includes(serviceCode) && !isStuck) return undefined;
  const values = { region: formatRegion(plan.location), size: plan.vmSize };
  const evidence = say('create.likely.capacityEvidence', values);
  return { ...likelyCause('unknown', say('create.likely.capacity'), evidence), step: stepOf(say, 'size') };
}

function unknownCause(say: Say, { creation, phase: { failure } }: FailedCreation): LikelyCause {
  const id = failure.details.requestId ?? creation.requestId;
  const evidence = id === null ? say('create.noRequestId') : say('create.failUnknownEvidence', { id });
  return likelyCause('unknown', say('create.failUnknown'), evidence);
}

/**
 * Describes the missing role, as far as Azure's code identifies it. Otherwise, refers to the action in Azure's message.
 */
function missingPermission(say: Say, { details }: AzureFailure, plan: Plan): string {
  const { subnetId } = plan;
  if (subnetId !== null && refusesToJoin(details)) {
    return say('create.likely.joinEvidence', {
      subnet: nameOf(subnetId),
      network: segmentOf(subnetId, 'virtualNetworks') ?? '',
      group: segmentOf(subnetId, 'resourceGroups') ?? '',
    });
  }
  if (details.serviceCode === 'AuthorizationFailed') {
    return say('create.likely.writeEvidence', { workspace: nameOf(plan.workspaceId) });
  }
  return say('create.likely.permissionEvidence');
}
