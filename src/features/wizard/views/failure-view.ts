import { traitsOf, type ComputeAction } from '../../../core/compute-kinds';
import type { AzureFailure } from '../../../azure/failure';
import type { Creation } from '../../../contract/wizard/creation';
import { nameOf, segmentOf } from '../../../core/network/find';
import { statusOf, type FlowSubject, type CheckResult } from '../../../core/check-result';
import { displayLines, displayText } from '../../../core/text/display-text';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { matchPlan, type Plan } from '../../../plans/compute-plan';
import { formatDuration, formatTime } from '../../../wording/dates';
import { requirementName } from '../../../wording/requirement-text';
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
import { subnetCapacity } from '../capacity';
import { isInChosenSubnet, stateOfCreation } from '../creation-evidence';
import {
  partialAllocation,
  wasAccepted,
  wasSent,
  type CreationPhase,
  type CreationState,
} from '../creation-state';
import { attachCauses, isBlockedSsh } from './attach-causes';
import { chosenSubnet, chosenVmSize, coresLeft, promisedAddresses } from '../selection';
import { formatFailure } from '../failures';
import type { WizardState } from '../state';
import { formatRegion } from './region-text';
import { partialView } from './partial-allocation';
import { countsOf } from './readiness-row-view';

export interface FailedCreation {
  readonly creation: CreationState;
  readonly phase: Extract<CreationPhase, { is: 'failed' }>;
}

type Likely = Creation['likely'][number];

/** A failure in plain words: what happened, what Azure said, what it likely means in this subnet, what is left. */
export function failureView(say: Say, state: WizardState, failed: FailedCreation): Partial<Creation> {
  const { creation, phase } = failed;
  const { plan, startedAt, endedAt, requestId } = creation;
  const { failure } = phase;
  const milliseconds = Date.parse(endedAt ?? startedAt) - Date.parse(startedAt);
  const time = formatDuration(say, milliseconds);
  const kind = kindOf(failed);
  const { action } = traitsOf(plan.kind);
  const likely = likelyCauses(say, state, failed);
  const said = failure.details.serviceMessage ?? formatFailure(say, failure);
  const code = failure.details.serviceCode;
  const partial = partialAllocation(creation);
  return {
    state: 'failed',
    heading: say(`${action}.${headings[kind]}`, { name: plan.name }),
    line: say(lineKey(kind, action), { time }),
    said: displayLines(code === undefined ? said : `${code}: ${said}`),
    requestId: shownOrNull(failure.details.requestId ?? requestId),
    likely: likely.some((one) => one.icon !== 'pass') ? likely : [otherCause(say, failed, likely), ...likely],
    left: leftText(say, failed),
    ...(partial ? partialView(say, partial, { plan, milliseconds }) : {}),
  };
}

/** An answer's header may hold anything. */
const shownOrNull = (text: string | null): string | null => (text === null ? null : displayText(text));

/** How far it came, as far as is known. */
type FailureKind = 'taken' | 'unsent' | 'lost' | 'unseen' | 'refused' | 'failed';

function kindOf({ creation, phase: { failure, remaining } }: FailedCreation): FailureKind {
  if (remaining === 'unseen') return 'unseen';
  if (wasAccepted(creation)) return 'failed';
  if (failure.code === 'conflict') return 'taken';
  if (!wasSent(creation)) return 'unsent';
  return ['offline', 'timeout', 'badResponse'].includes(failure.code) ? 'lost' : 'refused';
}

/** Ends of the headings' keys, after the plan's action. */
const headings = {
  taken: 'failed',
  unsent: 'failed',
  lost: 'failed',
  unseen: 'unsure',
  refused: 'failed',
  failed: 'notSetUp',
} as const satisfies Readonly<Record<FailureKind, string>>;

function lineKey(kind: FailureKind, action: ComputeAction): MessageKey {
  return kind === 'refused' ? `${action}.line.refused` : `create.line.${kind}`;
}

