import { accessAddressOf } from '../../../core/attach-target';
import { traitsOf, isAttachedKind } from '../../../core/compute-kinds';
import type { AccessView } from '../../../contract/wizard/attach';
import { sayReason, type Say } from '../../../messages/say';
import { attachUserFault, isPort } from '../../../plans/ssh-user';
import { chosenTarget } from '../attach/chosen-target';
import type { WizardState } from '../state';

/** Returns how Azure ML signs in to the attached resource; null if Azure ML creates the resource. */
export function accessView(say: Say, state: WizardState): AccessView | null {
  const { kind } = state.choices;
  if (!isAttachedKind(kind)) return null;
  return {
    kind,
    address: addressView(say, state),
    ssh: traitsOf(kind).access?.is === 'ssh' ? sshView(say, state) : null,
  };
}

function addressView(say: Say, state: WizardState): AccessView['address'] {
  const target = chosenTarget(state);
  const address = target && accessAddressOf(target);
  if (!address?.known) return { text: say('attach.address.notReadable'), isMissing: true };
  return address.value === null
    ? { text: say('attach.address.none'), isMissing: true }
    : { text: address.value, isMissing: false };
}

function sshView(say: Say, state: WizardState): AccessView['ssh'] {
  const { port, user, signIn } = state.choices.attach;
  const fault = attachUserFault(user);
  return {
    port,
    portFault: isPort(port) ? null : say('attach.port'),
    user,
    userFault: fault && sayReason(say, fault),
    signIn,
  };
}
