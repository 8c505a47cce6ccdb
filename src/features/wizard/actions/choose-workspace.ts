import { answerOf, readValue } from '../../../azure-store/queries';
import { AzureFailure } from '../../../azure/failure';
import type { ComputeState, WorkspaceSummary } from '../../../azure/ports';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { liveTagCatalog } from '../../../core/tags/tag-catalog';
import { neededTags } from '../../../requirements/needed-tags';
import type { WorkspaceReason } from '../../../contract/wizard/recommended';
import { noChoices } from '../../../contract/wizard/stored-choices';
import { chosenWorkspace, supportsCompute, usesManagedNetwork, isKindPossible } from '../selection';
import type { WizardContext } from '../context';
import { cloudOf } from '../derived-plan';
import { rowsChecked } from '../row-order';
import { endLeftSettingUp } from '../managed-network-setup';
import { listed } from '../running-loads';
import { loadedValue, notLoaded } from '../state';
import { change } from './change';
import { chooseKind } from './choose';
import { azureReads } from './connected';
import { readAround } from './read-subnet-facts';

const noComputeResources = {
  computes: notLoaded,
  earlierComputeResources: null,
  otherComputeResources: [],
} as const;

/**
 * Chooses a workspace, and reads its compute resources, VM sizes, quotas, and tags. Stored choices within it stay.
 * `because` is set if it's preselected rather than chosen by the user.
 */
export async function chooseWorkspace(
  context: WizardContext,
  id: ResourceId,
  because: WorkspaceReason | null = null,
): Promise<void> {
  const { store, loads } = context;
  const all = loadedValue(store.get().workspaces);
  if (!all?.some((one) => sameId(one.id, id))) throw new AzureFailure('notFound');
  selectWorkspace(context, id, because);
  leaveImpossibleKind(context);
  for (const name of [
    'workspace',
    'services',
    'computes',
    'otherComputeResources',
    'vmSizes',
    'quotas',
    'tags',
  ] as const) {
    loads.stop(name);
  }
  store.set({ preview: null, ...noComputeResources, vmSizes: notLoaded, quotas: notLoaded });
  // Don't wait for other workspaces, or for governance: their data is used when it arrives.
  void loadOtherWorkspacesCompute(context, id);
  void readAround(context);
  await Promise.all([
    loadWorkspaceParts(context, id),
    ...(chosenWorkspace(store.get()) ? [loadComputeResources(context, id), readRegion(context)] : []),
  ]);
  await rowsChecked(context);
}

function selectWorkspace(context: WizardContext, id: ResourceId, because: WorkspaceReason | null): void {
  const { workspace: before, recommended, lastWorkspace, newNetwork } = context.store.get().choices;
  const isAnother = before === null || !sameId(before, id);
  context.loads.stop('preselect');
  change(context, {
    workspace: id,
    recommended: { ...recommended, workspace: because },
    lastWorkspace: because === null ? id : lastWorkspace,
    // A private endpoint is billed, and was chosen for the other workspace.
    ...(isAnother
      ? {
          publicIp: null,
          serviceRegions: [],
          newNetwork: newNetwork && { ...newNetwork, connection: 'none' },
        }
      : {}),
  });
  if (isAnother) leavePreselectedSubnet(context);
}

/** Clears a preselected subnet, because each workspace has its own. A subnet that the user selected stays. */
function leavePreselectedSubnet(context: WizardContext): void {
  const { recommended } = context.store.get().choices;
  if (recommended.subnet === null) return;
  context.loads.stop('subnet');
  change(context, { network: null, subnet: null, recommended: { ...recommended, subnet: null } });
}

/**
 * Reads the workspace on its own, including the rules of its managed virtual network, and replaces it in the list.
 * If Readiness is based on it, a failure is shown as the reason for outdated results.
 */
export async function loadWorkspaceParts(
  context: WizardContext,
  id: ResourceId,
  how?: 'again',
): Promise<void> {
  const { store, loads } = context;
  const complete = await loads.run('workspace', listed(azureReads(context).workspace(id), how), (loaded) => {
    if (loaded.is === 'reading' || !usesManagedNetwork(store.get())) return;
    store.set({ staleBecause: loaded.is === 'problem' ? loaded.failure : null });
  });
  if (complete) storeWorkspace(context, complete);
}

/** Stores a workspace that was just read. */
export function storeWorkspace(context: WizardContext, complete: WorkspaceSummary): void {
  const { store, clock } = context;
  const shown = store.get().workspaces;
  if (shown.is !== 'ready') return;
  const readAt = clock.now().toISOString();
  store.set({
    workspaces: {
      ...shown,
      readAt,
      value: shown.value.map((one) => (sameId(one.id, complete.id) ? complete : one)),
    },
  });
  leaveImpossibleKind(context);
  if (usesManagedNetwork(store.get())) change(context, { network: null, subnet: null });
  endLeftSettingUp(context, complete);
}

