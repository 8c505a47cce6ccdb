import type { PlanSection } from '../../../contract/wizard/plan';
import { privateAddressOf, type AttachTarget } from '../../../core/attach-target';
import { traitsOf } from '../../../core/compute-kinds';
import { nameOf } from '../../../core/network/find';
import type { Say } from '../../../messages/say';
import { accessFault } from '../attach/access';
import { chosenTarget, checkedTargetSubnet, subnetsOf } from '../attach/chosen-target';
import { chosenWorkspace } from '../selection';
import { plannedName } from '../derived-plan';
import type { WizardState } from '../state';
import { nameMissing } from './missing-names';

/** Returns the network section of a plan to attach: the resource and its subnet. */
export function targetSection(say: Say, state: WizardState): PlanSection {
  const target = chosenTarget(state);
  if (!target) {
    const missing = say('section.missing.target');
    return { summary: say('section.target.hint'), complete: false, locked: null, missing };
  }
  return { summary: targetText(say, state, target), complete: true, locked: null, missing: null };
}

function targetText(say: Say, state: WizardState, target: AttachTarget): string {
  const { name } = target;
  if (!target.subnets.known) return say('section.target.notReadable', { target: name });
  const subnet = nameOf(checkedTargetSubnet(state) ?? '');
  const n = subnetsOf(target).length - 1;
  if (n < 0) return say('section.target.noNetwork', { target: name });
  const where =
    n === 0
      ? say('section.target.inSubnet', { target: name, subnet })
      : say('section.target.inSubnets', { target: name, subnet, n });
  const address = privateAddressOf(target);
  return address === null ? where : `${where} · ${address}`;
}

/** Returns the access section, which replaces the size section. */
export function accessSection(say: Say, state: WizardState): PlanSection {
  const locked = accessLocked(say, state);
  const missing = locked === null ? accessMissing(say, state) : null;
  const complete = locked === null && missing === null;
  const summary = complete ? accessText(say, state) : say('section.access.hint');
  return { summary, complete, locked, missing };
}

function accessLocked(say: Say, state: WizardState): string | null {
  if (!chosenWorkspace(state)) return say('section.locked.workspace');
  return chosenTarget(state) ? null : say('section.locked.target');
}

function accessMissing(say: Say, state: WizardState): string | null {
  const name = nameMissing(say, state);
  if (name !== null) return name;
  const fault = accessFault(state);
  return fault && say(`section.missing.${fault}`);
}

function accessText(say: Say, state: WizardState): string {
  const { port, user } = state.choices.attach;
  const name = plannedName(state);
  const access = traitsOf(state.choices.kind).access?.is ?? 'token';
  return say(`section.access.${access}`, { name, user, port });
}
