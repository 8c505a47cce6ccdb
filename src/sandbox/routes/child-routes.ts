import { bodyObject, isBodyObject } from '../body-json';
import { failure } from '../failure-texts';
import { answerWrite } from '../network/write-network';
import { resourceGroupId } from '../resource-id';
import { refusal } from '../responses';
import { defineRoute, type RequestRoute } from '../router';
import { childListOf } from './child-lists';
import { notFound, withResourceGroup } from './guards';

/** Types whose children are listed and written like any other, as is the resource itself. */
const childTypes: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Network/dnsForwardingRulesets': ['virtualNetworkLinks', 'forwardingRules'],
  'Microsoft.Network/virtualHubs': ['hubVirtualNetworkConnections', 'routingIntent', 'hubRouteTables'],
};

/** Routes for rules and links of DNS forwarding rulesets, and for connections and routes of Virtual WAN hubs. */
export const childRoutes: readonly RequestRoute[] = Object.entries(childTypes).flatMap(([type, kinds]) =>
  kinds.flatMap((kind) => [childListOf(`${type}/${kind}`), childWriteOf(type, kind)]),
);

/** Defines a route that creates or updates a child of a resource, one level down, as it is sent. */
function childWriteOf(parentType: string, kind: string): RequestRoute {
  const path = `/subscriptions/:subscription/resourceGroups/:group/providers/${parentType}/:parent/${kind}/:name`;
  return defineRoute(
    `PUT ${path}`,
    withResourceGroup((call) => {
      const { world, request, param } = call;
      const [group, parent] = [param('group'), param('parent')];
      const parentId = `${resourceGroupId(param('subscription'), group)}/providers/${parentType}/${parent}`;
      const id = `${parentId}/${kind}/${param('name')}`;
      const refused = world.access.check('write', id, `${parentType}/${kind}`);
      if (refused) return refused;
      if (!world.store.get(parentId)) return notFound({ type: parentType, path: parent, group });
      if (!isBodyObject(request.body)) return refusal(400, failure('invalidRequestFormat'));
      const isNew = world.store.get(id) === undefined;
      const properties = bodyObject(request.body, 'properties') ?? {};
      return answerWrite(call, world.store.put({ id, properties, provisioningState: 'Updating' }), isNew);
    }),
  );
}
