import { defaultComputeName } from '../../plans/compute-name';
import { knownComputes } from './chosen';
import { loadedValue, type WizardState } from './state';

/** A default name that no compute of the region has, as far as they may be read. */
export function defaultName(state: WizardState): string {
  const taken = knownComputes(state).map((one) => one.name);
  const userName = loadedValue(state.connection)?.userName ?? '';
  return defaultComputeName(state.choices.kind, userName, taken);
}
