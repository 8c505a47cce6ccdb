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
import { changedWords } from '../changed-words';
import { loadedValue } from '../state';
import { asFailure } from '../failures';
import { change } from './change';
import { azureReads } from './connected';
import { readAround } from './read-subnet-facts';
import { renewPreview } from './renew-preview';

/** Every network of the chosen subscription; a chosen subnet is checked again. */
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
      // What was read before stays readable until the new answer is there.
      store.set({ networks: networks.is === 'reading' && before.is === 'ready' ? before : networks });
      if (networks.is === 'ready') takeNetworks(context);
    },
  );
  if (!model) return;
  const subnet = subnetChoice(store.get());
  if (subnet === null) return;
  void readAround(context);
  await readSubnet(context, subnet);
}

/** Nobody waits for them: a row that a lock makes unfit says so when it is known. */
async function readLocks(context: WizardContext, subscription: string, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  await loads.run('locks', listed(azureReads(context).locks(subscription), how), (locks) => {
    if (locks.is === 'ready') store.set({ locks: locks.value });
  });
}

function takeNetworks(context: WizardContext): void {
  const { store } = context;
  findApplied(context);
  store.set({ listings: store.get().listings + 1 });
}

/** A fix that was being applied when the window was reloaded: what Azure has of it is said, never nothing. */
function findApplied(context: WizardContext): void {
  const { store, loads, clock } = context;
  const { networks, choices } = store.get();
  const model = loadedValue(networks);
  if (choices.applying === null || !model || loads.isUnderWay('apply')) return;
  store.set({ found: { ...findStarted(model, choices.applying), at: clock.now().toISOString() } });
  change(context, { applying: null });
}

/**
 * Why the subnet is read: only who looks again is told what somebody else changed since. `changed`: what a fix wrote,
 * which may stand elsewhere, as the subnet of a private endpoint does.
 */
export type ReadReason = 'chosen' | 'again' | { readonly changed: readonly ResourceId[] };

/** The one subnet again, with its group, table, gateway and exact addresses; a failure keeps the last results. */
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
    if (!stop.aborted) takeReading(context, { before: model, fresh, subnetId, why });
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

/** Of a machine the group of its network interface decides too, and is no subnet's. */
async function refreshed(
  context: WizardContext,
  { read, model, subnetId, changed, stop }: Refreshing,
): Promise<NetworkModel> {
  const subnets = changed.filter((id) => findSubnet(model, id) && !sameId(id, subnetId));
  let fresh = await read.refreshSubnet(model, subnetId, stop);
  for (const id of subnets) fresh = await read.refreshSubnet(fresh, id, stop);
  const card = chosenNicGroupId(context.store.get());
  const groups = changed.filter((id) => model.securityGroups.some((one) => sameId(one.id, id)));
  for (const id of card === null ? groups : [...groups, card]) {
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

/** Where nothing changed only the age is new: no list is made again, no row moves. */
function takeReading(context: WizardContext, { before, fresh, subnetId, why }: SubnetReading): void {
  const { store, clock, ports } = context;
  const readAt = clock.now().toISOString();
  const { evaluation } = store.get();
  store.set({ staleBecause: null, subnetRead: { id: subnetId, at: readAt } });
  noteAnswered(store);
  if (evaluation && sameModel(before, fresh)) return;
  store.set({ networks: { is: 'ready', value: fresh, readAt } });
  const changed = changedWords(ports.say, store.get().evaluation);
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
