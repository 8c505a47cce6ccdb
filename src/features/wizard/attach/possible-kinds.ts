import type { PlanKind } from '../../../core/compute-kinds';
import { chosenWorkspace, runsNetwork } from '../selection';
import type { WizardState } from '../state';

/**
 * False where the workspace cannot have the kind: one that runs its own network supports no attached virtual machine
 * (how-to-managed-network, 2024-08-29).
 */
export function isKindPossible(state: WizardState, kind: PlanKind): boolean {
  return kind !== 'virtual-machine' || !runsNetwork(chosenWorkspace(state));
}
