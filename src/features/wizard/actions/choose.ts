import { AzureFailure } from '../../../azure/failure';
import { findSubnet, findVirtualNetwork, sameId } from '../../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../../core/network/model';
import { isComputeKind, traitsOf, type PlanKind, isAttachedKind } from '../../../core/compute-kinds';
import type { Profile } from '../../../core/plan';
import { noAttachChoices } from '../../../contract/wizard/attach';
import type { SubnetReason } from '../../../contract/wizard/recommended';
import type { StoredChoices } from '../../../contract/wizard/stored-choices';
import { chosenWorkspace, isKindPossible } from '../selection';
import type { WizardContext } from '../context';
import { validateComputeName } from '../../../plans/compute-name';
import { chooseTargetSubnet } from './choose-target';
import { readTargets } from './read-targets';
import { loadedValue, notLoaded, type WizardState } from '../state';
import { change } from './change';
import { lookAtPython } from './read-python-files';
import { readAround } from './read-subnet-facts';
import { readSubnet } from './read-networks';

/**
 * Chooses a kind, with its default name, size, and node numbers. Reads the resources of that kind that can be attached.
 */
export function chooseKind(context: WizardContext, kind: PlanKind): void {
  const { store, loads } = context;
  const state = store.get();
  if (state.choices.kind === kind) return;
  if (!isKindPossible(state, kind)) throw new AzureFailure('badRequest');
  const { name, attach } = state.choices;
  // A typed name stays if it's valid for the new kind. A size that isn't offered is replaced.
  const keeps = name !== null && validateComputeName(kind, name).is !== 'error';
  change(context, {
    kind,
    recommended: withoutSubnetMark(state.choices),
    name: keeps ? name : null,
    maxNodes: null,
    minNodes: 0,
    ...(isComputeKind(kind) && isComputeKind(state.choices.kind) ? {} : { fixesInCode: [] }),
    attach: { ...attach, target: null, subnet: null, user: usualUser(kind) },
  });
  for (const load of ['targets', 'subnet'] as const) loads.stop(load);
  store.set({ preview: null, targets: notLoaded, checking: false, staleBecause: null, notice: null });
  void readTargets(context);
}

/** Clears the reason for the subnet, which applied to the earlier plan. The subnet stays, as the user's choice. */
function withoutSubnetMark({ recommended }: StoredChoices): StoredChoices['recommended'] {
  return { ...recommended, subnet: null };
}

/** Returns the default user name of a kind, such as the first user of an HDInsight cluster. */
function usualUser(kind: PlanKind): string {
  const { access } = traitsOf(kind);
  return access?.is === 'ssh' ? access.user : noAttachChoices.user;
}

/**
 * Chooses the public-IP mode. Without a public IP, the workspace needs private link, which Readiness can fix if it's
 * known to be missing.
 */
export function choosePublicIp(context: WizardContext, publicIp: boolean): void {
  if (!publicIp && chosenWorkspace(context.store.get())?.hasPrivateEndpoint.known !== true) {
    throw new AzureFailure('badRequest');
  }
  change(context, { publicIp, recommended: withoutSubnetMark(context.store.get().choices) });
  context.store.set({ preview: null });
}

export function chooseProfile(context: WizardContext, profile: Profile): void {
  change(context, { profile, recommended: withoutSubnetMark(context.store.get().choices) });
  context.store.set({ preview: null });
  void lookAtPython(context);
}

/** Chooses a network, and its subnet if only one fits. Rejects if the ID wasn't listed. */
export async function chooseNetwork(context: WizardContext, id: ResourceId): Promise<void> {
  const { store, loads } = context;
  const model = loadedValue(store.get().networks);
  const network = model && findVirtualNetwork(model, id);
  if (!network) throw new AzureFailure('notFound');
  const before = store.get().choices.network;
  if (before !== null && sameId(before, id)) return;
  loads.stop('preselect');
  change(context, {
    network: network.id,
    subnet: null,
    recommended: withoutSubnetMark(store.get().choices),
    newNetwork: null,
    fixesInCode: [],
    maxNodes: null,
  });
  loads.stop('subnet');
  store.set({
    preview: null,
    checking: false,
    staleBecause: null,
    notice: null,
    newRequirements: [],
  });
  const only = onlyFit(store.get(), network);
  if (only !== null) await chooseSubnet(context, only);
}

/** Returns the network's subnet if only one fits the plan. */
function onlyFit(state: WizardState, { subnets }: VirtualNetwork): ResourceId | null {
  const [first, second] = subnets.filter((one) => state.rows.unfit(one.id) === null);
  return first && !second ? first.id : null;
}

/** Chooses a subnet. `because` is set if it's preselected rather than chosen by the user. */
export async function chooseSubnet(
  context: WizardContext,
  id: ResourceId,
  because: SubnetReason | null = null,
): Promise<void> {
  const { store, loads } = context;
  if (isAttachedKind(store.get().choices.kind)) return chooseTargetSubnet(context, id);
  const model = loadedValue(store.get().networks);
  const found = model && findSubnet(model, id);
  if (!found) throw new AzureFailure('notFound');
  const before = store.get().choices.subnet;
  const isAnother = before === null || !sameId(before, id);
  loads.stop('preselect');
  change(context, {
    network: found.network.id,
    subnet: found.subnet.id,
    recommended: { ...store.get().choices.recommended, subnet: because },
    newNetwork: null,
    ...(isAnother ? { fixesInCode: [], maxNodes: null } : {}),
  });
  store.set({
    preview: null,
    staleBecause: null,
    notice: null,
    ...(isAnother ? { newRequirements: [] } : {}),
  });
  void readAround(context);
  await readSubnet(context, found.subnet.id);
}

interface RegionChoice {
  readonly service: StoredChoices['serviceRegions'][number]['service'];
  readonly regions: readonly string[];
}

/** Sets the regions of a workspace's service. Regions that Azure returns take precedence. */
export function chooseRegions(context: WizardContext, { service, regions }: RegionChoice): void {
  const others = context.store.get().choices.serviceRegions.filter((one) => one.service !== service);
  const chosen = [...new Set(regions)].map((region) => ({ service, region }));
  change(context, { serviceRegions: [...others, ...chosen] });
  context.store.set({ preview: null });
}
