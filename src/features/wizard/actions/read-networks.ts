import type { AzureReader } from '../../../azure/ports';
import { networkChanges, sameModel } from '../../../core/network/changes';
import { findSubnet, sameId } from '../../../core/network/find';
import type { NetworkModel, ResourceId } from '../../../core/network/model';
import type { WizardContext } from '../context';
import { listed } from '../running-loads';
import { chosenNicGroupId } from '../attach/chosen-target';
import { rowsChecked } from '../row-order';
import { findStarted } from '../started-fix';
import { subnetChoice } from '../selection';
import { noteAnswered } from '../signed-out';
import { previousLabels } from '../previous-labels';
import { loadedValue } from '../state';
import { asFailure } from '../failures';
import { change } from './change';
import { azureReads } from './connected';
import { readAround } from './read-subnet-facts';
import { renewPreview } from './renew-preview';

/** Reads every network of the chosen subscription. A chosen subnet is checked again. */
export async function loadNetworks(context: WizardContext, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  const { subscription } = store.get().choices;
  if (subscription === null) return;
  void readLocks(context, subscription, how);
  const before = store.get().networks;
  const model = await loads.run(
    'networks',
    listed(azureReads(context).networks(subscription), how),
    (networks) => {
      // Keep showing the earlier networks until the new ones arrive.
      store.set({ networks: networks.is === 'reading' && before.is === 'ready' ? before : networks });
      if (networks.is === 'ready') storeNetworks(context);
    },
  );
  if (!model) return;
  const subnet = subnetChoice(store.get());
  if (subnet === null) return;
  void readAround(context);
  await readSubnet(context, subnet);
}

/** Reads locks without waiting for them. A row that a lock affects is updated afterwards. */
async function readLocks(context: WizardContext, subscription: string, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  await loads.run('locks', listed(azureReads(context).locks(subscription), how), (locks) => {
    if (locks.is === 'ready') store.set({ locks: locks.value });
  });
}

function storeNetworks(context: WizardContext): void {
  const { store } = context;
  findApplied(context);
  store.set({ listings: store.get().listings + 1 });
}

/** Records the state of a fix that was being applied when the window reloaded. */
function findApplied(context: WizardContext): void {
  const { store, loads, clock } = context;
  const { networks, choices } = store.get();
  const model = loadedValue(networks);
  if (choices.applying === null || !model || loads.isUnderWay('apply')) return;
  store.set({ found: { ...findStarted(model, choices.applying), at: clock.now().toISOString() } });
  change(context, { applying: null });
}

/**
 * Why the subnet is read. Changes by other people are reported only for `again`.
 * `changed`: resources that a fix wrote. They can be elsewhere, such as the subnet of a private endpoint.
 */
export type ReadReason = 'chosen' | 'again' | { readonly changed: readonly ResourceId[] };

/**
 * Reads a subnet again with its NSG, route table, NAT gateway, and exact addresses. After a failure, the last results
 * stay.
 */
export async function readSubnet(
  context: WizardContext,
  subnetId: ResourceId,
  why: ReadReason = 'chosen',
): Promise<void> {
  const { store, loads, clock } = context;
  const model = loadedValue(store.get().networks);
  const { subscription } = store.get().choices;
  if (subscription === null || !model || !findSubnet(model, subnetId)) return;
  const stop = loads.begin('subnet');
  clock.after(300, stop, () => {
    if (loads.isUnderWay('subnet')) store.set({ checking: true });
  });
  try {
    const changed = typeof why === 'string' ? [] : why.changed;
    const fresh = await azureReads(context).renewPart(
      subscription,
      (read, current, signal) =>
        refreshed(context, { read, model: current, subnetId, changed, stop: signal }),
      stop,
    );
    if (!stop.aborted) storeReading(context, { before: model, fresh, subnetId, why });
  } catch (error) {
    if (!stop.aborted) store.set({ staleBecause: asFailure(error) });
  } finally {
    if (!stop.aborted) store.set({ checking: false });
    loads.done('subnet', stop);
  }
  await rowsChecked(context);
}

interface Refreshing {
  readonly read: AzureReader;
  readonly model: NetworkModel;
  readonly subnetId: ResourceId;
  readonly changed: readonly ResourceId[];
  readonly stop: AbortSignal;
}

/**
 * Reads the subnet and changed resources. Includes the NSG of a virtual machine's NIC, which doesn't belong to a
 * subnet.
 */
async function refreshed(
  context: WizardContext,
  { read, model, subnetId, changed, stop }: Refreshing,
): Promise<NetworkModel> {
  const subnets = changed.filter((id) => findSubnet(model, id) && !sameId(id, subnetId));
  let fresh = await read.refreshSubnet(model, subnetId, stop);
  for (const id of subnets) fresh = await read.refreshSubnet(fresh, id, stop);
  const nic = chosenNicGroupId(context.store.get());
  const groups = changed.filter((id) => model.securityGroups.some((one) => sameId(one.id, id)));
  for (const id of nic === null ? groups : [...groups, nic]) {
    fresh = await read.refreshSecurityGroup(fresh, id, stop);
  }
  for (const id of changed.filter((one) => /\/privateEndpoints\/[^/]+$/i.test(one))) {
    fresh = await read.refreshEndpoint(fresh, id, stop);
  }
  return fresh;
}

interface SubnetReading {
  readonly before: NetworkModel;
  readonly fresh: NetworkModel;
  readonly subnetId: ResourceId;
  readonly why: ReadReason;
}

/**
 * Stores the read. If nothing changed, only the read time is updated, so that lists aren't rebuilt and rows don't move.
 */
function storeReading(context: WizardContext, { before, fresh, subnetId, why }: SubnetReading): void {
  const { store, clock, ports } = context;
  const readAt = clock.now().toISOString();
  const { evaluation } = store.get();
  store.set({ staleBecause: null, subnetRead: { id: subnetId, at: readAt } });
  noteAnswered(store);
  if (evaluation && sameModel(before, fresh)) return;
  store.set({ networks: { is: 'ready', value: fresh, readAt } });
  const changed = previousLabels(ports.say, store.get().evaluation);
  renewPreview(context);
  const changes = why === 'again' ? networkChanges(before, fresh, subnetId) : [];
  if (changes.length > 0) store.set({ notice: { changes, at: readAt, changedIds: [...changed.keys()] } });
}

export function dismissNotice({ store }: WizardContext): void {
  store.set({ notice: null, newRequirements: [] });
}

export function dismissFixNotice({ store }: WizardContext): void {
  store.set({ applied: null, found: null });
}
