import { nicGroupIdOf, type AttachTarget } from '../../../core/attach-target';
import { valueOr } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { loadedValue, type WizardState } from '../state';

/** Returns the target to attach; undefined if none is chosen, or if it no longer exists. */
export function chosenTarget(state: WizardState): AttachTarget | undefined {
  const { target } = state.choices.attach;
  return target === null ? undefined : findAttachTarget(state, target);
}

export function findAttachTarget(state: WizardState, id: ResourceId): AttachTarget | undefined {
  const { kind } = state.choices;
  return loadedValue(state.targets)?.find((one) => one.kind === kind && sameId(one.id, id));
}

/** Returns the known subnets of a target's machines. */
export function subnetsOf(target: AttachTarget): readonly ResourceId[] {
  return valueOr(target.subnets, []);
}

/** Returns the NSG of the machine's own network interface (NIC); null if none is known. */
export function chosenNicGroupId(state: WizardState): ResourceId | null {
  return nicGroupIdOf(chosenTarget(state));
}

/** Returns the target's subnet that Readiness shows. */
export function checkedTargetSubnet(state: WizardState): ResourceId | null {
  const target = chosenTarget(state);
  const { subnet } = state.choices.attach;
  if (!target) return null;
  const subnets = subnetsOf(target);
  return subnets.find((one) => subnet !== null && sameId(one, subnet)) ?? subnets[0] ?? null;
}
