import type { ComputeState } from '../../../azure/ports';
import { nameOf } from '../../../core/network/find';
import { isComputeKind, traitsOf } from '../../../core/compute-kinds';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';

/** State of a compute resource, apart from its network. */
export type ComputePhase = 'moving' | 'failed' | 'settled';

const movingStates: ReadonlySet<string> = new Set([
  'Creating',
  'SettingUp',
  'UserSettingUp',
  'Starting',
  'Stopping',
  'Restarting',
  'Deleting',
]);
const failedStates: ReadonlySet<string> = new Set([
  'CreateFailed',
  'SetupFailed',
  'UserSetupFailed',
  'Unusable',
]);
const movingProvisioning: ReadonlySet<string> = new Set(['Creating', 'Updating', 'Deleting']);

/** Returns whether a compute resource is changing its state, has failed, or neither. */
export function phaseOf(compute: ComputeState): ComputePhase {
  const { kind, provisioningState } = compute;
  if (movingProvisioning.has(provisioningState)) return 'moving';
  if (['Failed', 'Canceled'].includes(provisioningState)) return 'failed';
  return traitsOf(kind).scales ? phaseOfCluster(compute) : phaseOfInstance(compute);
}

function phaseOfCluster({ state, nodes }: ComputeState): ComputePhase {
  if (state === 'Resizing') return 'moving';
  return nodes !== null && nodes.unusable > 0 ? 'failed' : 'settled';
}

function phaseOfInstance({ state }: ComputeState): ComputePhase {
  if (state === null) return 'settled';
  if (movingStates.has(state)) return 'moving';
  return failedStates.has(state) ? 'failed' : 'settled';
}

/** Checks whether a compute resource is being deleted. Other actions are then unavailable. */
export function isLeaving({ provisioningState, state }: ComputeState): boolean {
  return provisioningState === 'Deleting' || state === 'Deleting';
}

/** Checks whether a compute resource is being created. */
export function isCreating({ provisioningState }: ComputeState): boolean {
  return provisioningState === 'Creating';
}

/** Describes a compute resource: “cluster, 3 of 8 nodes”, “instance, running”, “virtual machine vm-risk”. */
export function computeText(say: Say, compute: ComputeState): string {
  const { kind, targetId } = compute;
  const what = [say(`tree.${kind}`), targetId === null ? '' : nameOf(targetId)].filter(Boolean).join(' ');
  return [what, stateText(say, compute)].filter(Boolean).join(', ');
}

function stateText(say: Say, compute: ComputeState): string {
  if (!isComputeKind(compute.kind)) return attachedStateText(say, compute);
  if (isLeaving(compute)) return say('tree.state.deleting');
  if (isCreating(compute)) return say('tree.state.creating');
  if (['Failed', 'Canceled'].includes(compute.provisioningState)) return say('tree.state.failed');
  const { nodes, state } = compute;
  if (nodes) return nodeText(say, nodes);
  if (state === null) return '';
  const key = stateKeys[state];
  return key === undefined ? state : say(key);
}

function attachedStateText(say: Say, compute: ComputeState): string {
  if (isLeaving(compute)) return say('tree.state.detaching');
  if (isCreating(compute)) return say('tree.state.attaching');
  return ['Failed', 'Canceled'].includes(compute.provisioningState) ? say('tree.state.notAttached') : '';
}

function nodeText(say: Say, nodes: NonNullable<ComputeState['nodes']>): string {
  const { current, max, unusable } = nodes;
  const running = current === 0 ? say('tree.noNodes') : say('tree.nodes', { n: current, max });
  return unusable > 0 ? `${running}, ${say('tree.unusable', { n: unusable })}` : running;
}

const stateKeys: Readonly<Record<string, MessageKey>> = {
  Running: 'tree.state.running',
  JobRunning: 'tree.state.jobRunning',
  Stopped: 'tree.state.stopped',
  Starting: 'tree.state.starting',
  Stopping: 'tree.state.stopping',
  Restarting: 'tree.state.restarting',
  SettingUp: 'tree.state.settingUp',
  UserSettingUp: 'tree.state.settingUp',
  CreateFailed: 'tree.state.failed',
  SetupFailed: 'tree.state.setupFailed',
  UserSetupFailed: 'tree.state.setupFailed',
  Unusable: 'tree.state.unusable',
  Unknown: 'tree.state.unknown',
};
