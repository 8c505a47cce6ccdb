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
  // Own members, whatever a tag is called.
  const tags = Object.fromEntries(
    listAt(body, 'values').flatMap((value) => {
      const name = textAt(value, 'name');
      return name === undefined ? [] : [[name, textsAt(value, 'properties', 'addressPrefixes')] as const];
    }),
  );
  return { changeNumber: textAt(body, 'changeNumber') ?? '', readAt: new Date().toISOString(), tags };
}
