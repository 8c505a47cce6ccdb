import type { ComputeState, CreationEvent } from '../../azure/ports';
import { AzureFailure } from '../../azure/failure';
import type { StoredCreation, StoredNetworkTest } from '../../contract/wizard/stored-choices';
import { matchPlan, type Plan } from '../../plans/compute-plan';
import { isTesting, resumedTest, type NetworkTest } from './network-test-state';

/** Steps that Azure confirmed, each with its ISO time. Each one implies those before it. */
interface CreationTimes {
  /** No compute resource has the name. */
  readonly free?: string | undefined;
  readonly sent?: string | undefined;
  readonly accepted?: string | undefined;
  readonly ready?: string | undefined;
}

/** What is in Azure after a failure; null where nothing is, `unseen` where Azure couldn't be asked. */
type RemainingCompute = ComputeState | null | 'unseen';

interface FailedCreationPhase {
  readonly failure: AzureFailure;
  readonly remaining: RemainingCompute;
  /** The subnet is read after the failure, before a cause is named. */
  readonly evidence: 'reading' | 'read';
}

export type CreationPhase =
  /** The name is looked up. Nothing was sent. */
  | { readonly is: 'validating' }
  | { readonly is: 'sent' }
  | { readonly is: 'accepted' }
  /** Azure returned the resource, which can't be used yet. */
  | { readonly is: 'provisioning' }
  | { readonly is: 'ready'; readonly compute: ComputeState }
  | ({ readonly is: 'failed' } & FailedCreationPhase)
  /** When the window was back, Azure didn't have the resource. */
  | { readonly is: 'missing' }
  /** Azure continues, and nobody waits for it. */
  | { readonly is: 'left'; readonly because: 'stopped' | 'deadline' }
  | { readonly is: 'deleting'; readonly from: CreationPhase };

/** A compute resource that is created or attached, or the first node of a cluster that is started. */
export interface CreationState {
  /** The compute resource itself, or the node that a test waited for. */
  readonly goal: 'compute' | 'first-node';
  readonly plan: Plan;
  readonly startedAt: string;
  /** ISO time at which it was ready, failed, or left; null before. */
  readonly endedAt: string | null;
  readonly times: CreationTimes;
  readonly phase: CreationPhase;
  /** The resource as Azure returned it last; null before. */
  readonly compute: ComputeState | null;
  readonly requestId: string | null;
  /** The test of the network from a node of it; null before. */
  readonly test: NetworkTest | null;
  /** The user went back to the plan. It is followed all the same. */
  readonly hidden: boolean;
}

/** Nothing was sent: the name is looked up first. */
export function createdFrom(plan: Plan, startedAt: string): CreationState {
  return {
    goal: 'compute',
    plan,
    startedAt,
    endedAt: null,
    times: {},
    phase: { is: 'validating' },
    compute: null,
    requestId: null,
    test: null,
    hidden: false,
  };
}

/** A creation that the window before knew, and that Azure has. It was sent, also where that wasn't stored any more. */
export function resumedFrom(stored: StoredCreation): CreationState {
  const { startedAt, times } = stored;
  const { sent = startedAt, free = sent, accepted } = times;
  return {
    ...knownFrom(stored),
    times: { free, sent, accepted },
    phase: { is: accepted === undefined ? 'sent' : 'accepted' },
  };
}

/** A creation that the window before knew, and that Azure doesn't have. */
export function missingCreation(stored: StoredCreation, at: string): CreationState {
  return { ...knownFrom(stored), endedAt: at, phase: { is: 'missing' } };
}

/** The compute resource of a test that the window before started, as it is now in Azure. */
export function testedCreation(stored: StoredNetworkTest, compute: ComputeState): CreationState {
  const { creation, readyAt } = stored;
  const known = knownFrom(creation);
  return {
    ...known,
    endedAt: readyAt,
    times: { ...known.times, ready: readyAt },
    phase: { is: 'ready', compute },
    compute,
    test: resumedTest(stored),
  };
}

function knownFrom({ plan, startedAt, times, requestId }: StoredCreation): CreationState {
  return { ...createdFrom({ ...plan, fixes: [] }, startedAt), times, requestId };
}