/** Switches to the default kind if the workspace doesn't support the chosen one. */
function leaveImpossibleKind(context: WizardContext): void {
  const state = context.store.get();
  if (!isKindPossible(state, state.choices.kind)) chooseKind(context, noChoices.kind);
}

type ComputeList = readonly ComputeState[];

/**
 * Reads the compute resources of a workspace. `since` applies known changes to an earlier list, in case Azure doesn't
 * return a new one.
 */
export async function loadComputeResources(
  context: WizardContext,
  workspaceId: ResourceId,
  since: (before: ComputeList) => ComputeList = (before) => before,
): Promise<void> {
  const { store, loads } = context;
  const before = store.get().computes;
  const earlier = loadedValue(before) ?? store.get().earlierComputeResources;
  await loads.run(
    'computes',
    listed(azureReads(context).computes(workspaceId)),
    // Keep showing the earlier list until the new one arrives.
    (computes) =>
      store.set({
        computes: computes.is === 'reading' && before.is === 'ready' ? before : computes,
        earlierComputeResources: computes.is === 'ready' ? null : earlier && since(earlier),
      }),
  );
}

/** Maximum number of other workspaces whose compute resources are read. More aren't worth the requests. */
const mostWorkspaces = 20;

/**
 * Reads compute resources of the region's other workspaces. Their names aren't available, and their clusters can be in
 * the same subnet.
 * Unreadable ones are skipped.
 */
export async function loadOtherWorkspacesCompute(context: WizardContext, id: ResourceId): Promise<void> {
  const { store, loads, clock } = context;
  const all = loadedValue(store.get().workspaces) ?? [];
  const location = all.find((one) => sameId(one.id, id))?.location;
  const region = location?.known === true ? location.value : '';
  const others = all.filter(
    (one) =>
      supportsCompute(one) && !sameId(one.id, id) && one.location.known && one.location.value === region,
  );
  const read = await loads.run(
    'otherComputeResources',
    (stop) => {
      const lists = others.slice(0, mostWorkspaces).map((one) => azureReads(context).computes(one.id));
      const read = Promise.all(lists.map((list) => listed(list)(stop)));
      return answerOf(read, () => clock.now());
    },
    () => undefined,
  );
  if (!read) return;
  store.set({ otherComputeResources: read.flatMap((one) => readValue(one) ?? []) });
}

/** Reads VM sizes, quotas, tags, and identities for the workspace's region. */
async function readRegion(context: WizardContext): Promise<void> {
  const workspace = chosenWorkspace(context.store.get());
  if (!workspace?.location.known) return;
  await Promise.all([
    readSizes(context),
    readQuotas(context),
    readTags(context),
    loadIdentities(context, workspace.subscriptionId),
  ]);
}

/** Reads the VM sizes of the workspace's region. */
export async function readSizes(context: WizardContext): Promise<void> {
  const { store, loads } = context;
  const workspace = chosenWorkspace(store.get());
  if (!workspace?.location.known) return;
  const { subscriptionId, location } = workspace;
  await loads.run('vmSizes', listed(azureReads(context).vmSizes(subscriptionId, location.value)), (vmSizes) =>
    store.set({ vmSizes }),
  );
}

/** Reads the core quotas of the workspace's region. */
export async function readQuotas(context: WizardContext, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  const workspace = chosenWorkspace(store.get());
  if (!workspace?.location.known) return;
  const { subscriptionId, location } = workspace;
  const before = store.get().quotas;
  await loads.run(
    'quotas',
    listed(azureReads(context).coreQuotas(subscriptionId, location.value), how),
    (quotas) => store.set({ quotas: quotas.is === 'reading' && before.is === 'ready' ? before : quotas }),
  );
}

/** Reads identities. They belong to the subscription, so they're the same for another workspace. */
export async function loadIdentities(context: WizardContext, subscriptionId: string): Promise<void> {
  const { store, loads } = context;
  if (store.get().identities.is === 'ready') return;
  await loads.run('identities', listed(azureReads(context).identities(subscriptionId)), (identities) =>
    store.set({ identities }),
  );
}

/** Reads the live list of service tags. If it's incomplete, the shipped list is still used, with its date. */
export async function readTags(context: WizardContext): Promise<void> {
  const { store, loads } = context;
  const workspace = chosenWorkspace(store.get());
  if (!workspace?.location.known) return;
  const { subscriptionId } = workspace;
  const location = workspace.location.value;
  const live = await loads.run(
    'tags',
    listed(azureReads(context).serviceTags(subscriptionId, location)),
    (liveTags) => store.set({ liveTags }),
  );
  if (!live) return;
  const shipped = await context.ports.shippedTags(cloudOf(store.get()));
  const complete = liveTagCatalog(live, shipped, { needed: neededTags(shipped.cloud), location });
  const tags = complete ?? shipped;
  store.set({ liveTagsLack: complete === undefined });
  // Keep the same list object, so that values derived from it stay cached.
  if (tags.changeNumber !== store.get().tags?.changeNumber) store.set({ tags });
}
