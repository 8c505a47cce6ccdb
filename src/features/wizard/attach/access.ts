import { accessAddressOf } from '../../../core/attach-target';
import { traitsOf } from '../../../core/compute-kinds';
import { valueOr } from '../../../core/known';
import type { AttachAccess } from '../../../plans/compute-plan';
import { attachUserFault, isPort } from '../../../plans/ssh-user';
import type { WizardState } from '../state';
import { chosenTarget } from './chosen-target';

export type AccessFault = 'address' | 'user' | 'port';

/** The first part of the access that is missing or wrong; null where none is. */
export function accessFault(state: WizardState): AccessFault | null {
  const target = chosenTarget(state);
  if (!target || valueOr(accessAddressOf(target), null) === null) return 'address';
  if (traitsOf(target.kind).access?.is !== 'ssh') return null;
  const { user, port } = state.choices.attach;
  if (attachUserFault(user) !== null) return 'user';
  return isPort(port) ? null : 'port';
}

/** How Azure ML gets in; undefined while something of it is missing. */
export function plannedAccess(state: WizardState): AttachAccess | undefined {
  const target = chosenTarget(state);
  const address = target && valueOr(accessAddressOf(target), null);
  if (!target || address === null || address === undefined || accessFault(state) !== null) return undefined;
  if (traitsOf(target.kind).access?.is !== 'ssh') return { is: 'token', workspaceUrl: address };
  const { user, port, signIn } = state.choices.attach;
  return { is: 'ssh', address, port, user, signIn };
}
