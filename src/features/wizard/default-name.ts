import { traitsOf } from '../../core/compute-kinds';
import { defaultComputeName } from '../../plans/compute-name';
import { chosenTarget } from './attach/chosen-target';
import { knownComputeResources } from './selection';
import { loadedValue, type WizardState } from './state';

/** A default name that no compute of the region has, as far as they may be read. */
export function defaultName(state: WizardState): string {
  const taken = knownComputeResources(state).map((one) => one.name);
  const { kind } = state.choices;
  const from = traitsOf(kind).isPersonal
    ? loadedValue(state.connection)?.userName
    : chosenTarget(state)?.name;
  return defaultComputeName(kind, from ?? '', taken);
}
