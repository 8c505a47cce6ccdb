import { failure } from '../failure-texts';
import { isObject, objectAt } from '../json';
import { answerWrite } from '../network/write-network';
import { groupId } from '../resource-id';
import { refusal } from '../responses';
import { route, type Handler, type Route } from '../router';
import { childListOf } from './child-lists';
import { inGroup, notFound } from './guards';

const hubType = 'Microsoft.Network/virtualHubs';

/** What stands below a Virtual WAN hub; the hub itself is a resource like others. */
export const virtualHubRoutes: readonly Route[] = [
  'hubVirtualNetworkConnections',
  'routingIntent',
  'hubRouteTables',
].flatMap((kind) => {
  const list = `/subscriptions/:subscription/resourceGroups/:group/providers/${hubType}/:hub/${kind}`;
  return [childListOf(`${hubType}/${kind}`), route(`PUT ${list}/:name`, inGroup(putBelow(kind)))];
});

function putBelow(kind: string): Handler {
  return (call) => {
    const { world, request, param } = call;
    const [group, hub] = [param('group'), param('hub')];
    const hubId = `${groupId(param('subscription'), group)}/providers/${hubType}/${hub}`;
    const id = `${hubId}/${kind}/${param('name')}`;
    const refused = world.access.check('write', id, `${hubType}/${kind}`);
    if (refused) return refused;
    if (!world.store.get(hubId)) return notFound({ type: hubType, path: hub, group });
    if (!isObject(request.body)) return refusal(400, failure('invalidRequestFormat'));
    const isNew = world.store.get(id) === undefined;
    const properties = objectAt(request.body, 'properties') ?? {};
    return answerWrite(call, world.store.put({ id, properties, provisioningState: 'Updating' }), isNew);
  };
}
