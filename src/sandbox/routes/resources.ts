import { failure } from '../failure-texts';
import { type BodyObject, bodyText } from '../body-json';
import { listPageReply, refusal, type Reply } from '../responses';
import { resourceGroupId, sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { Item } from '../store';
import { withResourceGroup, inSubscription } from './guards';

type ResourceFilter = (item: Item) => boolean;

/**
 * Parses the `$filter` of a resource list: comparisons and `substringof`, joined by `and` and `or` (`and` has higher
 * precedence). Undefined if it isn't valid.
 */
function readFilter(text: string): ResourceFilter | undefined {
  if (text.trim() === '') return () => true;
  const either = text.split(/\sor\s/i).map(readAll);
  if (!either.every((one) => one !== undefined)) return undefined;
  return (item) => either.some((one) => one(item));
}

function readAll(text: string): ResourceFilter | undefined {
  const terms = text.split(/\sand\s/i).map((term) => readTerm(term.trim()));
  if (!terms.every((one) => one !== undefined)) return undefined;
  return (item) => terms.every((one) => one(item));
}

function readTerm(term: string): ResourceFilter | undefined {
  const part = /^substringof\('([^']*)',\s*name\)$/i.exec(term)?.[1];
  if (part !== undefined) return (item) => item.name.toLowerCase().includes(part.toLowerCase());
  const [, field = '', operator = '', expected = ''] =
    /^\(?([a-z/]+)\s+(eq|ne)\s+'([^']*)'\)?$/i.exec(term) ?? [];
  const read = fields[field.toLowerCase()];
  if (!read) return undefined;
  const isEqualOperator = sameText(operator, 'eq');
  return (item) => read(item).some((value) => sameText(value, expected)) === isEqualOperator;
}

const fields: Readonly<Record<string, (item: Item) => string[]>> = {
  resourcetype: (item) => [item.type],
  name: (item) => [item.name],
  location: (item) => [item.location ?? ''],
  resourcegroup: (item) => [item.resourceGroup],
  tagname: (item) => Object.keys(tagsOf(item)),
  tagvalue: (item) => Object.values(tagsOf(item)),
  'sku/name': (item) => [bodyText(item.top, 'sku', 'name') ?? ''],
};

function tagsOf(item: Item): Record<string, string> {
  const tags = item.top['tags'];
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return {};
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
}

/** Routes for resources of all types, in Resource Manager's own form, independent of their providers. */
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

/**
 * Returns a resource without properties and authors, which its provider shows. A child's name includes its parent's.
 */
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

/** Returns a name such as `mlw-fraud-prod/cpu-train`. */
function nameInList({ id }: Item): string {
  const path = id.slice(id.toLowerCase().lastIndexOf('/providers/')).split('/').slice(3);
  return path.filter((_, index) => index % 2 === 1).join('/');
}
