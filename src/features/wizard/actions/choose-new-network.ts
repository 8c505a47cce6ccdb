import {
  noNetworkOptions,
  type NetworkConnection,
  type NetworkField,
} from '../../../checks/new-network/propose-network';
import { noRecommendation } from '../../../contract/wizard/recommended';
import { AzureFailure } from '../../../azure/failure';
import { peeringRequest } from '../peering-request';
import { chosenWorkspace, usesManagedNetwork } from '../selection';
import type { WizardContext } from '../context';
import { loadedValue } from '../state';
import { change } from './change';
import { readAround } from './read-subnet-facts';

/** Switches to a network that the generated files create. */
export function chooseNewNetwork(context: WizardContext): void {
  const state = context.store.get();
  if (!chosenWorkspace(state) || usesManagedNetwork(state) || !loadedValue(state.networks)) {
    throw new AzureFailure('badRequest');
  }
  if (state.choices.newNetwork !== null) return;
  change(context, {
    network: null,
    subnet: null,
    recommended: noRecommendation,
    newNetwork: noNetworkOptions,
    fixesInCode: [],
    maxNodes: null,
  });
  forgetSubnet(context);
  void readAround(context);
}

type NetworkFieldChange =
  { readonly field: NetworkField; readonly text: string } | { readonly connection: NetworkConnection };

/** Changes a field (an empty text restores the proposed value), or the connection with the workspace. */
export function changeNewNetwork(context: WizardContext, changed: NetworkFieldChange): void {
  const { newNetwork } = context.store.get().choices;
  if (newNetwork === null) throw new AzureFailure('badRequest');
  if ('connection' in changed) {
    change(context, { newNetwork: { ...newNetwork, connection: changed.connection } });
    return;
  }
  const { field, text } = changed;
  const typed = text.trim();
  change(context, { newNetwork: { ...newNetwork, [field]: typed === '' ? null : typed } });
}

/** Returns to the existing networks. */
export function leaveNewNetwork(context: WizardContext): void {
  change(context, { newNetwork: null, maxNodes: null });
  forgetSubnet(context);
  void readAround(context);
}

/** Clears the data and results of the previous subnet. */
function forgetSubnet({ store, loads }: WizardContext): void {
  loads.stop('preselect');
  loads.stop('subnet');
  store.set({
    preview: null,
    applied: null,
    checking: false,
    staleBecause: null,
    notice: null,
  });
}

/** Copies the request to the owner of the network with the workspace's private endpoint. */
export async function copyPeeringRequest({ store, ports }: WizardContext): Promise<void> {
  const text = peeringRequest(ports.say, store.get());
  if (text === null) throw new AzureFailure('notFound');
  await ports.copy(text);
}
