import { known, unknown, valueOr, type Known } from '../../core/known';
import { isManagedTable } from '../../core/network/managed-table';
import { nameOf } from '../../core/network/find';
import type { AdminRule, ResourceId, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import { networkApiVersion } from '../clients/network-client';
import type { FailureCode } from '../failure';
import { isObject, listAt, textAt, type JsonObject } from '../json';
import { rawList } from '../raw-list';
import { sendRaw, urlOf } from '../raw-request';
import { partsOf } from '../resource-parts';
import { toFailure } from '../to-failure';
import type { Reading } from './read-endpoint-addresses';
import { toAdminRule } from './to-admin-rule';

/** `not-told`: Azure would not say, which need not mean that there are any. */
export type AdminRulesRead = Known<readonly AdminRule[]> | 'not-told';

/** Security admin rules in effect in a network. Asking is an action of its own in roles, which a reader has not. */
export async function readAdminRules(reading: Reading, id: ResourceId): Promise<AdminRulesRead> {
  try {
    return known((await allPages(reading, id)).map(toAdminRule));
  } catch (error) {
    const { code } = toFailure(error);
    if (unheardOf.includes(code)) return known([]);
    if (untold.includes(code)) return 'not-told';
    throw error;
  }
}

/** A cloud or region that does not know the question has no network managers. */
const unheardOf: readonly FailureCode[] = ['notFound', 'badRequest'];
const untold: readonly FailureCode[] = ['forbidden', 'refused', 'conflict'];

async function allPages({ clients, signal }: Reading, id: ResourceId): Promise<readonly JsonObject[]> {
  const { subscriptionId } = partsOf(id);
  const action = `${id}/listNetworkManagerEffectiveSecurityAdminRules`;
  const url = urlOf(clients.endpoint, action, networkApiVersion);
  const sender = clients.rawNetwork(subscriptionId);
  const rules: JsonObject[] = [];
  let skipToken: string | undefined;
  do {
    const body: JsonObject = skipToken === undefined ? {} : { skipToken };
    const page: JsonObject = (await sendRaw(sender, { url, method: 'POST', body, signal })).body;
    rules.push(...listAt(page, 'value').filter(isObject));
    skipToken = textAt(page, 'skipToken') || undefined;
  } while (skipToken !== undefined);
  return rules;
}

/**
 * Why rules that Azure did not tell may hold in `network`: a manager peered it or routes it, or one is in its
 * subscription. Undefined where nothing speaks of a manager.
 */
export async function managerDoubt(
  { clients, signal }: Reading,
  network: VirtualNetwork,
): Promise<Known<never> | undefined> {
  const { subscriptionId, resourceGroup } = partsOf(network.id);
  const isManaged = bearsMarks(network) || (await managersIn({ clients, signal }, subscriptionId));
  return isManaged
    ? unknown(
        reason('unknown.adminRules', {
          name: nameOf(network.id),
          role: 'Network Contributor',
          scope: resourceGroup,
        }),
      )
    : undefined;
}

/**
 * A network of a list: its rules are asked when a subnet of it is looked at, for that is a call a network. Until then one
 * that a manager peered or routes is not called ready.
 */
export function beforeAdminRules(network: VirtualNetwork): VirtualNetwork {
  if (!bearsMarks(network)) return network;
  return { ...network, adminRules: unknown(reason('unknown.adminRulesLater', { name: network.name })) };
}

/** Network managers name the peerings that they make, and keep their route tables in a resource group of their own. */
function bearsMarks({ peerings, subnets }: VirtualNetwork): boolean {
  const isPeered = peerings.known && peerings.value.some(({ name }) => name.toUpperCase().startsWith('ANM_'));
  return isPeered || subnets.some(({ routeTable }) => isManagedTable(valueOr(routeTable, null)));
}

async function managersIn({ clients, signal }: Reading, subscriptionId: string): Promise<boolean> {
  const list = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/networkManagers`;
  const url = urlOf(clients.endpoint, list, networkApiVersion);
  try {
    return (await rawList(clients.rawNetwork(subscriptionId), url, signal)).length > 0;
  } catch (error) {
    if (![...unheardOf, ...untold].includes(toFailure(error).code)) throw error;
    return false;
  }
}