/** What the next window needs to continue. Fixes go into code, never into a creation. */
export function storedFrom({ plan, startedAt, times, requestId }: CreationState): StoredCreation {
  const { free, sent, accepted } = times;
  return {
    version: 2,
    plan: storedPlanOf(plan),
    startedAt,
    times: { free, sent, accepted },
    requestId,
  };
}

function storedPlanOf(plan: Plan): StoredCreation['plan'] {
  const { name, workspaceId, workspaceLocation, location, subnetId } = plan;
  const place = { name, workspaceId, workspaceLocation, location, subnetId };
  return matchPlan<StoredCreation['plan']>(plan, {
    create: ({ kind, publicIp, vmSize, nodes, ssh, identity, tags, ...ofInstance }) => ({
      ...{ ...place, kind, publicIp, vmSize, nodes, ssh, identity, tags: [...tags] },
      assignedTo: ofInstance.assignedTo,
      idleShutdownMinutes: ofInstance.idleShutdownMinutes,
      schedule: ofInstance.schedule,
      setupScript: ofInstance.setupScript,
    }),
    attach: ({ kind, targetId, access, otherSubnetIds }) => {
      return { ...place, kind, targetId, access, otherSubnetIds: [...otherSubnetIds] };
    },
  });
}

/** The state after an event of Azure. An event that comes late, once it's over, changes nothing. */
export function afterEvent(state: CreationState, event: CreationEvent, at: string): CreationState {
  if (!isRunning(state)) return state;
  switch (event.is) {
    case 'free':
      return reached(state, 'free', at);
    case 'sent':
      return reached(state, 'sent', at);
    case 'accepted':
      return withRequest(state, event.requestId, at);
    case 'state':
      return withCompute(state, event.compute);
    case 'ready': {
      const { compute } = event;
      const { times } = reached(state, 'accepted', at);
      const phase: CreationPhase = { is: 'ready', compute };
      return { ...state, endedAt: at, times: { ...times, ready: at }, phase, compute };
    }
    case 'unfinished':
      return leftToAzure(withCompute(state, event.compute ?? state.compute), 'deadline', at);
    case 'failed': {
      const failure = new AzureFailure(event.code, event.details);
      return afterFailure(state, { failure, remaining: event.compute }, at);
    }
  }
}

function withRequest(state: CreationState, requestId: string | null, at: string): CreationState {
  return { ...reached(state, 'accepted', at), requestId: requestId ?? state.requestId };
}

/** Azure confirmed a step, and with it those before. What was confirmed already stays. */
function reached(state: CreationState, step: 'free' | 'sent' | 'accepted', at: string): CreationState {
  if (state.times[step] !== undefined) return state;
  const before = { free: {}, sent: { free: at }, accepted: { free: at, sent: at } };
  const phase: CreationPhase = { is: step === 'free' ? 'validating' : step };
  return { ...state, times: { ...before[step], ...state.times, [step]: at }, phase };
}

/** Azure shows it before it confirms the request: that isn't accepted yet. */
function withCompute(state: CreationState, compute: ComputeState | null): CreationState {
  const phase: CreationPhase = wasAccepted(state) ? { is: 'provisioning' } : state.phase;
  return { ...state, compute, phase };
}

/** It ends with a failure, and `remaining` is in Azure. */
export function afterFailure(
  state: CreationState,
  { failure, remaining }: Omit<FailedCreationPhase, 'evidence'>,
  at: string,
): CreationState {
  if (!isRunning(state)) return state;
  const compute = remaining === 'unseen' || remaining === null ? state.compute : remaining;
  return { ...state, endedAt: at, compute, phase: { is: 'failed', failure, remaining, evidence: 'reading' } };
}

