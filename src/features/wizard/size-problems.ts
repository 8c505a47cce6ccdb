import type { Say } from '../../messages/say';
import { plannedName, plannedNodes } from './derived-plan';
import { loadedValue, type WizardState } from './state';

/** True where a compute of the workspace has the planned name; Azure compares names without regard to case. */
export function isNameTaken(state: WizardState): boolean {
  const name = plannedName(state).toLowerCase();
  return (loadedValue(state.computes) ?? []).some((one) => one.name.toLowerCase() === name);
}

/** What is wrong with the node numbers of a cluster; null where nothing is. */
export function nodesProblem(say: Say, state: WizardState): string | null {
  if (state.choices.kind === 'instance') return null;
  const { min, max } = plannedNodes(state);
  if (max < 1) return say('size.nodes.atLeastOne');
  if (min > max) return say('size.nodes.order');
  return state.choices.idleMinutes < 1 ? say('size.idle') : null;
}
