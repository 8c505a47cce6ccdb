import { failure } from '../failure-texts';
import { refusal } from '../responses';
import { route, type Route } from '../router';
import { inGroup } from './guards';

/** Resources that workspaces name and the signed-in person may not read. */
const types = ['Microsoft.Insights/components'];

export const unreadableRoutes: readonly Route[] = types.map((type) =>
  route(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name`,
    inGroup(({ world, request }) => {
      const scope = `/${request.segments.join('/')}`;
      return refusal(
        403,
        failure('authorizationFailed', { ...world.settings.person, action: `${type}/read`, scope }),
      );
    }),
  ),
);
