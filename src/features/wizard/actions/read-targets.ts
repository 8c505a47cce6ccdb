import { isAttachedKind } from '../../../core/compute-kinds';
import type { WizardContext } from '../context';
import { listed } from '../running-loads';
import { subnetChoice } from '../selection';
import { azureReads } from './connected';
import { readAround } from './read-subnet-facts';
import { readSubnet } from './read-networks';

/**
 * Reads the resources of the chosen kind that can be attached. Does nothing if Azure ML creates the compute resource.
 */
export async function readTargets(context: WizardContext, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  const { subscription, kind } = store.get().choices;
  if (subscription === null || !isAttachedKind(kind)) return;
  const before = store.get().targets;
  const read = await loads.run(
    'targets',
    listed(azureReads(context).targets(subscription, kind), how),
    (targets) => {
      // Keep showing the earlier list until the new one arrives.
      store.set({ targets: targets.is === 'reading' && before.is === 'ready' ? before : targets });
      if (targets.is === 'ready') store.set({ listings: store.get().listings + 1 });
    },
  );
  const subnet = subnetChoice(store.get());
  if (!read || subnet === null) return;
  void readAround(context);
  await readSubnet(context, subnet);
}
