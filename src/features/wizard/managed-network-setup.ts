import { deadlines } from '../../azure/deadline';
import type { WorkspaceSummary } from '../../azure/ports';
import { sameId } from '../../core/network/find';
import { change } from './actions/change';
import type { WizardContext } from './context';
import type { WizardState } from './state';

/** The setup of a managed virtual network by Azure. The wizard can stop waiting for it. */
export type ManagedNetworkSetup = NonNullable<WizardState['choices']['settingUp']>;

/** Returns the setup for the chosen workspace; null if there is none or it's over. */
export function settingUpOf({ choices }: WizardState): ManagedNetworkSetup | null {
  const { settingUp, workspace } = choices;
  return settingUp !== null && workspace !== null && sameId(settingUp.workspaceId, workspace)
    ? settingUp
    : null;
}

/**
 * Ends a setup that the wizard no longer waits for, after the workspace was read.
 * It's over once the network is set up. After the deadline, it's also over, so that the user can start it again.
 */
export function endLeftSettingUp(
  context: WizardContext,
  { id, managedNetworkSetUp }: WorkspaceSummary,
): void {
  const { settingUp } = context.store.get().choices;
  if (!settingUp?.isLeft || !sameId(settingUp.workspaceId, id) || !managedNetworkSetUp.known) return;
  // If the clock was set back, the duration is unknown.
  const seconds = Math.abs(context.clock.now().getTime() - Date.parse(settingUp.startedAt)) / 1000;
  if (managedNetworkSetUp.value || seconds > deadlines['set-up']) change(context, { settingUp: null });
}
