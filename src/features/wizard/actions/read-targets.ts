import { isAttachedKind } from '../../../core/compute-kinds';
import type { WizardContext } from '../context';
import { listed } from '../running-loads';
import { subnetChoice } from '../selection';
import { azureReads } from './connected';
import { readAround } from './read-subnet-facts';
import { readSubnet } from './read-networks';

/** What could be attached, of the chosen kind; nothing where Azure ML makes the compute. */
export async function readTargets(context: WizardContext, how?: 'again'): Promise<void> {
  const { store, loads } = context;
  const { subscription, kind } = store.get().choices;
  if (subscription === null || !isAttachedKind(kind)) return;
  const before = store.get().targets;
  const read = await loads.run(
    'targets',
    listed(azureReads(context).targets(subscription, kind), how),
    (targets) => {
      // What was read before stays readable until the new answer is there.
      store.set({ targets: targets.is === 'reading' && before.is === 'ready' ? before : targets });
      if (targets.is === 'ready') store.set({ listings: store.get().listings + 1 });
    },
  );
  const subnet = subnetChoice(store.get());
  if (!read || subnet === null) return;
  void readAround(context);
  await readSubnet(context, subnet);
}