/** Evidence of this subnet: what Azure's answer speaks of first, then what else is open, then what is ruled out. */
function likelyCauses(say: Say, state: WizardState, failed: FailedCreation): Likely[] {
  const { plan } = failed.creation;
  // What was never sent, the subnet has not stopped.
  if (kindOf(failed) === 'unsent') return unsentCauses(say, failed.phase.failure);
  const own = stateOfCreation(state);
  const network = networkCauses(say, state, failed);
  const isBlocked = network.some((one) => one.isTold);
  const certain = [
    ...byCode(say, failed),
    ...(isBlocked ? [] : groupRulesCause(say, failed)),
    ...attachCauses(say, { plan, failure: failed.phase.failure }, isBlocked),
  ];
  // What Azure says itself stands before what we read of the same.
  const rest = [
    ...matchPlan(plan, { create: () => addressCause(say, own), attach: () => [] }),
    ...quotaCause(say, own),
  ].filter((one) => !certain.some((other) => other.cause === one.cause));
  const told = certain[0] ?? network.find((one) => one.isTold);
  const rank = (one: Likely): string => {
    if (one.icon === 'pass') return say('create.likely.ruledOut');
    return one.cause === told?.cause ? say('create.likely.most') : say('create.likely.possible');
  };
  const place = (one: Likely): number => (one.cause === told?.cause ? -1 : order.indexOf(one.icon));
  return [...certain, ...network, ...rest]
    .map(({ icon, cause: name, evidence, fixIds }) => ({ ...cause(icon, name, evidence), fixIds }))
    .map((one) => ({ ...one, rank: rank(one) }))
    .sort((a, b) => place(a) - place(b));
}

/** Why Azure could not even be asked for the name, where the failure says so itself. */
function unsentCauses(say: Say, failure: AzureFailure): Likely[] {
  const key = unsentCause(failure);
  if (key === null) return [];
  const asked = cause('error', say(key), formatFailure(say, failure));
  return [{ ...asked, rank: say('create.likely.most') }];
}

function unsentCause({ code, details }: AzureFailure): MessageKey | null {
  if (code === 'signedOut') return 'create.likely.signedOut';
  if (code === 'forbidden') return 'create.likely.permission';
  if (['offline', 'timeout', 'throttled', 'badResponse'].includes(code)) return 'create.likely.noAnswer';
  return code === 'refused' && (details.status ?? 0) >= 500 ? 'create.likely.ownFault' : null;
}

const order: readonly Likely['icon'][] = ['error', 'unknown', 'warning', 'pass'];

/** What Azure's own code says beyond doubt. */
function byCode(say: Say, { creation: { plan }, phase: { failure } }: FailedCreation): Likely[] {
  if (failure.code === 'conflict') {
    const evidence = say('create.likely.takenEvidence', { name: plan.name });
    return [cause('error', say('create.likely.taken'), evidence)];
  }
  if (failure.code === 'forbidden') {
    return [cause('error', say('create.likely.permission'), missingPermission(say, failure, plan))];
  }
  const told = allocationCause(failure.details);
  return told === null
    ? []
    : [cause('error', say(`create.likely.${told}`), say(`create.likely.${told}Told`))];
}

/** Azure compares the words of the NSG's rules, so a rule may be missing although every flow passes. */
function groupRulesCause(say: Say, { phase: { failure } }: FailedCreation): Likely[] {
  const missing = missingRules(failure.details.serviceMessage ?? '');
  if (missing === null) return [];
  const { group, rules } = missing;
  const evidence = say('create.likely.groupRulesEvidence', {
    group,
    n: rules.length,
    rules: new Intl.ListFormat(say.language).format(rules.map(({ name }) => name)),
  });
  return [cause('error', say('create.likely.groupRules'), evidence)];
}

interface NetworkCause extends Likely {
  /** Azure's answer speaks of it. */
  readonly isTold: boolean;
}

/** True where the message names tag and port of the flow, or where the code is one that a blocked flow brings. */
function speaksOf(
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
  return !anyNamed && nodeCodes.includes(details.serviceCode ?? '') && subject === open[0]?.subject;
}

/** Azure blames ports, whatever keeps the account from being mounted. */
function isMountError({ serviceCode = '', serviceMessage = '' }: AzureFailure['details']): boolean {
  return mountError.test(`${serviceCode} ${serviceMessage}`);
}

/** A flow that fails and that Azure names itself weighs as an error, however mild the pages are. */
function isNamed({ phase: { failure } }: FailedCreation, { outcome, subject }: CheckResult): boolean {
  const message = failure.details.serviceMessage ?? '';
  return statusOf(outcome) === 'open' && subject !== null && namesFlow(message, subject);
}

