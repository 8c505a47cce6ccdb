import type { Milestone } from '../../platform/milestones';
import { subnetChoice } from './selection';
import type { WizardPorts } from './ports';
import { loadedValue, type WizardState } from './state';
import type { WizardStore } from './store';

/** Reports milestones to the walkthrough, from now on. */
export function noteMilestones(store: WizardStore, ports: Pick<WizardPorts, 'reached'>): void {
  store.onChange(() => milestonesIn(store.get()).forEach((one) => ports.reached(one)));
}

function milestonesIn(state: WizardState): readonly Milestone[] {
  const { networks, evaluation, applied, creation } = state;
  const found: Milestone[] = [];
  if (loadedValue(networks)?.virtualNetworks[0]) found.push('networkSeen');
  if (evaluation && subnetChoice(state) !== null) found.push('subnetJudged');
  if (applied?.state === 'applied') found.push('fixApplied');
  if (creation?.phase.is === 'ready') found.push('computeMade');
  return found;
}
