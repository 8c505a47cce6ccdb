import type { ComputeState } from '../../azure/ports';
import type { Say } from '../../messages/say';
import { knownComputeResources } from './selection';
import { nodesFault, plannedName } from './derived-plan';
import type { WizardState } from './state';

/**
 * Finds the compute resource with the planned name, in this workspace or another of the region. Azure compares names
 * without regard to case.
 */
export function computeWithSameName(state: WizardState): ComputeState | undefined {
  const name = plannedName(state).toLowerCase();
  return knownComputeResources(state).find((one) => one.name.toLowerCase() === name);
}

export function isNameInUse(state: WizardState): boolean {
  return computeWithSameName(state) !== undefined;
}

/** Describes what is wrong with a cluster's node numbers; null if they're valid. */
export function nodesProblem(say: Say, state: WizardState): string | null {
  const fault = nodesFault(state);
  return fault === null ? null : say(nodeFaults[fault]);
}

const nodeFaults = {
  none: 'size.nodes.atLeastOne',
  order: 'size.nodes.order',
  idle: 'size.idle',
} as const;
