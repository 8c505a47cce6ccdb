import { chosenWorkspace, hasPrivateLink, usesManagedNetwork, isProposing, subnetChoice } from '../selection';
import type { WizardContext } from '../context';
import { loadWorkspaceParts } from './choose-workspace';
import { readAround } from './read-subnet-facts';
import { loadNetworks, readSubnet } from './read-networks';
import { readTargets } from './read-targets';

/** Refreshes all data that Readiness is based on. */
export async function refreshWizard(context: WizardContext): Promise<void> {
  const state = context.store.get();
  const { workspace } = state.choices;
  const subnet = subnetChoice(state);
  if (workspace !== null && usesManagedNetwork(state)) {
    void readAround(context, 'again');
    return loadWorkspaceParts(context, workspace, 'again');
  }
  void readTargets(context, 'again');
  if (subnet === null) {
    if (isProposing(state)) void readAround(context, 'again');
    return loadNetworks(context, 'again');
  }
  void readAround(context, 'again');
  // The owner can have approved a private endpoint meanwhile.
  const chosen = chosenWorkspace(state);
  if (chosen && !hasPrivateLink(chosen)) void loadWorkspaceParts(context, chosen.id, 'again');
  await readSubnet(context, subnet, 'again');
}
