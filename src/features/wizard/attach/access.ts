import { accessAddressOf } from '../../../core/attach-target';
import { plannedKinds } from '../../../core/compute-kinds';
import { valueOr } from '../../../core/known';
import type { AttachAccess } from '../../../plans/compute-plan';
import { attachUserFault, isPort } from '../../../plans/ssh-user';
import type { WizardState } from '../state';
import { chosenTarget } from './chosen-target';

export type AccessFault = 'address' | 'user' | 'port';

/** Returns the first part of the access that is missing or invalid; null if it's complete. */
export function accessFault(state: WizardState): AccessFault | null {
  const target = chosenTarget(state);
  if (!target || valueOr(accessAddressOf(target), null) === null) return 'address';
  if (plannedKinds[target.kind].access.is !== 'ssh') return null;
  const { user, port } = state.choices.attach;
  if (attachUserFault(user) !== null) return 'user';
  return isPort(port) ? null : 'port';
}

/** Returns how Azure ML signs in; undefined if it's incomplete. */
export function plannedAccess(state: WizardState): AttachAccess | undefined {
  const target = chosenTarget(state);
  const address = target && valueOr(accessAddressOf(target), null);
  if (!target || address === null || address === undefined || accessFault(state) !== null) return undefined;
  const { user, port, signIn } = state.choices.attach;
  const way = plannedKinds[target.kind].access.is;
  switch (way) {
    case 'token':
      return { is: way, workspaceUrl: address };
    case 'ssh':
      return { is: way, address, port, user, signIn };
  }
}
