import { failure } from '../failure-texts';
import { isBodyObject, bodyObject } from '../body-json';
import { answerWrite } from '../network/write-network';
import { resourceGroupId } from '../resource-id';
import { refusal } from '../responses';
import { defineRoute, type RequestRoute } from '../router';
import { withResourceGroup, notFound } from './guards';

/** Defines a route that creates or updates a child of a resource, one level down, as it is sent. */
export function childWriteOf(parentType: string, kind: string): RequestRoute {
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
