import { known } from '../known';
import type { Cloud, NetworkModel } from './model';

/** Returns an empty model, for compute resources that are checked without a user's network. */
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
