import type { ComputePlan } from '../../../plans/compute-plan';
import { machinePrice } from '../../../wording/compute-cost';
import { loadedValue, type WizardState } from '../state';

/** Returns the price of the plan's size and priority; null if Azure doesn't list one. */
export function priceOf(state: WizardState, plan: ComputePlan): ReturnType<typeof machinePrice> {
  return machinePrice(loadedValue(state.vmSizes) ?? [], plan);
}
