import { known } from '../known';
import type { Cloud, NetworkModel } from './model';

/** A model of nothing, for a compute that is checked without a network of one's own. */
export function emptyModel(cloud: Cloud): NetworkModel {
  return {
    cloud,
    virtualNetworks: [],
    securityGroups: [],
    routeTables: [],
    natGateways: [],
    privateEndpoints: known([]),
    firewalls: [],
  };
}
