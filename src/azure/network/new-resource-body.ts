import type { FixStep } from '../../core/fix';
import type { JsonObject } from '../json';

type Create = Extract<FixStep, { do: 'create' }>;

/** A new resource, empty. A NAT gateway takes the public addresses that the same change creates before it. */
export function newResourceBody(step: Create, all: readonly FixStep[]): JsonObject {
  const { location } = step;
  switch (step.what) {
    case 'securityGroup':
      return { location, properties: { securityRules: [] } };
    case 'routeTable':
      return { location, properties: { routes: [], disableBgpRoutePropagation: false } };
    case 'publicIpAddress':
      return {
        location,
        sku: { name: 'Standard' },
        properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
      };
    case 'natGateway':
      return {
        location,
        sku: { name: 'Standard' },
        properties: { idleTimeoutInMinutes: 4, publicIpAddresses: addressesBefore(step, all) },
      };
  }
}

function addressesBefore(step: Create, all: readonly FixStep[]): readonly JsonObject[] {
  return all
    .slice(0, all.indexOf(step))
    .flatMap((one) => (one.do === 'create' && one.what === 'publicIpAddress' ? [{ id: one.id }] : []));
}