/** Every flow that fails now by today's requirements; or, where none does, that the network is not it. */
function networkCauses(say: Say, state: WizardState, failed: FailedCreation): NetworkCause[] {
  const { plan, endedAt, startedAt } = failed.creation;
  const results = state.creationResults;
  const open = results.filter((one) => countsOf(one) === 'to-fix' || isNamed(failed, one));
  const unknown = results.filter((one) => countsOf(one) === 'unknown' && one.severity === 'error');
  const subnet = plan.subnetId === null ? undefined : nameOf(plan.subnetId);
  if (results.length === 0) return [];
  if (open.length === 0 && unknown.length === 0) {
    const evidence = say('create.likely.networkFine', {
      time: formatTime(say, endedAt ?? startedAt, 'seconds'),
    });
    const name =
      subnet === undefined ? say('create.likely.managedNetwork') : say('create.likely.network', { subnet });
    return [{ ...cause('pass', name, evidence), isTold: false }];
  }
  // A fix changes the subnet that is chosen now.
  const fixable = isInChosenSubnet(state, failed.creation) ? state.evaluation?.fixable : undefined;
  return [...open, ...unknown].map((one) => {
    const words = formatOutcome(say, one);
    const icon = open.includes(one) ? 'error' : 'unknown';
    const hasFix = fixable?.has(one.requirement) === true;
    const fixIds = hasFix ? [one.requirement] : [];
    const isTold = icon === 'error' && speaksOf(failed, one, open);
    return { ...cause(icon, requirementName(say, one.requirement), words.line), fixIds, isTold };
  });
}

function addressCause(say: Say, state: WizardState | null): Likely[] {
  const found = state && chosenSubnet(state);
  if (!found) return [];
  const { total, free } = subnetCapacity(found.subnet, promisedAddresses(state, found.subnet.id));
  if (total === null || free === null) return [];
  const name = say('create.likely.addresses');
  return [
    free > 0
      ? cause('pass', name, say('create.likely.addressesFree', { free, total }))
      : cause('error', name, say('create.likely.addressesNone')),
  ];
}

function quotaCause(say: Say, state: WizardState | null): Likely[] {
  const size = state && chosenVmSize(state);
  const quota = size && coresLeft(state, size.family);
  if (!size || !quota) return [];
  const icon = quota.left >= size.cores ? 'pass' : 'error';
  return [cause(icon, say('create.likely.quota'), say('create.likely.quotaEvidence', quota))];
}

function cause(icon: Likely['icon'], name: string, evidence: string): Likely {
  return { icon, rank: '', cause: name, evidence, fixIds: [] };
}

/** Where everything that is known is ruled out. */
function otherCause(say: Say, failed: FailedCreation, ruledOut: readonly Likely[]): Likely {
  return capacityCause(say, failed, ruledOut) ?? unknownCause(say, failed);
}

/** Nodes did not start though nothing of ours stands in their way: what is left is the region's machines. */
function capacityCause(
  say: Say,
  { creation: { plan }, phase: { failure } }: FailedCreation,
  ruledOut: readonly Likely[],
): Likely | null {
  if (!('vmSize' in plan) || ruledOut.length === 0) return null;
  if (!allocationCodes.includes(failure.details.serviceCode ?? '')) return null;
  const values = { region: formatRegion(plan.location), size: plan.vmSize };
  const capacity = cause(
    'unknown',
    say('create.likely.capacity'),
    say('create.likely.capacityEvidence', values),
  );
  return { ...capacity, rank: say('create.likely.most') };
}

function unknownCause(say: Say, { creation, phase: { failure } }: FailedCreation): Likely {
  const id = failure.details.requestId ?? creation.requestId;
  const evidence = id === null ? say('create.noRequestId') : say('create.failUnknownEvidence', { id });
  return {
    ...cause('unknown', say('create.failUnknown'), evidence),
    rank: say('create.likely.possible'),
  };
}

function leftText(say: Say, failed: FailedCreation): string {
  const { plan } = failed.creation;
  const { failure, remaining: compute } = failed.phase;
  if (compute === 'unseen') return say('create.leftUnseen');
  if (!compute) {
    return failure.code === 'conflict'
      ? say('create.leftTaken', { name: plan.name })
      : say(kindOf(failed) === 'unsent' ? 'create.leftUnsent' : 'create.leftNothing');
  }
  const isFailed = compute.provisioningState === 'Failed';
  const state = isFailed ? compute.provisioningState : (compute.state ?? compute.provisioningState);
  const key = matchPlan<MessageKey>(plan, {
    create: ({ kind }) => `create.leftThere.${kind}`,
    attach: () => 'attach.leftThere',
  });
  return say(key, { name: nameOf(compute.id), state });
}

/** Which role is missing on what, as far as Azure's code tells; its words name the action where the code does not. */
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
