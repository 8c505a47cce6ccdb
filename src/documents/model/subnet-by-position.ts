import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { childrenPart } from './children';
import type { DeclaredIndex } from './declared-index';
import { propertyOf } from './declared-resource';

/** Returns the ID of the subnet at a position in a network's list, or undefined if the files don't define the order. */
export type SubnetAt = (networkId: ResourceId, position: number) => ResourceId | undefined;

/** A subnet in its network's list: `vnet.properties.subnets[0].id`. */
interface ListedSubnet {
  readonly networkId: ResourceId;
  readonly position: number;
}

/**
 * Parses the symbol of an ID that Azure assigns, or returns undefined for any other ID. Slashes in the network's ID are
 * written as ∕.
 */
export function listedSubnet(id: ResourceId): ListedSubnet | undefined {
  const [, network = '', position = ''] =
    /^reference\((∕.+)\)\.(?:properties\.)?subnets\.(\d+)\.id$/i.exec(id) ?? [];
  if (position === '') return undefined;
  // An API version can follow the ID.
  return { networkId: (network.split(',')[0] ?? '').replaceAll('∕', '/'), position: Number(position) };
}

/**
 * Creates a lookup by position. Azure returns subnets in the order of their network's list, followed by a subnet that
 * is a separate resource.
 */
export function subnetsByPosition(index: DeclaredIndex): SubnetAt {
  return (networkId, position) => {
    const network = index.createdById(networkId);
    if (!network.known) return undefined;
    const { id } = network.value;
    const listed = childrenPart(propertyOf(network.value, 'subnets'));
    if (!listed.known) return undefined;
    const names = listed.value.map(({ name }) => name);
    const child = names[position];
    if (child !== undefined) return child === '' ? undefined : `${id}/subnets/${child}`;
    const apart = index
      .below(id, 'microsoft.network/virtualnetworks/subnets')
      .filter((one) => !one.isExisting && !names.some((name) => sameId(name, one.name)));
    const [only] = apart;
    return apart.length === 1 && position === names.length && only?.isDeployed.known ? only.id : undefined;
  };
}
