import { sshAddressOf, type AttachTarget } from '../../../core/attach-target';
import { mapKnown, valueOr, type Known } from '../../../core/known';
import type { AttachAccess } from '../../../plans/compute-plan';
import { attachUserFault, isPort } from '../../../plans/ssh-user';
import type { WizardState } from '../state';
import { chosenTarget } from './chosen-target';

/** Where Azure ML goes to get in; null where there is no such address. */
export function targetAddress(target: AttachTarget): Known<string | null> {
  return target.kind === 'databricks' ? mapKnown(target.url, (url) => url) : sshAddressOf(target);
}

export type AccessFault = 'address' | 'user' | 'port';

/** The first part of the access that is missing or wrong; null where none is. */
export function accessFault(state: WizardState): AccessFault | null {
  const target = chosenTarget(state);
  if (!target || valueOr(targetAddress(target), null) === null) return 'address';
  if (target.kind === 'databricks') return null;
  const { user, port } = state.choices.attach;
  if (attachUserFault(user) !== null) return 'user';
  return isPort(port) ? null : 'port';
}

/** How Azure ML gets in; undefined while something of it is missing. */
export function plannedAccess(state: WizardState): AttachAccess | undefined {
  const target = chosenTarget(state);
  const address = target && valueOr(targetAddress(target), null);
  if (!target || address === null || address === undefined || accessFault(state) !== null) return undefined;
  if (target.kind === 'databricks') return { is: 'token', workspaceUrl: address };
  const { user, port, signIn } = state.choices.attach;
  return { is: 'ssh', address, port, user, signIn };
}
