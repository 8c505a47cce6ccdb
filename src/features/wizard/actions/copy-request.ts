import { checkBeyondGroup } from '../../../checks/without-nsg';
import { valueOr } from '../../../core/known';
import { nameOf } from '../../../core/network/find';
import { sayReason } from '../../../messages/say';
import { requestForNetworkTeam } from '../../../plans/request/request-for-network-team';
import { networkRequest, type RequestOf } from '../../../wording/request-text';
import { chosenSubnet } from '../selection';
import type { WizardContext } from '../context';
import { cloudOf, planToCheck } from '../derived-plan';
import { checkInputOf } from '../check-input';
import type { WizardState } from '../state';

/** Copies what to ask the network team for: how each flow stands, and what to change or confirm, with sources. */
export async function copyNetworkRequest(context: WizardContext, ids: readonly string[]): Promise<void> {
  const { store, ports } = context;
  const state = store.get();
  const { say } = ports;
  const { evaluation } = state;
  const request = networkRequest(
    say,
    {
      ...placeOf(state),
      readAt: evaluation?.readAt ?? null,
      cloud: cloudOf(state),
      hosts: checkInputOf(state)?.hosts ?? [],
      results: evaluation?.results ?? [],
    },
    ids,
  );
  await ports.copy(requestForNetworkTeam(request, (key, values) => sayReason(say, { key, values })));
}

function placeOf(
  state: WizardState,
): Pick<RequestOf, 'subnet' | 'network' | 'addressPrefixes' | 'region' | 'beyond'> {
  const found = chosenSubnet(state);
  if (!found) return { subnet: '', network: '', addressPrefixes: [], region: '', beyond: [] };
  const { subnet, network, model } = found;
  const facts = checkInputOf(state);
  return {
    subnet: subnet.name,
    network: nameOf(network.id),
    addressPrefixes: valueOr(subnet.addressPrefixes, []),
    region: valueOr(network.location, ''),
    beyond: facts ? checkBeyondGroup(model, planToCheck(state), facts) : [],
  };
}
