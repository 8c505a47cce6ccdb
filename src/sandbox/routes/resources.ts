import { failure } from '../failure-texts';
import type { BodyObject } from '../body-json';
import { listPageReply, refusal, type Reply } from '../responses';
import { readFilter } from '../resource-filter';
import { resourceGroupId } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { Item } from '../store';
import { withResourceGroup, inSubscription } from './guards';

/** Resources of every type, as Resource Manager keeps them beside their providers. */
export const resourceRoutes: readonly RequestRoute[] = [
  defineRoute('GET /subscriptions/:subscription/resources', inSubscription(listResources)),
  defineRoute(
    'GET /subscriptions/:subscription/resourceGroups/:group/resources',
    withResourceGroup(listResources),
  ),
];

function listResources({ world, request, param }: RouteCall): Reply {
  const query = request.url.searchParams;
  const written = query.get('$filter') ?? '';
  const filter = readFilter(written);
  if (!filter) return refusal(400, failure('invalidFilter', { filter: written }));
  const group = param('group') || undefined;
  const scope = group
    ? resourceGroupId(param('subscription'), group)
    : `/subscriptions/${param('subscription')}`;
  const refused = world.access.checkList(scope, 'Microsoft.Resources/subscriptions/resources');
  if (refused) return refused;
  const found = world.store
    .everything()
    .filter((item) => `${item.id.toLowerCase()}/`.startsWith(`${scope.toLowerCase()}/`))
    .filter((item) => item.location !== undefined && world.access.may('read', item.id, item.type))
    .filter((item) => filter(item));
  const most = Number(query.get('$top'));
  const cut = Number.isInteger(most) && most > 0 ? found.slice(0, most) : found;
  const expand = (query.get('$expand') ?? '').split(',');
  return listPageReply(
    cut.map((item) => shown(item, expand)),
    { url: request.url, size: world.settings.pageSize },
  );
}

/** Without properties and who wrote it: those are the provider's to show. A child is named with what it lies in. */
function shown(item: Item, expand: readonly string[]): BodyObject {
  const { id, type, location, provisioningState } = item;
  const top = Object.fromEntries(Object.entries(item.top).filter(([name]) => name !== 'systemData'));
  return {
    id,
    name: nameInList(item),
    type,
    location: location ?? '',
    ...top,
    ...(expand.includes('provisioningState') ? { provisioningState } : {}),
  };
}

/** `mlw-fraud-prod/cpu-train`. */
function nameInList({ id }: Item): string {
  const path = id.slice(id.toLowerCase().lastIndexOf('/providers/')).split('/').slice(3);
  return path.filter((_, index) => index % 2 === 1).join('/');
}
