import { known, type Known } from '../known';
import { findSubnet, natGatewayOf, routeTableOf, securityGroupOf } from '../network/find';
import type {
  NatGateway,
  NetworkModel,
  ResourceId,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
  VirtualNetwork,
} from '../network/model';
import type { TagCatalog } from '../tags/tag-catalog';

/** The subnet of a query with all associated resources. */
export interface SubnetPlace {
  readonly model: NetworkModel;
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
  readonly tags: TagCatalog;
  readonly securityGroup: Known<SecurityGroup | null>;
  readonly routeTable: Known<RouteTable | null>;
  readonly natGateway: Known<NatGateway | null>;
}

/**
 * Returns a subnet of the model with its associated resources. Throws if the model doesn't have it, which is a bug of
 * the caller.
 */
export function requirePlace(model: NetworkModel, subnetId: ResourceId, tags: TagCatalog): SubnetPlace {
  const found = findSubnet(model, subnetId);
  if (!found) throw new Error(`The model has no subnet '${subnetId}'`);
  return {
    model,
    ...found,
    tags,
    securityGroup: securityGroupOf(model, found.subnet),
    routeTable: routeTableOf(model, found.subnet),
    natGateway: natGatewayOf(model, found.subnet),
  };
}

/** Returns the user-defined routes; empty if no route table is associated. */
export function userRoutes(table: Known<RouteTable | null>): Known<readonly Route[]> {
  if (!table.known) return table;
  return table.value === null ? known([]) : table.value.routes;
}
