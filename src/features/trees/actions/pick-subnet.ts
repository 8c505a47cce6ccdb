import { valueOr } from '../../../core/known';
import type { SubnetTarget } from '../model/node';
import type { SubnetChoice } from '../ports';
import { readValue } from '../../../azure-store/queries';
import type { TreesSession } from '../session';

/** Lets the user choose a subnet from all readable ones; undefined if the user cancels. */
export async function askSubnet(session: TreesSession, title: string): Promise<SubnetTarget | undefined> {
  const { ports } = session;
  return ports.pickSubnet({ title, place: ports.say('subnet.pick.place') }, choices(session));
}

/** Returns the subnets to choose from. Skips subscriptions and networks that can't be read, but rejects if none can. */
async function choices(session: TreesSession): Promise<readonly SubnetChoice[]> {
  const { subscriptions, networks } = session.reads();
  const all = await subscriptions.get();
  if (all.is === 'problem') throw all.failure;
  const read = await Promise.all(
    all.value.map(async ({ id, name }) => ({ id, name, networks: await networks(id).get() })),
  );
  const [first] = read;
  if (first?.networks.is === 'problem' && read.every((one) => one.networks.is === 'problem')) {
    throw first.networks.failure;
  }
  return read.flatMap(({ id, name, networks: found }) =>
    (readValue(found)?.virtualNetworks ?? []).flatMap((network) =>
      network.subnets.map((subnet): SubnetChoice => ({
        label: subnet.name,
        description: `${network.name} · ${valueOr(subnet.addressPrefixes, []).join(', ')}`,
        detail: name,
        target: { is: 'subnet', subscriptionId: id, subnetId: subnet.id },
      })),
    ),
  );
}
