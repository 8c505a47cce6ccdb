import { deadlines } from '../../azure/deadline';
import type { WorkspaceSummary } from '../../azure/ports';
import { sameId } from '../../core/network/find';
import { change } from './actions/change';
import type { WizardContext } from './context';
import type { WizardState } from './state';

/** Azure sets the network of a workspace up; where it is left, nobody waits for that any more. */
export type ManagedNetworkSetup = NonNullable<WizardState['choices']['settingUp']>;

/** What Azure was asked to do for the chosen workspace; null where that is nothing, or over. */
export function settingUpOf({ choices }: WizardState): ManagedNetworkSetup | null {
  const { settingUp, workspace } = choices;
  return settingUp !== null && workspace !== null && sameId(settingUp.workspaceId, workspace)
    ? settingUp
    : null;
}

/**
 * The workspace was read: what was left is over once its network stands, or once it took longer than Azure is waited
 * for, so that it can be asked again.
 */
export function endLeftSettingUp(
  context: WizardContext,
  { id, managedNetworkSetUp }: WorkspaceSummary,
): void {
  const { settingUp } = context.store.get().choices;
  if (!settingUp?.isLeft || !sameId(settingUp.workspaceId, id) || !managedNetworkSetUp.known) return;
  // A clock that was set back since says nothing of how long it took.
  const seconds = Math.abs(context.clock.now().getTime() - Date.parse(settingUp.startedAt)) / 1000;
  if (managedNetworkSetUp.value || seconds > deadlines['set-up']) change(context, { settingUp: null });
}
