import { defaultComputeName } from '../../plans/compute-name';
import { loadedValue, type WizardState } from './state';

/** A default name that no compute of the workspace has. */
export function defaultName(state: WizardState): string {
  const taken = (loadedValue(state.computes) ?? []).map((one) => one.name);
  const userName = loadedValue(state.connection)?.userName ?? '';
  return defaultComputeName(state.choices.kind, userName, taken);
}
