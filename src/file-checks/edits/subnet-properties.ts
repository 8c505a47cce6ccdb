import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { DeclaredNetwork } from '../../documents/model/declared-network';
import { propertyOf } from '../../documents/model/declared-resource';
import { partOf, type Part } from '../../documents/model/parts';
import { identityOf } from '../../documents/model/parts';
import { createdResource } from '../resource-of';

/**
 * Returns a subnet's properties, from a separate resource or from an item of its network. Undefined if no file contains
 * them.
 */
export function declaredSubnetProperties(declared: DeclaredNetwork, subnetId: ResourceId): Part {
  const own = createdResource(declared, subnetId);
  if (own) return partOf(own.body, 'properties');
  const network = createdResource(declared, subnetId.replace(/\/subnets\/[^/]*$/i, ''));
  const subnets = network && propertyOf(network, 'subnets');
  const name = subnetId.slice(subnetId.lastIndexOf('/') + 1);
  const items = subnets?.is === 'array' ? subnets.items : [];
  const item = items.find((one) => {
    const its = partOf(one, 'name');
    const identity = its && identityOf(its);
    return identity !== undefined && identity !== null && sameId(identity, name);
  });
  return partOf(item, 'properties');
}
