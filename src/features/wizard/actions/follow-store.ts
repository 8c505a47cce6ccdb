import type { AzureChange } from '../../../azure-store/azure-store';
import type { StoredRead } from '../../../azure-store/queries';
import { sameId } from '../../../core/network/find';
import { chosenWorkspace, subnetChoice } from '../selection';
import type { WizardContext } from '../context';
import type { Loaded, WizardState } from '../state';
import { loadWorkspaces, readSubscriptions, start } from './connect';
import {
  loadComputeResources,
  loadIdentities,
  loadOtherWorkspacesCompute,
  readQuotas,
  readSizes,
  readTags,
} from './choose-workspace';
import { loadNetworks, readSubnet } from './read-networks';
import { readTargets } from './read-targets';

/**
 * Handles that another surface changed a compute resource: names, cores, and addresses can be free again, or in use.
 */
export async function followChange(context: WizardContext, change: AzureChange): Promise<void> {
  const state = context.store.get();
  const workspace = chosenWorkspace(state);
  // The wizard follows its own creations separately.
  if (change.is !== 'computes' || !workspace) return;
  const subnet = subnetChoice(state);
  await Promise.all([
    ...(sameId(workspace.id, change.workspaceId)
      ? [loadComputeResources(context, workspace.id), readQuotas(context, 'again')]
      : [loadOtherWorkspacesCompute(context, workspace.id)]),
    ...(subnet === null ? [] : [readSubnet(context, subnet)]),
  ]);
}

/** Handles that another surface read a list, or that a retry succeeded. If the wizard shows the list, it's updated. */
export function followRead(context: WizardContext, { key: [kind, ...of], read }: StoredRead): void {
  const { store, loads } = context;
  const list = followed.find((one) => one.kind === kind);
  if (!list || read.is === 'problem' || loads.isUnderWay(list.load)) return;
  const own = list.of(store.get());
  const isShown = own?.every((part, at) => part.toLowerCase() === of[at]) === true;
  if (isShown && isBehind(store.get()[list.name], read.value, list)) void list.read(context, own[0] ?? '');
}

function isBehind(shown: Loaded<unknown>, value: unknown, { isLive }: FollowedList): boolean {
  return shown.is === 'problem' || (isLive && shown.is === 'ready' && shown.value !== value);
}

type LoadedList =
  | 'connection'
  | 'subscriptions'
  | 'workspaces'
  | 'targets'
  | 'networks'
  | 'computes'
  | 'vmSizes'
  | 'quotas'
  | 'identities'
  | 'liveTags';

interface FollowedList {
  /** First part of its key in the store. */
  readonly kind: string;
  readonly name: LoadedList;
  readonly load: Exclude<LoadedList, 'liveTags'> | 'tags';
  /** Returns the other parts of the key of the shown list; null if it isn't shown. */
  readonly of: (state: WizardState) => readonly string[] | null;
  /** True to follow every read, not only one after a failure. Choices that depend on the list aren't reset. */
  readonly isLive: boolean;
  readonly read: (context: WizardContext, id: string) => Promise<void>;
}

function ofSubscription({ choices: { subscription } }: WizardState): readonly string[] | null {
  return subscription === null ? null : [subscription];
}

function ofRegion(state: WizardState): readonly string[] | null {
  const workspace = chosenWorkspace(state);
  return workspace?.location.known === true ? [workspace.subscriptionId, workspace.location.value] : null;
}

function listOf(
  name: Exclude<LoadedList, 'liveTags'>,
  of: FollowedList['of'],
  read: FollowedList['read'],
): FollowedList {
  return { kind: name, name, load: name, of, isLive: false, read };
}

const followed: readonly FollowedList[] = [
  listOf('connection', () => [], start),
  listOf(
    'subscriptions',
    () => [],
    (context) => readSubscriptions(context),
  ),
  listOf('workspaces', ofSubscription, loadWorkspaces),
  listOf('targets', ofSubscription, (context) => readTargets(context)),
  { ...listOf('networks', ofSubscription, followNetworks), isLive: true },
  { ...listOf('computes', ofWorkspace, followComputeResources), isLive: true },
  listOf('vmSizes', ofRegion, readSizes),
  { ...listOf('quotas', ofRegion, (context) => readQuotas(context)), kind: 'coreQuotas' },
  listOf('identities', ofSubscription, loadIdentities),
  { kind: 'serviceTags', name: 'liveTags', load: 'tags', of: ofRegion, isLive: false, read: readTags },
];

function ofWorkspace({ choices: { workspace } }: WizardState): readonly string[] | null {
  return workspace === null ? null : [workspace];
}

/** Updates compute resources. While the wizard creates one, waits until that is over. */
async function followComputeResources(context: WizardContext, id: string): Promise<void> {
  if (context.store.get().choices.creating === null) await loadComputeResources(context, id);
}

/**
 * Updates networks. A list doesn't contain the details of a subnet, so the chosen one is read again.
 * A preview and a creation keep their initial data. A hidden page is updated when it becomes visible.
 */
async function followNetworks(context: WizardContext): Promise<void> {
  const { store, loads, ports } = context;
  const { networks, preview, creation } = store.get();
  if (!ports.isPageVisible() || loads.isUnderWay('subnet') || preview || creation) return;
  if (networks.is === 'problem') return loadNetworks(context);
  const subnet = subnetChoice(store.get());
  if (subnet !== null) await readSubnet(context, subnet, 'again');
}
