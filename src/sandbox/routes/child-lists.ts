import type { BodyObject } from '../body-json';
import { listPageReply, type Reply } from '../responses';
import { resourceGroupId } from '../resource-id';
import { defineRoute, type RequestRoute } from '../router';
import { withResourceGroup, notFound } from './guards';
import type { Item } from '../store';

/**
 * Defines a route for the list of a resource's children:
 * `childListOf('Microsoft.Network/privateEndpoints/privateDnsZoneGroups')`. A type with three parts below the provider
 * is a list two levels down.
 */
export function childListOf(type: string): RequestRoute {
  const [provider = '', ...kinds] = type.split('/');
  const last = kinds.at(-1) ?? '';
  const parents = kinds.slice(0, -1);
  const path = parents.map((kind, level) => `${kind}/:at${level}`).join('/');
  return defineRoute(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${provider}/${path}/${last}`,
    withResourceGroup((call): Reply => {
      const { world, request, param } = call;
      const names = parents.map((kind, level) => `${kind}/${param(`at${level}`)}`);
      const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${provider}/${names.join('/')}`;
      const refused = world.access.check('read', id, type);
      if (refused) return refused;
      if (!world.store.get(id)) {
        const parentType = `${provider}/${parents.join('/')}`;
        return notFound({ type: parentType, path: param(`at${parents.length - 1}`), group: param('group') });
      }
      return listPageReply(world.store.children(id, type).map(showChild), {
        url: request.url,
        size: world.settings.pageSize,
      });
    }),
  );
}

/** Few children have a location, and Azure's API description doesn't have a type for these two. */
const untyped = /\/(hubVirtualNetworkConnections|privateDnsZoneGroups)$/i;

/** A datastore is created at once: Azure's API description doesn't have a state of its provisioning. */
const stateless = /\/datastores$/i;

function showChild({ id, name, type, location, properties, provisioningState }: Item): BodyObject {
  const place = location === undefined ? {} : { location };
  const state = stateless.test(type) ? {} : { provisioningState };
  const shown = { id, name, ...place, properties: { ...properties, ...state } };
  return untyped.test(type) ? shown : { ...shown, type };
}
