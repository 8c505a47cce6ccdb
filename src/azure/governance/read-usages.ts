import type { NetworkUsage } from '../../core/governance';
import { numberAt, textAt } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { networkReadApiVersion } from '../network/network-api-versions';
import type { GovernanceClient } from './governance-client';

/** Reads the usage and the limit of network resources of a subscription in a region. */
export async function readUsages(
  { sender, endpoint, signal }: GovernanceClient,
  subscriptionId: string,
  location: string,
): Promise<readonly NetworkUsage[]> {
  const id = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${location}/usages`;
  const entries = await rawList(sender, urlOf(endpoint, id, networkReadApiVersion), signal);
  return entries.flatMap((entry) => {
    const name = textAt(entry, 'name', 'value');
    const used = numberAt(entry, 'currentValue');
    const limit = numberAt(entry, 'limit');
    return name === undefined || used === undefined || limit === undefined ? [] : [{ name, used, limit }];
  });
}