/** The cluster is there, and the node that a test waited for didn't come. */
export function withoutNode(state: CreationState, compute: ComputeState | null, at: string): CreationState {
  const [error] = compute?.errors ?? [];
  const failure = error
    ? new AzureFailure('refused', {
        serviceCode: error.code,
        serviceMessage: error.message,
        ...(error.inner ? { innerCodes: error.inner } : {}),
      })
    : new AzureFailure('timeout');
  return {
    ...state,
    goal: 'first-node',
    startedAt: state.test?.startedAt ?? state.startedAt,
    endedAt: at,
    times: { ...state.times, ready: undefined },
    compute: compute ?? state.compute,
    phase: { is: 'failed', failure, remaining: compute, evidence: 'reading' },
    test: null,
  };
}

/**
 * What explains a failure was read after it, perhaps while the user deletes what failed: a deletion that fails leads back
 * to it. Null where the creation is another one, or no longer this failure.
 */
export function withEvidence(state: CreationState, failure: CreationPhase): CreationState | null {
  const { phase } = state;
  const isDeleted = phase.is === 'deleting';
  const failed = isDeleted ? phase.from : phase;
  if (failed !== failure || failed.is !== 'failed') return null;
  const read: CreationPhase = { ...failed, evidence: 'read' };
  return { ...state, phase: isDeleted ? { ...phase, from: read } : read };
}

/** Azure continues, and nobody waits for it. */
export function leftToAzure(
  state: CreationState,
  because: 'stopped' | 'deadline',
  at: string,
): CreationState {
  return { ...state, endedAt: at, phase: { is: 'left', because } };
}

export function deleting(state: CreationState): CreationState {
  return isDeleting(state) ? state : { ...state, phase: { is: 'deleting', from: state.phase } };
}

/** It is still there: as it was, or, where it was still being created, left to Azure. */
export function notDeleted(state: CreationState, at: string): CreationState {
  if (state.phase.is !== 'deleting') return state;
  const before = { ...state, phase: state.phase.from };
  return isRunning(before) ? leftToAzure(before, 'stopped', at) : before;
}

const running: readonly CreationPhase['is'][] = ['validating', 'sent', 'accepted', 'provisioning'];

/** It is followed, and isn't over. */
export function isRunning({ phase }: CreationState): boolean {
  return running.includes(phase.is);
}

function isDeleting({ phase }: CreationState): boolean {
  return phase.is === 'deleting';
}

/** Azure is at work: it creates, or it deletes what was started. */
export function isUnderWay(state: CreationState | null): boolean {
  return state !== null && (isRunning(state) || isDeleting(state));
}

export function wasSent({ times }: CreationState): boolean {
  return times.sent !== undefined;
}

/** From then on something of ours can be deleted. */
export function wasAccepted({ times }: CreationState): boolean {
  return times.accepted !== undefined;
}

/** Something of ours is in Azure. A resource of that name that Azure didn't accept from us is somebody else's. */
export function canDelete(state: CreationState): boolean {
  const { phase } = state;
  if (!wasAccepted(state)) return false;
  if (phase.is === 'failed') return phase.remaining !== null && phase.remaining !== 'unseen';
  return isRunning(state) || phase.is === 'left';
}

/** The network can be tested from a node of what Azure ML created. */
export function canTestNetwork({ phase, plan, test }: CreationState): boolean {
  return phase.is === 'ready' && 'vmSize' in plan && !isTesting(test);
}

/** A cluster that keeps no node and has none. */
export function hasNoNode({ nodes }: ComputeState): boolean {
  return nodes !== null && Math.max(nodes.target, nodes.current, nodes.min) === 0;
}

/** A cluster that is there, but got fewer nodes than it keeps. */
export interface PartialAllocation {
  readonly compute: ComputeState;
  readonly idle: number;
  readonly wanted: number;
}

/** The cluster's nodes, where it was created and got too few of them; unusable ones are another failure. */
export function partialAllocation(state: CreationState): PartialAllocation | null {
  const { phase } = state;
  if (phase.is !== 'failed' || !wasAccepted(state)) return null;
  const { remaining } = phase;
  if (remaining === null || remaining === 'unseen' || !remaining.nodes) return null;
  const { target, min, idle, unusable } = remaining.nodes;
  const wanted = Math.max(target, min);
  const isCreated = remaining.provisioningState === 'Succeeded' && unusable === 0;
  return isCreated && idle < wanted ? { compute: remaining, idle, wanted } : null;
}
