import type { AzureChange } from '../../../azure-store/azure-store';
import type { StoredRead } from '../../../azure-store/queries';
import type { StoredChoices } from '../../../contract/wizard/stored-choices';
import { sameId } from '../../../core/network/find';
import { chosenWorkspace, subnetChoice } from '../selection';
import type { WizardContext } from '../context';
import type { Loaded } from '../state';
import { loadWorkspaces, readSubscriptions } from './connect';
import { loadComputeResources, loadOtherWorkspacesCompute, readQuotas } from './choose-workspace';
import { loadNetworks, readSubnet } from './read-networks';
import { readTargets } from './read-targets';

/** Another surface changed a compute resource: names, cores, and addresses can be free again, or taken. */
export async function followChange(context: WizardContext, change: AzureChange): Promise<void> {
  const state = context.store.get();
  const workspace = chosenWorkspace(state);
  // What the wizard creates, it follows itself.
  if (change.is !== 'computes' || !workspace) return;
  const subnet = subnetChoice(state);
  await Promise.all([
    ...(sameId(workspace.id, change.workspaceId)
      ? [loadComputeResources(context, workspace.id), readQuotas(context, 'again')]
      : [loadOtherWorkspacesCompute(context, workspace.id)]),
    ...(subnet === null ? [] : [readSubnet(context, subnet)]),
  ]);
}

/** A list was read: for another surface, or again after a failure. Where the wizard shows it, it shows the new answer. */
export function followRead(context: WizardContext, { key: [kind, id = ''], read }: StoredRead): void {
  const { store, loads } = context;
  const list = followed.find((one) => one.name === kind);
  const own = list?.of(store.get().choices);
  if (!list || own?.toLowerCase() !== id || read.is === 'problem' || loads.isUnderWay(list.name)) return;
  if (isBehind(store.get()[list.name], read.value, list)) void list.load(context, own);
}

function isBehind(shown: Loaded<unknown>, value: unknown, { isLive }: FollowedList): boolean {
  return shown.is === 'problem' || (isLive && shown.is === 'ready' && shown.value !== value);
}

interface FollowedList {
  readonly name: 'subscriptions' | 'workspaces' | 'targets' | 'networks' | 'computes';
  /** Whose list the wizard shows. */
  readonly of: (choices: StoredChoices) => string | null;
  /** Followed at every read, and not only after a failure: choices don't begin again below it. */
  readonly isLive: boolean;
  readonly load: (context: WizardContext, id: string) => Promise<void>;
}

const ofSubscription = ({ subscription }: StoredChoices): string | null => subscription;

const followed: readonly FollowedList[] = [
  { name: 'subscriptions', of: () => '', isLive: false, load: (context) => readSubscriptions(context) },
  { name: 'workspaces', of: ofSubscription, isLive: false, load: loadWorkspaces },
  { name: 'targets', of: ofSubscription, isLive: false, load: (context) => readTargets(context) },
  { name: 'networks', of: ofSubscription, isLive: true, load: followNetworks },
  { name: 'computes', of: ({ workspace }) => workspace, isLive: true, load: followComputes },
];

/** What the wizard itself creates isn't taken before it's over. */
async function followComputes(context: WizardContext, id: string): Promise<void> {
  if (context.store.get().choices.creating === null) await loadComputeResources(context, id);
}

/**
 * A list of networks lacks what is read with a subnet. A preview and a creation stand on what they began with. A page
 * that nobody sees is read again once it's seen.
 */
async function followNetworks(context: WizardContext): Promise<void> {
  const { store, loads, ports } = context;
  const { networks, preview, creation } = store.get();
  if (!ports.isPageVisible() || loads.isUnderWay('subnet') || preview || creation) return;
  if (networks.is === 'problem') return loadNetworks(context);
  const subnet = subnetChoice(store.get());
  if (subnet !== null) await readSubnet(context, subnet, 'again');
}
