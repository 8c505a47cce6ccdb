import { findSubnet, sameId } from '../../../core/network/find';
import { valueOr } from '../../../core/known';
import { chosenNetwork, chosenWorkspace, usesManagedNetwork } from '../selection';
import type { WizardContext } from '../context';
import { loadedValue } from '../state';
import { change } from './change';

/** Where nothing is chosen yet, or what was is gone: the network of the workspace's private endpoint, if it is readable. */
export function suggestNetwork(context: WizardContext): void {
  const state = context.store.get();
  if (state.choices.newNetwork !== null) return;
  const model = loadedValue(state.networks);
  const workspace = chosenWorkspace(state);
  if (!model || !workspace || usesManagedNetwork(state) || chosenNetwork(state)) return;
  const endpoint = valueOr(model.privateEndpoints, []).find((one) => sameId(one.targetId, workspace.id));
  const home = endpoint && findSubnet(model, endpoint.subnetId)?.network;
  if (home) change(context, { network: home.id, subnet: onlyFit(context, home.id) });
}

/** The network's subnet, where just one fits the plan. */
export function onlyFit(context: WizardContext, networkId: string): string | null {
  const state = context.store.get();
  const network = loadedValue(state.networks)?.virtualNetworks.find((one) => sameId(one.id, networkId));
  const fit = (network?.subnets ?? []).filter((one) => state.rows.unfit(one.id) === null);
  return fit.length === 1 ? (fit[0]?.id ?? null) : null;
}
