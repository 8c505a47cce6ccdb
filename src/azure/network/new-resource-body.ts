import type { FixStep } from '../../core/fix';
import type { JsonObject } from '../json';

type Create = Extract<FixStep, { do: 'create' }>;

/** A new resource, empty; zones are left to Azure, which then takes all that the region has. */
export function newResourceBody({ what, location, sku = 'Standard' }: Create): JsonObject {
  switch (what) {
    case 'securityGroup':
      return { location, properties: { securityRules: [] } };
    case 'routeTable':
      return { location, properties: { routes: [], disableBgpRoutePropagation: false } };
    case 'publicIpAddress':
      return {
        location,
        sku: { name: sku },
        properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
      };
    case 'natGateway':
      return {
        location,
        sku: { name: sku },
        properties: { idleTimeoutInMinutes: 4, publicIpAddresses: [] },
      };
  }
}
