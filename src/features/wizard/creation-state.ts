import type { ComputeState, CreationEvent } from '../../azure/ports';
import { AzureFailure } from '../../azure/failure';
import type { StoredCreation, StoredNetworkTest } from '../../contract/wizard/stored-choices';
import type { LoggedChange } from '../../core/logged-change';
import type { NetworkModel } from '../../core/network/model';
import { matchPlan, type Plan } from '../../plans/compute-plan';
import { isTesting, resumedTest, type NetworkTest } from './network-test-state';

/** Steps that Azure confirmed, with ISO times. Each implies the earlier ones. */
interface CreationTimes {
  /** The name is available. */
  readonly free?: string | undefined;
  readonly sent?: string | undefined;
  readonly accepted?: string | undefined;
  readonly ready?: string | undefined;
}

/** The resource that remains after a failure; null if there is none, `unseen` if Azure couldn't be asked. */
type RemainingCompute = ComputeState | null | 'unseen';

interface FailedCreationPhase {
  readonly failure: AzureFailure;
  readonly remaining: RemainingCompute;
  readonly evidence: FailureEvidence;
}

/** Data that explains a failed creation, read after the failure. */
export interface FailureEvidence {
  /** The subnet is read before causes are shown. */
  readonly subnet: 'reading' | 'read';
  /** ISO time at which Azure returned all roles that decide about a creation; null before, or if it didn't. */
  readonly rolesReadAt: string | null;
  /** The last changes of the component that blocks most likely; null before, or if they can't be read. */
  readonly changes: ComponentChanges | null;
}

interface ComponentChanges {
  /** Key of the component. */
  readonly key: string;
  /** The networks as read before. Later changes make these no longer the last ones. */
  readonly model: NetworkModel;
  readonly logged: readonly LoggedChange[];
}

const nothingRead: FailureEvidence = { subnet: 'reading', rolesReadAt: null, changes: null };

export type CreationPhase =
  /** The name is being checked. Nothing was sent. */
  | { readonly is: 'validating' }
  | { readonly is: 'sent' }
  | { readonly is: 'accepted' }
  /** Azure returned the resource, but it isn't ready. */
  | { readonly is: 'provisioning' }
  | { readonly is: 'ready'; readonly compute: ComputeState }
  | ({ readonly is: 'failed' } & FailedCreationPhase)
  /** After a window reload, Azure didn't have the resource. */
  | { readonly is: 'missing' }
  /** Azure continues, but the wizard doesn't wait for it. */
  | { readonly is: 'left'; readonly because: 'stopped' | 'deadline' }
  | { readonly is: 'deleting'; readonly from: CreationPhase };

/** A compute resource that is being created or attached, or the first node of a cluster that is starting. */
export interface CreationState {
  /** The compute resource itself, or the node that a network test waited for. */
  readonly goal: 'compute' | 'first-node';
  readonly plan: Plan;
  readonly startedAt: string;
  /** ISO time at which it was ready, failed, or left to Azure; null before. */
  readonly endedAt: string | null;
  readonly times: CreationTimes;
  readonly phase: CreationPhase;
  /** The resource as Azure last returned it; null before. */
  readonly compute: ComputeState | null;
  readonly requestId: string | null;
  /** The network test from one of its nodes; null before. */
  readonly test: NetworkTest | null;
  /** True if the user returned to the plan. The creation is still followed. */
  readonly hidden: boolean;
}

/** Returns the initial state: nothing was sent, and the name is checked first. */
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

/** Returns the state of a stored creation that Azure has. It was sent, even if that wasn't stored. */
export function resumedFrom(stored: StoredCreation): CreationState {
  const { startedAt, times } = stored;
  const { sent = startedAt, free = sent, accepted } = times;
  return {
    ...knownFrom(stored),
    times: { free, sent, accepted },
    phase: { is: accepted === undefined ? 'sent' : 'accepted' },
  };
}

/** Returns the state of a stored creation that Azure doesn't have. */
export function missingCreation(stored: StoredCreation, at: string): CreationState {
  return { ...knownFrom(stored), endedAt: at, phase: { is: 'missing' } };
}

/** Returns the state of a compute resource with a stored network test, as it currently is in Azure. */
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

/** Returns the data that the next window needs to continue. Fixes go into code, not into a creation. */
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

/** Returns the state after an event. Events after the end are ignored. */
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

