import { isComputeKind } from '../../core/plan';
import { defaultAttachName } from '../../plans/attach/attach-name';
import { defaultComputeName } from '../../plans/compute-name';
import { chosenTarget } from './attach/chosen-target';
import { knownComputeResources } from './selection';
import { loadedValue, type WizardState } from './state';

/** A default name, of a target made of its own name, that no compute of the region has, as far as they may be read. */
export function defaultName(state: WizardState): string {
  const taken = knownComputeResources(state).map((one) => one.name);
  const { kind } = state.choices;
  if (!isComputeKind(kind)) return defaultAttachName(kind, chosenTarget(state)?.name ?? '', taken);
  const userName = loadedValue(state.connection)?.userName ?? '';
  return defaultComputeName(kind, userName, taken);
}
