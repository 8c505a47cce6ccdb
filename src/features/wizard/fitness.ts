import { unfitReason } from '../../checks/fitness';
import type { Reason } from '../../core/reason';
import { judgePlan } from './derived-plan';
import { loadedValue, type WizardState } from './state';

/** Why a subnet cannot be used for the plan, in short form; null where it can (or where nothing is read). */
export function fitOf(state: WizardState, subnetId: string): Reason | null {
  const model = loadedValue(state.networks);
  return model ? (unfitReason(model, judgePlan(state, subnetId)) ?? null) : null;
}
