import { failure } from '../failure-texts';
import { ok, refusal } from '../responses';
import { defineRoute, type RequestRoute } from '../router';
import { withResourceGroup } from './guards';
import { readsOf, showPlain } from './plain-resources';

const type = 'Microsoft.Insights/components';

/**
 * Routes for Application Insights, most of which the signed-in user can't read, and the private link scopes of some.
 */
export const insightsRoutes: readonly RequestRoute[] = [
  defineRoute(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name`,
    withResourceGroup(({ world, request }) => {
      const scope = `/${request.segments.join('/')}`;
      const item = world.store.get(scope);
      if (item) return ok(showPlain(item));
      return refusal(
        403,
        failure('authorizationFailed', { ...world.settings.user, action: `${type}/read`, scope }),
      );
    }),
  ),
  ...readsOf('Microsoft.Insights/privateLinkScopes'),
];
