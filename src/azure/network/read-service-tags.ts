import type { Clients } from '../clients';
import { listAt, textAt, textsAt } from '../json';
import type { LiveServiceTags } from '../ports';
import { rawBody } from '../raw-bodies';

/** The tag list as Azure gives it to whoever asks; some callers get a part, which the caller judges. */
export async function readServiceTags(
  clients: Clients,
  place: { readonly subscriptionId: string; readonly location: string },
  stop: AbortSignal,
): Promise<LiveServiceTags> {
  const client = clients.network(place.subscriptionId);
  const body = await clients.within('list', stop, (signal) =>
    rawBody(signal, (options) => client.serviceTags.list(place.location, options)),
  );
  const tags: Record<string, readonly string[]> = {};
  for (const value of listAt(body, 'values')) {
    const name = textAt(value, 'name');
    if (name !== undefined) tags[name] = textsAt(value, 'properties', 'addressPrefixes');
  }
  return { changeNumber: textAt(body, 'changeNumber') ?? '', readAt: new Date().toISOString(), tags };
}
