import type { ActivityEvent } from '../activity-log';
import type { BodyObject } from '../body-json';
import { failure } from '../failure-texts';
import { isInScope } from '../governance/roles';
import { listPageReply, refusal, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { stableGuid } from '../store';
import { inSubscription } from './guards';

const type = 'Microsoft.Insights/eventtypes/values';

/** Routes for the activity log, as far as the product reads it. */
export const activityLogRoutes: readonly RequestRoute[] = [
  defineRoute(
    'GET /subscriptions/:subscription/providers/Microsoft.Insights/eventtypes/management/values',
    inSubscription(listEvents),
  ),
];

/** The documented pattern to list events of a resource. Each quotation mark of the ID is doubled. */
const filter =
  /^eventTimestamp ge '([^']+)' and eventTimestamp le '([^']+)' and resourceUri eq '((?:[^']|'')+)'$/;

/** Milliseconds that Azure keeps events: 90 days. */
const longestKept = 90 * 24 * 3_600_000;

function listEvents({ world, request, param }: RouteCall): Reply {
  const { searchParams } = request.url;
  const [, from = '', to = '', resource = ''] = filter.exec(searchParams.get('$filter') ?? '') ?? [];
  const [start, end, id] = [Date.parse(from), Date.parse(to), resource.replaceAll("''", "'")];
  if (!(start <= end) || start < world.clock.now() - longestKept) {
    return refusal(400, failure('invalidActivityFilter'));
  }
  const refused = world.access.check('read', id, type);
  if (refused) return refused;
  const selected = searchParams.get('$select')?.split(',');
  const events = world.activity
    .events()
    .filter(({ at, resourceId }) => at >= start && at <= end && isInScope(id, resourceId))
    .map((event) => selectedOf(shown(event, param('subscription')), selected));
  return listPageReply(events, { url: request.url, size: world.settings.pageSize });
}

function shown(
  { resourceId, operationName, caller, at, status }: ActivityEvent,
  subscriptionId: string,
): BodyObject {
  return {
    caller,
    category: { value: 'Administrative' },
    eventDataId: stableGuid(`${resourceId} ${operationName} ${String(at)} ${status}`),
    eventTimestamp: new Date(at).toISOString(),
    level: status === 'Failed' ? 'Error' : 'Informational',
    operationName: { value: operationName },
    resourceId,
    status: { value: status },
    subscriptionId,
  };
}

function selectedOf(event: BodyObject, names: readonly string[] | undefined): BodyObject {
  return names ? Object.fromEntries(Object.entries(event).filter(([name]) => names.includes(name))) : event;
}
