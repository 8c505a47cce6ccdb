import { findSubnet } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import type { WizardContext } from '../context';
import { evaluate } from '../evaluate';
import { rejudgeRows, renewRows } from '../renew-rows';
import { loadedValue } from '../state';
import { asFailure } from '../failures';
import { connectedAzure } from './connected';
import { suggestNetwork } from './suggest-network';

/** Every network of the chosen subscription; a chosen subnet is judged again. */
export async function readNetworks(context: WizardContext): Promise<void> {
  const { store, loads } = context;
  const { subscription } = store.get().choices;
  if (subscription === null) return;
  const before = store.get().networks;
  const model = await loads.run(
    'networks',
    (stop) => connectedAzure(context).read.networks(subscription, stop),
    // What was read before stays readable until the new answer is there.
    (networks) =>
      store.set({ networks: networks.is === 'reading' && before.is === 'ready' ? before : networks }),
  );
  if (!model) return;
  renewRows(context);
  suggestNetwork(context);
  evaluate(context);
  const { subnet } = store.get().choices;
  if (subnet !== null) await readSubnet(context, subnet);
}

/** The one subnet again, with its group, table, gateway and exact addresses; a failure keeps the last verdicts. */
export async function readSubnet(context: WizardContext, subnetId: ResourceId): Promise<void> {
  const { store, loads, clock } = context;
  const model = loadedValue(store.get().networks);
  if (!model || !findSubnet(model, subnetId)) return;
  const stop = loads.begin('subnet');
  clock.after(300, stop, () => {
    if (!finished) store.set({ checking: true });
  });
  let finished = false;
  try {
    const fresh = await connectedAzure(context).read.refreshSubnet(model, subnetId, stop);
    if (stop.aborted) return;
    store.set({
      networks: { is: 'ready', value: fresh, readAt: clock.now().toISOString() },
      staleBecause: null,
    });
    evaluate(context);
    if ((store.get().evaluation?.was.size ?? 0) > 0) rejudgeRows(context);
  } catch (error) {
    if (!stop.aborted) store.set({ staleBecause: asFailure(error) });
  } finally {
    finished = true;
    if (!stop.aborted) store.set({ checking: false });
  }
}

/** Everything the board stands on, read again. */
export async function refresh(context: WizardContext): Promise<void> {
  const { subnet } = context.store.get().choices;
  if (subnet === null) return readNetworks(context);
  await readSubnet(context, subnet);
}
