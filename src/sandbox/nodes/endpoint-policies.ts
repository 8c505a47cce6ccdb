import { bodyList, bodyText, bodyTexts, type BodyJson } from '../body-json';
import type { World } from '../settings';

export const endpointPolicyType = 'Microsoft.Network/serviceEndpointPolicies';

/**
 * True if endpoint policies of a subnet block its machines from Azure ML's own storage, which they call to start.
 * Associated policies must name the service's alias. Their other entries aren't compared with accounts.
 */
export function policiesBlock(world: World, subnet: BodyJson): boolean {
  const ids = bodyList(subnet, 'serviceEndpointPolicies').flatMap((one) => bodyText(one, 'id') ?? []);
  const allowed = ids.flatMap((id) =>
    bodyList(world.store.get(id)?.properties, 'serviceEndpointPolicyDefinitions').flatMap((one) =>
      bodyTexts(one, 'properties', 'serviceResources'),
    ),
  );
  return ids.length > 0 && !allowed.some((one) => one.toLowerCase() === '/services/azure/machinelearning');
}
