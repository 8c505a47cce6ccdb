import { nicGroupIdOf, type AttachTarget } from '../../../core/attach-target';
import { valueOr } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { loadedValue, type WizardState } from '../state';

/** What is to be attached; undefined where nothing is chosen, or where it is not there any more. */
export function chosenTarget(state: WizardState): AttachTarget | undefined {
  const { target } = state.choices.attach;
  return target === null ? undefined : findAttachTarget(state, target);
}

export function findAttachTarget(state: WizardState, id: ResourceId): AttachTarget | undefined {
  const { kind } = state.choices;
  return loadedValue(state.targets)?.find((one) => one.kind === kind && sameId(one.id, id));
}

/** Subnets that its machines are in, as far as they are known. */
export function subnetsOf(target: AttachTarget): readonly ResourceId[] {
  return valueOr(target.subnets, []);
}

/** The security group of the machine's own network interface; null where there is none that is known. */
export function chosenNicGroupId(state: WizardState): ResourceId | null {
  return nicGroupIdOf(chosenTarget(state));
}

/** Of a target's subnets the one that Readiness is of. */
export function checkedTargetSubnet(state: WizardState): ResourceId | null {
  const target = chosenTarget(state);
  const { subnet } = state.choices.attach;
  if (!target) return null;
  const subnets = subnetsOf(target);
  return subnets.find((one) => subnet !== null && sameId(one, subnet)) ?? subnets[0] ?? null;
}
