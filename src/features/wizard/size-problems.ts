import type { Say } from '../../messages/say';
import { nodesFault, plannedName } from './derived-plan';
import { loadedValue, type WizardState } from './state';

/** True where a compute of the workspace has the planned name; Azure compares names without regard to case. */
export function isNameTaken(state: WizardState): boolean {
  const name = plannedName(state).toLowerCase();
  return (loadedValue(state.computes) ?? []).some((one) => one.name.toLowerCase() === name);
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
