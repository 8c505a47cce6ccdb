import { isAnswerLost, isServerError, requestedWait, type AzureFailure } from '../../azure/failure';
import type { NextStep } from '../../contract/wizard/creation';
import type { Component } from '../../core/cause';
import { sameModel } from '../../core/network/changes';
import { sameId } from '../../core/network/find';
import { subnetCapacity } from '../../core/network/subnet-capacity';
import type { MessageKey } from '../../messages/en/catalog';
import type { Say } from '../../messages/say';
import { rankCreationCauses, unknownCause, type CreationEvidence } from '../../wording/creation-causes';
import { likelyCause, type LikelyCause, type RankedLikely } from '../../wording/likely-cause';
import { isInChosenSubnet, stateOfCreation } from './creation-evidence';
import { wasAccepted, wasSent, type CreationPhase, type CreationState } from './creation-state';
import { remedyOf } from './fixed-together';
import {
  chosenSubnet,
  chosenVmSize,
  isSameCreation,
  knownComputeResources,
  limitingQuota,
  reservedAmong,
} from './selection';
import { loggedChangeText } from '../../wording/logged-change-text';
import { formatFailure } from './failures';
import { loadedValue, type WizardState } from './state';

export interface FailedCreation {
  readonly creation: CreationState;
  readonly phase: Extract<CreationPhase, { is: 'failed' }>;
}

/** A cause with the action for it, and who last changed it, as sentences. */
export interface CauseWithStep extends LikelyCause {
  readonly step: NextStep | null;
  readonly changes: readonly string[];
}

/** Ranks the possible causes, each with its action. */
export function rankedLikely(
  say: Say,
  state: WizardState,
  failed: FailedCreation,
): RankedLikely<CauseWithStep> {
  const { most, all } = rankedWithoutSteps(say, state, failed);
  const withSteps = all.map((one) => ({
    ...one,
    step: stepFor(say, state, { failed, one }),
    changes: changesOf(say, state, { failed, one }),
  }));
  return { most: most && withSteps[all.indexOf(most)], all: withSteps };
}

function rankedWithoutSteps(say: Say, state: WizardState, failed: FailedCreation): RankedLikely {
  const { creation, phase } = failed;
  const { code, details } = phase.failure;
  // If nothing was sent, the subnet isn't the cause.
  if (!wasSent(creation) && code !== 'conflict') return unsentLikely(say, failed);
  const failure = {
    ...{ plan: creation.plan, code, details },
    requestId: requestIdOf(failed),
    wasAccepted: wasAccepted(creation),
  };
  return rankCreationCauses(say, failure, evidenceOf(state, failed));
}

function requestIdOf({ creation, phase: { failure } }: FailedCreation): string | null {
  return failure.details.requestId ?? creation.requestId;
}

/** Returns why Azure couldn't even check the name, if the failure states it. */
function unsentLikely(say: Say, failed: FailedCreation): RankedLikely {
  const { failure } = failed.phase;
  const key = unsentCause(failure);
  if (key === null) return { most: undefined, all: [unknownCause(say, requestIdOf(failed))] };
  const most = likelyCause('error', say(key), formatFailure(say, failure));
  return { most, all: [most] };
}

function unsentCause(failure: AzureFailure): MessageKey | null {
  const { code } = failure;
  if (code === 'signedOut') return 'create.likely.signedOut';
  if (code === 'forbidden') return 'create.likely.permission';
  if (isAnswerLost(failure) || requestedWait(failure) !== null) return 'create.likely.noAnswer';
  return code === 'refused' && isServerError(failure) ? 'create.likely.ownFault' : null;
}

function evidenceOf(state: WizardState, { creation, phase }: FailedCreation): CreationEvidence {
  const own = stateOfCreation(state);
  const found = own && chosenSubnet(own);
  const size = own && chosenVmSize(own);
  const quota = size && limitingQuota(own, size);
  // The failed resource doesn't take addresses from itself.
  const others = knownComputeResources(state).filter((one) => !isSameCreation(one, creation.plan));
  return {
    results: state.creationResults,
    capacity: found ? subnetCapacity(found.subnet, reservedAmong(others, found.subnet.id)) : null,
    quota: quota ? { ...quota, isEnough: quota.left >= size.cores } : null,
    isFixed: isFixedSince(state, creation),
    readAt: networkReadAt(state, creation),
    rolesReadAt: phase.evidence.rolesReadAt,
  };
}

/** Returns sentences about who last changed a cause, unless the networks have changed since that was read. */
function changesOf(
  say: Say,
  state: WizardState,
  { failed: { creation, phase }, one: { component } }: CauseOfFailure,
): readonly string[] {
  const { changes } = phase.evidence;
  const model = loadedValue(state.networks);
  if (!changes || !model || changes.key !== component?.key) return [];
  const isCurrent = changes.model === model || sameModel(changes.model, model);
  if (!isCurrent) return [];
  const around = { sentAt: creation.startedAt, readAt: networkReadAt(state, creation) };
  return changes.logged.flatMap((change) => loggedChangeText(say, change, around) ?? []);
}

/** Returns the component that blocks most likely; undefined if none of the network does. */
export function blockingComponent(
  say: Say,
  state: WizardState,
  failed: FailedCreation,
): Component | undefined {
  const { all } = rankedWithoutSteps(say, state, failed);
  return all.find(({ icon, component }) => icon === 'error' && component !== undefined)?.component;
}

/** Returns the requirement whose flow made the last creation fail in the chosen subnet; null if none is certain. */
export function flowOfFailure(say: Say, state: WizardState): string | null {
  const { creation } = state;
  if (creation?.phase.is !== 'failed' || !isInChosenSubnet(state, creation)) return null;
  return rankedWithoutSteps(say, state, { creation, phase: creation.phase }).most?.flow ?? null;
}

/** Returns the time of the results, which can be later than the failure. */
function networkReadAt(state: WizardState, creation: CreationState): string {
  const { endedAt, startedAt } = creation;
  const readAt = isInChosenSubnet(state, creation) ? state.evaluation?.readAt : undefined;
  return readAt ?? endedAt ?? startedAt;
}

/** Checks whether a fix of the same subnet was applied after the failure. */
function isFixedSince({ applied }: WizardState, { plan: { subnetId } }: CreationState): boolean {
  if (applied?.state !== 'applied' || applied.kind !== 'fix') return false;
  return subnetId !== null && sameId(applied.subnetId, subnetId);
}

interface CauseOfFailure {
  readonly failed: FailedCreation;
  readonly one: LikelyCause;
}

/** Returns the action for a cause: of the network, the fix of the whole cause, or the request to its owner. */
function stepFor(
  say: Say,
  state: WizardState,
  { failed, one: { remedy, results } }: CauseOfFailure,
): NextStep | null {
  if (remedy === 'owner') return { ...stepOf(say, 'role'), label: say('creation.step.owner') };
  if (remedy) return stepOf(say, remedy);
  // A fix changes the chosen subnet.
  if (!results || !isInChosenSubnet(state, failed.creation) || !state.evaluation) return null;
  const { does, ids } = remedyOf(
    state,
    results.map(({ requirement }) => requirement),
  );
  return stepOf(say, does, ids);
}

/** Actions for a cause. */
type CauseStep = Exclude<NextStep['does'], 'fix-and-retry' | 'retry' | 'delete-and-retry'>;

function stepOf(say: Say, does: CauseStep, ids: readonly string[] = []): NextStep {
  return { does, label: say(`creation.step.${does}`), ids: [...ids] };
}
