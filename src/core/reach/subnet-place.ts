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

/** The subnet that is asked about, with all that is attached to it. */
export interface SubnetPlace {
  readonly model: NetworkModel;
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
  readonly tags: TagCatalog;
  readonly securityGroup: Known<SecurityGroup | null>;
  readonly routeTable: Known<RouteTable | null>;
  readonly natGateway: Known<NatGateway | null>;
}

/** The place of a subnet of the model; throws where the model lacks it, which is a bug of the caller. */
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

/** The routes somebody wrote; none where no table is attached. */
export function userRoutes(table: Known<RouteTable | null>): Known<readonly Route[]> {
  if (!table.known) return table;
  return table.value === null ? known([]) : table.value.routes;
}
