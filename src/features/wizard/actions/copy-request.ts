import { valueOr } from '../../../core/known';
import { nameOf } from '../../../core/network/find';
import { sayReason } from '../../../messages/say';
import { requestForNetworkTeam } from '../../../plans/request/request-for-network-team';
import { requestItem } from '../../../wording/request-words';
import { chosenSubnet } from '../chosen';
import type { WizardContext } from '../context';
import { cloudOf } from '../derived-plan';

/** Copies what to ask the network team for: one table a product, with sources and the packet that fails. */
export async function copyForNetworkTeam(context: WizardContext, ids: readonly string[]): Promise<void> {
  const { store, ports } = context;
  const state = store.get();
  const found = chosenSubnet(state);
  const wanted = (state.evaluation?.judgements ?? []).filter((one) => ids.includes(one.requirement));
  const { say } = ports;
  const place = {
    cloud: cloudOf(state),
    region: found ? valueOr(found.network.location, '') : '',
  };
  const text = requestForNetworkTeam(
    {
      subnet: found?.subnet.name ?? '',
      network: found ? nameOf(found.network.id) : '',
      addressPrefixes: found?.subnet.addressPrefixes.known === true ? found.subnet.addressPrefixes.value : [],
      items: wanted.map((one) => requestItem(say, one, place)),
    },
    (key, values) => sayReason(say, { key, values }),
  );
  await ports.copy(text);
}
