import { AzureFailure } from '../../../azure/failure';
import { findSubnet, findVirtualNetwork, sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import type { ComputeKind, Profile } from '../../../core/plan';
import { hasPrivateLink, chosenWorkspace } from '../chosen';
import type { WizardContext } from '../context';
import { validateComputeName } from '../../../plans/compute-name';
import { evaluate } from '../evaluate';
import { judgeChosenSubnets, renewRows } from '../renew-rows';
import { loadedValue } from '../state';
import { change } from './change';
import { readGovernance } from './read-governance';
import { readSubnet } from './read-networks';
import { onlyFit } from './suggest-network';

/** Another kind: its own default name, size and node numbers. */
export function chooseKind(context: WizardContext, kind: ComputeKind): void {
  if (context.store.get().choices.kind === kind) return;
  const { name } = context.store.get().choices;
  // A name that somebody typed stays while the other kind takes it too; a size that is not offered is replaced.
  const keeps = name !== null && validateComputeName(kind, name).is !== 'error';
  change(context, { kind, name: keeps ? name : null, maxNodes: null, minNodes: 0 });
  context.store.set({ preview: null });
  evaluate(context);
  renewRows(context);
}

/** Public IP or none; none needs private link on the workspace. */
export function choosePublicIp(context: WizardContext, publicIp: boolean): void {
  if (!publicIp && !hasPrivateLink(chosenWorkspace(context.store.get()))) {
    throw new AzureFailure('badRequest');
  }
  change(context, { publicIp });
  context.store.set({ preview: null });
  evaluate(context);
  renewRows(context);
}

export function chooseProfile(context: WizardContext, profile: Profile): void {
  change(context, { profile });
  context.store.set({ preview: null });
  evaluate(context);
  renewRows(context);
}

/** A network; its subnet only where just one fits. An id that was not listed is no choice. */
export async function chooseNetwork(context: WizardContext, id: ResourceId): Promise<void> {
  const { store } = context;
  const model = loadedValue(store.get().networks);
  const network = model && findVirtualNetwork(model, id);
  if (!network) throw new AzureFailure('notFound');
  const before = store.get().choices.network;
  if (before !== null && sameId(before, id)) return;
  change(context, {
    network: network.id,
    subnet: null,
    newNetwork: null,
    fixesInCode: [],
    maxNodes: null,
  });
  context.loads.stop('subnet');
  store.set({
    preview: null,
    evaluation: null,
    checking: false,
    staleBecause: null,
    notice: null,
    newRequirements: [],
  });
  judgeChosenSubnets(context);
  const only = onlyFit(context, network.id);
  if (only === null) return evaluate(context);
  await chooseSubnet(context, only);
}

export async function chooseSubnet(context: WizardContext, id: ResourceId): Promise<void> {
  const { store } = context;
  const model = loadedValue(store.get().networks);
  const found = model && findSubnet(model, id);
  if (!found) throw new AzureFailure('notFound');
  const before = store.get().choices.subnet;
  const isAnother = before === null || !sameId(before, id);
  change(context, {
    network: found.network.id,
    subnet: found.subnet.id,
    newNetwork: null,
    ...(isAnother ? { fixesInCode: [], maxNodes: null } : {}),
  });
  store.set({
    preview: null,
    staleBecause: null,
    notice: null,
    ...(isAnother ? { evaluation: null, newRequirements: [] } : {}),
  });
  evaluate(context);
  void readGovernance(context);
  await readSubnet(context, found.subnet.id);
}
