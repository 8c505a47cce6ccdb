import { known, unknown, type Known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { AdminRule, ResourceId, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import { networkReadApiVersion } from './network-api-versions';
import type { FailureCode } from '../failure';
import { isJsonObject, listAt, textAt, type JsonObject } from '../json';
import { everyPage } from '../pages';
import { sendRaw, urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { toFailure } from '../to-failure';
import type { Reading } from './read-endpoint-addresses';
import { hasAdminRuleRecord, readManagedNetworks, type ManagedNetworks } from './read-managed-networks';
import { toAdminRule } from './to-admin-rule';

/** `not-reported`: Azure didn't return the rules. That doesn't mean that there are any. */
export type AdminRulesRead = Known<readonly AdminRule[]> | 'not-reported';

/**
 * Reads the security admin rules in effect in a network. The request requires a permission that the Reader role doesn't
 * have.
 */
export async function readAdminRules(reading: Reading, id: ResourceId): Promise<AdminRulesRead> {
  try {
    return known((await allPages(reading, id)).map(toAdminRule));
  } catch (error) {
    const { code } = toFailure(error);
    if (unsupportedCodes.includes(code)) return known([]);
    if (refusedCodes.includes(code)) return 'not-reported';
    throw error;
  }
}

/** A cloud or region that doesn't know the operation doesn't have network managers. */
const unsupportedCodes: readonly FailureCode[] = ['notFound', 'badRequest'];
const refusedCodes: readonly FailureCode[] = ['forbidden', 'refused', 'conflict'];

async function allPages({ clients, signal }: Reading, id: ResourceId): Promise<readonly JsonObject[]> {
  const { subscriptionId } = resourceParts(id);
  const action = `${id}/listNetworkManagerEffectiveSecurityAdminRules`;
  const url = urlOf(clients.endpoint, action, networkReadApiVersion);
  const sender = clients.rawNetwork(subscriptionId);
  return everyPage(async (skipToken) => {
    const body: JsonObject = skipToken === undefined ? {} : { skipToken };
    const { body: page, response } = await sendRaw(sender, { url, method: 'POST', body, signal });
    return {
      items: listAt(page, 'value').filter(isJsonObject),
      next: textAt(page, 'skipToken'),
      size: response.bodyAsText?.length ?? 0,
    };
  });
}

/**
 * Returns an unknown for rules that Azure didn't return, because some may apply. Undefined if Azure's record of managed
 * networks doesn't include this network.
 */
export async function unreadAdminRules(
  reading: Reading,
  network: VirtualNetwork,
): Promise<Known<never> | undefined> {
  const { subscriptionId, resourceGroup } = resourceParts(network.id);
  const managedNetworks = await readManagedNetworks(reading, subscriptionId);
  if (managedNetworks !== 'not-reported' && !hasAdminRuleRecord(managedNetworks, network.id)) {
    return undefined;
  }
  return unknown(
    reason('unknown.adminRules', {
      name: nameOf(network.id),
      role: 'Network Contributor',
      scope: resourceGroup,
    }),
  );
}

/**
 * Returns a network of a list before its admin rules are read. They are read when a subnet of it is opened, because
 * that takes a request per network. Until then, a network with rules, or possibly with rules, doesn't count as ready.
 */
export function beforeAdminRules(network: VirtualNetwork, managedNetworks: ManagedNetworks): VirtualNetwork {
  if (managedNetworks !== 'not-reported' && !hasAdminRuleRecord(managedNetworks, network.id)) return network;
  const key = managedNetworks === 'not-reported' ? 'unknown.adminRulesUnread' : 'unknown.adminRulesLater';
  return { ...network, adminRules: unknown(reason(key, { name: network.name })) };
}
