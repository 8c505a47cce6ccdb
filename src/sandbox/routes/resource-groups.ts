import { failure } from '../failure-texts';
import { bodyObject, bodyText, type BodyObject } from '../body-json';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { resourceGroupId, sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { ResourceGroup } from '../settings';
import { withResourceGroup, inSubscription } from './guards';

const one = '/subscriptions/:subscription/resourceGroups/:group';
const type = 'Microsoft.Resources/subscriptions/resourceGroups';

export const resourceGroupRoutes: readonly RequestRoute[] = [
  defineRoute('GET /subscriptions/:subscription/resourceGroups', inSubscription(listGroups)),
  defineRoute(`GET ${one}`, withResourceGroup(getGroup)),
  defineRoute(`HEAD ${one}`, inSubscription(headGroup)),
  defineRoute(`PUT ${one}`, inSubscription(putGroup)),
];

function listGroups({ world, request, param }: RouteCall): Reply {
  const groups = [...world.resourceGroups.values()].filter(
    (group) =>
      sameText(group.subscriptionId, param('subscription')) && world.access.may('read', group.id, type),
  );
  return listPageReply(groups.map(shown), { url: request.url, size: world.settings.pageSize });
}

function idOf({ param }: RouteCall): string {
  return resourceGroupId(param('subscription'), param('group'));
}

function getGroup(call: RouteCall): Reply {
  const refused = call.world.access.check('read', idOf(call), type);
  if (refused) return refused;
  const found = call.world.resourceGroups.get(idOf(call).toLowerCase());
  return ok(found ? shown(found) : {});
}

function headGroup(call: RouteCall): Reply {
  return { status: call.world.resourceGroups.has(idOf(call).toLowerCase()) ? 204 : 404 };
}

function putGroup(call: RouteCall): Reply {
  const { world, request, param } = call;
  const id = idOf(call);
  const location = (bodyText(request.body, 'location') ?? '').toLowerCase().replaceAll(' ', '');
  const before = world.resourceGroups.get(id.toLowerCase());
  const refused = world.access.check('write', id, type) ?? checkLocation(location, before);
  if (refused) return refused;
  const tags = bodyObject(request.body, 'tags') ?? {};
  const resourceGroup = { id, name: param('group'), subscriptionId: param('subscription') };
  const group: ResourceGroup = { ...(before ?? resourceGroup), location, tags };
  world.resourceGroups.set(id.toLowerCase(), group);
  return { status: before ? 200 : 201, body: shown(group) };
}

function checkLocation(location: string, before: ResourceGroup | undefined): Reply | undefined {
  if (location === '') return refusal(400, failure('locationRequired'));
  if (!before || before.location === location) return undefined;
  const values = { name: before.name, location: before.location, group: before.name, other: location };
  return refusal(409, failure('invalidResourceLocation', values));
}

function shown(group: ResourceGroup): BodyObject {
  return {
    id: group.id,
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    tags: group.tags,
    properties: { provisioningState: 'Succeeded' },
  };
}