/** Records that Azure confirmed a step and the earlier ones. Times of steps that were already confirmed stay. */
function reached(state: CreationState, step: 'free' | 'sent' | 'accepted', at: string): CreationState {
  if (state.times[step] !== undefined) return state;
  const before = { free: {}, sent: { free: at }, accepted: { free: at, sent: at } };
  const phase: CreationPhase = { is: step === 'free' ? 'validating' : step };
  return { ...state, times: { ...before[step], ...state.times, [step]: at }, phase };
}

/** Records the resource. Azure can return it before it confirms the request, so that doesn't count as accepted. */
function withCompute(state: CreationState, compute: ComputeState | null): CreationState {
  const phase: CreationPhase = wasAccepted(state) ? { is: 'provisioning' } : state.phase;
  return { ...state, compute, phase };
}

/** Returns the state after a failure that left `remaining` in Azure. */
export function afterFailure(
  state: CreationState,
  { failure, remaining }: Omit<FailedCreationPhase, 'evidence'>,
  at: string,
): CreationState {
  if (!isRunning(state)) return state;
  const compute = remaining === 'unseen' || remaining === null ? state.compute : remaining;
  return {
    ...state,
    endedAt: at,
    compute,
    phase: { is: 'failed', failure, remaining, evidence: nothingRead },
  };
}

/** Returns the state if the cluster exists, but the node of a network test didn't start. */
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
    phase: { is: 'failed', failure, remaining: compute, evidence: nothingRead },
    test: null,
  };
}

/**
 * Records evidence that was read after a failure, possibly while the user deletes the failed resource. If the deletion
 * fails, the state returns to the failure.
 * null if the creation is another one, or no longer this failure.
 */
export function withEvidence(
  state: CreationState,
  failure: AzureFailure,
  found: Partial<FailureEvidence>,
): CreationState | null {
  const { phase } = state;
  const isDeleted = phase.is === 'deleting';
  const failed = isDeleted ? phase.from : phase;
  if (failed.is !== 'failed' || failed.failure !== failure) return null;
  const read: CreationPhase = { ...failed, evidence: { ...failed.evidence, ...found } };
  return { ...state, phase: isDeleted ? { ...phase, from: read } : read };
}

/** Azure continues, but the wizard doesn't wait for it. */
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

/** Returns the state after a failed deletion: the earlier one, or left to Azure if it was still running. */
export function notDeleted(state: CreationState, at: string): CreationState {
  if (state.phase.is !== 'deleting') return state;
  const before = { ...state, phase: state.phase.from };
  return isRunning(before) ? leftToAzure(before, 'stopped', at) : before;
}

const running: readonly CreationPhase['is'][] = ['validating', 'sent', 'accepted', 'provisioning'];

/** Checks whether the creation is followed and isn't over. */
export function isRunning({ phase }: CreationState): boolean {
  return running.includes(phase.is);
}

function isDeleting({ phase }: CreationState): boolean {
  return phase.is === 'deleting';
}

/** Checks whether Azure is creating the resource, or deleting it. */
export function isUnderWay(state: CreationState | null): boolean {
  return state !== null && (isRunning(state) || isDeleting(state));
}

export function wasSent({ times }: CreationState): boolean {
  return times.sent !== undefined;
}

/** Checks whether Azure accepted the request. From then on, the resource can be deleted. */
export function wasAccepted({ times }: CreationState): boolean {
  return times.accepted !== undefined;
}

/**
 * Checks whether the resource can be deleted. If Azure didn't accept the request, a resource of that name belongs to
 * another user.
 */
export function canDelete(state: CreationState): boolean {
  const { phase } = state;
  if (!wasAccepted(state)) return false;
  if (phase.is === 'failed') return phase.remaining !== null && phase.remaining !== 'unseen';
  return isRunning(state) || phase.is === 'left';
}

/** Checks whether the network can be tested from a node. Azure ML must have created the resource. */
export function canTestNetwork({ phase, plan, test }: CreationState): boolean {
  return phase.is === 'ready' && 'vmSize' in plan && !isTesting(test);
}

/** Checks whether a cluster is empty and doesn't keep a minimum of nodes. */
export function hasNoNode({ nodes }: ComputeState): boolean {
  return nodes !== null && Math.max(nodes.target, nodes.current, nodes.min) === 0;
}

/** A cluster that exists, but got fewer nodes than its minimum or target. */
export interface PartialAllocation {
  readonly compute: ComputeState;
  readonly idle: number;
  readonly wanted: number;
}

/** Returns the nodes of a cluster that was created with too few of them. Unusable nodes are a different failure. */
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
