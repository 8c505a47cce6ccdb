import type { Clients } from '../clients';
import { networkReadApiVersion } from './network-api-versions';
import { listAt, textAt, textsAt } from '../json';
import type { LiveServiceTags } from '../ports';
import { readRaw, urlOf } from '../raw-request';

/** Reads the service tags of a region. Azure returns only a part of them to some accounts, which the caller checks. */
export async function readServiceTags(
  clients: Clients,
  { subscriptionId, location }: { readonly subscriptionId: string; readonly location: string },
  stop: AbortSignal,
): Promise<LiveServiceTags> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${location}/serviceTags`;
  const url = urlOf(clients.endpoint, path, networkReadApiVersion);
  const body = await clients.within('list', stop, (signal) =>
    readRaw(clients.rawNetwork(subscriptionId), { url, signal }),
  );
  // Own properties only, whatever the name of a tag.
  const tags = Object.fromEntries(
    listAt(body, 'values').flatMap((value) => {
      const name = textAt(value, 'name');
      return name === undefined ? [] : [[name, textsAt(value, 'properties', 'addressPrefixes')] as const];
    }),
  );
  return { changeNumber: textAt(body, 'changeNumber') ?? '', readAt: new Date().toISOString(), tags };
}
