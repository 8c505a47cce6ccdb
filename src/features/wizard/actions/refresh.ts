import { attachedKind } from '../attach/chosen-target';
import { chosenWorkspace, hasPrivateLink, isManaged, isProposing, subnetChoice } from '../chosen';
import type { WizardContext } from '../context';
import { readWorkspace } from './choose-workspace';
import { readAround } from './read-around';
import { readNetworks, readSubnet } from './read-networks';
import { readTargets } from './read-targets';

/** Everything the board stands on, read again. */
export async function refresh(context: WizardContext): Promise<void> {
  const state = context.store.get();
  const { workspace } = state.choices;
  const subnet = subnetChoice(state);
  if (workspace !== null && isManaged(state)) {
    void readAround(context, 'again');
    return readWorkspace(context, workspace);
  }
  if (attachedKind(state) !== null) void readTargets(context);
  if (subnet === null) {
    if (isProposing(state)) void readAround(context, 'again');
    return readNetworks(context);
  }
  void readAround(context, 'again');
  // Its owner may have approved a private endpoint meanwhile.
  const chosen = chosenWorkspace(state);
  if (chosen && !hasPrivateLink(chosen)) void readWorkspace(context, chosen.id);
  await readSubnet(context, subnet, 'again');
}
