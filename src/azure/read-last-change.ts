import type { LoggedChange, LoggedPlace } from '../core/logged-change';
import { resourceTypeOf, sameId, segmentOf } from '../core/network/find';
import type { Clients } from './clients';
import { badResponse } from './failure';
import { textAt, type JsonObject } from './json';
import { rawList } from './raw-list';
import { urlOf } from './raw-request';

const hour = 3_600_000;

/** Azure keeps 90 days and refuses an earlier start (Azure activity log page). Margins are for clocks that differ. */
const period = { before: 89 * 24 * hour, after: hour } as const;

/**
 * Members of an event that are requested. The others include addresses and claims of people. The REST reference doesn't
 * list `caller` among them, but Azure returns it (activity logs, REST reference 2015-04-01).
 */
const members = 'caller,eventTimestamp,operationName,resourceId,status';

/** Addresses of users have at most this many characters (RFC 5321). */
const longestCaller = 320;

/** Reads the last successful change of a resource from Azure's activity log; null if it doesn't have one. */
export function readLastChange(
  clients: Clients,
  place: LoggedPlace,
  stop: AbortSignal,
): Promise<LoggedChange | null> {
  const subscriptionId = segmentOf(place.id, 'subscriptions') ?? '';
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`;
  return clients.within('get', stop, async (signal) => {
    const query = `$filter=${encodeURIComponent(filterOf(place))}&$select=${members}`;
    const url = `${urlOf(clients.endpoint, path, '2015-04-01')}&${query}`;
    return toLastChange(await rawList(clients.rawNetwork(subscriptionId), url, signal), place);
  });
}

function filterOf({ id }: LoggedPlace): string {
  const now = Date.now();
  const from = new Date(now - period.before).toISOString();
  const to = new Date(now + period.after).toISOString();
  return `eventTimestamp ge '${from}' and eventTimestamp le '${to}' and resourceUri eq '${id.replaceAll("'", "''")}'`;
}

/**
 * Returns the last successful change among events in any order; null if there is none.
 * @throws {AzureFailure} if the time of a change isn't readable, because the last one isn't known then
 */
export function toLastChange(events: readonly JsonObject[], place: LoggedPlace): LoggedChange | null {
  const changes = events
    .filter((event) => isChange(event, place))
    .map((event) => ({ event, at: timeOf(event) }));
  const [first, ...others] = changes;
  if (!first) return null;
  const { event, at } = others.reduce((last, one) => (one.at > last.at ? one : last), first);
  const caller = textAt(event, 'caller')?.trim() ?? '';
  const isName = caller !== '' && caller.length <= longestCaller;
  return { ...place, at: new Date(at).toISOString(), caller: isName ? caller : null };
}

/** True for the success of a write or deletion of the resource. Locks, roles, and tags on it have other operations. */
function isChange(event: JsonObject, { id, scope }: LoggedPlace): boolean {
  const changed = textAt(event, 'resourceId') ?? '';
  const isPart = scope === 'with-parts' && changed.toLowerCase().startsWith(`${id.toLowerCase()}/`);
  if (textAt(event, 'status', 'value') !== 'Succeeded' || !(isPart || sameId(changed, id))) return false;
  const type = (resourceTypeOf(changed) ?? '').toLowerCase();
  const operation = (textAt(event, 'operationName', 'value') ?? '').toLowerCase();
  return operation === `${type}/write` || operation === `${type}/delete`;
}

function timeOf(event: JsonObject): number {
  const at = Date.parse(textAt(event, 'eventTimestamp') ?? '');
  if (Number.isNaN(at)) throw badResponse('malformed');
  return at;
}
