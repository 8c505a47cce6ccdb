import type { ComputeState } from '../../azure/ports';
import type { Say } from '../../messages/say';
import { knownComputeResources } from './selection';
import { nodesFault, plannedName } from './derived-plan';
import type { WizardState } from './state';

/** Who has the planned name, in this workspace or another of the region; Azure compares without regard to case. */
export function nameHolder(state: WizardState): ComputeState | undefined {
  const name = plannedName(state).toLowerCase();
  return knownComputeResources(state).find((one) => one.name.toLowerCase() === name);
}

export function isNameTaken(state: WizardState): boolean {
  return nameHolder(state) !== undefined;
}

/** What is wrong with the node numbers of a cluster, in words; null where nothing is. */
export function nodesProblem(say: Say, state: WizardState): string | null {
  const fault = nodesFault(state);
  return fault === null ? null : say(nodeFaults[fault]);
}

const nodeFaults = {
  none: 'size.nodes.atLeastOne',
  order: 'size.nodes.order',
  idle: 'size.idle',
} as const;
