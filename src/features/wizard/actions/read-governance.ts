import type { GovernedPlace } from '../../../azure/ports';
import type { Governance, NetworkGovernance, ResourcePermissions } from '../../../core/governance';
import { valueOr, type Known } from '../../../core/known';
import { peeringScopes } from '../../../checks/new-network/network-peering';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { chosenSubnet, chosenWorkspace, usesManagedNetwork, isProposing } from '../selection';
import { chosenTarget } from '../attach/chosen-target';
import type { WizardContext } from '../context';
import { listed } from '../running-loads';
import { loadedValue, type WizardState } from '../state';
import { azureReads } from './connected';

/**
 * Reads roles, locks, policies, and quotas for the chosen workspace and subnet.
 * Data of another location isn't kept. Data of this one stays until it's read again.
 * @returns what Azure returned now, without earlier data; undefined if it wasn't read
 */
export async function loadGovernance(context: WizardContext, how?: 'again'): Promise<Governance | undefined> {
  const { store, loads } = context;
  const place = governedPlace(store.get());
  if (!place) return undefined;
  const read = await loads.run(
    'governance',
    listed(azureReads(context).governance(place), how),
    () => undefined,
  );
  if (!read || !isStill(store.get(), place)) return undefined;
  store.set({ governance: withoutGaps(read, store.get().governance) });
  return read;
}

function governedPlace(state: WizardState): GovernedPlace | undefined {
  const workspace = chosenWorkspace(state);
  if (!workspace) return undefined;
  // A network to create doesn't have any governance yet.
  if (usesManagedNetwork(state)) return { workspaceId: workspace.id, subnet: null };
  if (isProposing(state)) {
    return { workspaceId: workspace.id, subnet: null, others: connectedScopes(state, workspace.id) };
  }
  const found = chosenSubnet(state);
  // An attached resource can be in a network that isn't readable.
  if (!found) return chosenTarget(state) && { workspaceId: workspace.id, subnet: null };
  const location = found.network.location.known ? found.network.location.value : '';
  const { id, securityGroup, routeTable } = found.subnet;
  const parts = [valueOr(securityGroup, null), valueOr(routeTable, null)].filter((one) => one !== null);
  return { workspaceId: workspace.id, subnet: { id, location, parts } };
}

/** Returns the resources whose roles decide whether a new network can be peered. */
function connectedScopes(
  { networks, services }: WizardState,
  workspaceId: ResourceId,
): readonly ResourceId[] {
  const model = loadedValue(networks);
  const isOfWorkspace = services !== null && sameId(services.value.workspaceId, workspaceId);
  return model ? peeringScopes(model, workspaceId, isOfWorkspace ? services.value : null) : [];
}

/** Reads roles again if a new network needs them on resources that are known only now, such as DNS zones. */
export async function loadMissingRoles(context: WizardContext, how?: 'again'): Promise<void> {
  const { governance } = context.store.get();
  const others = governedPlace(context.store.get())?.others ?? [];
  const isRead = (id: ResourceId): boolean =>
    governance?.onOthers?.some((one) => sameId(one.id, id)) === true;
  if (!others.every(isRead)) await loadGovernance(context, how);
}

function isStill(state: WizardState, { workspaceId }: GovernedPlace): boolean {
  return state.choices.workspace !== null && sameId(state.choices.workspace, workspaceId);
}

/** Keeps earlier values that Azure couldn't return this time. Values that it refuses to return become unknown. */
function withoutGaps(read: Governance, before: Governance | null): Governance {
  if (!before || !sameId(before.workspaceId, read.workspaceId)) return read;
  const network = sameSubnet(read, before) ? before.network : null;
  return {
    ...read,
    onWorkspace: kept(read.onWorkspace, before.onWorkspace),
    workspaceLocks: kept(read.workspaceLocks, before.workspaceLocks),
    ...(read.onOthers
      ? { onOthers: read.onOthers.map((one) => ({ ...one, ...keptPart(one, before.onOthers) })) }
      : {}),
    network: read.network && network ? networkWithoutGaps(read.network, network) : read.network,
  };
}

function networkWithoutGaps(read: NetworkGovernance, before: NetworkGovernance): NetworkGovernance {
  return {
    onNetwork: kept(read.onNetwork, before.onNetwork),
    onSubnet: kept(read.onSubnet, before.onSubnet),
    ...(read.onParts ? { onParts: read.onParts.map((one) => keptPart(one, before.onParts)) } : {}),
    locks: kept(read.locks, before.locks),
    denials: kept(read.denials, before.denials),
    usages: kept(read.usages, before.usages),
  };
}

function keptPart(read: ResourcePermissions, before: NetworkGovernance['onParts'] = []): ResourcePermissions {
  const old = before.find((one) => sameId(one.id, read.id));
  return { id: read.id, held: kept(read.held, old?.held ?? null) ?? read.held };
}

function sameSubnet({ subnetId }: Governance, before: Governance): boolean {
  return subnetId !== null && before.subnetId !== null && sameId(subnetId, before.subnetId);
}

function kept<T>(read: Known<T> | null, before: Known<T> | null): Known<T> | null {
  return read?.known === false && before?.known && read.because.key.startsWith('unknown.notRead.')
    ? before
    : read;
}
