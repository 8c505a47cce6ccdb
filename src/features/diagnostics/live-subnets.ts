import { valueOr } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { Subject } from '../../documents/subjects/subjects';

/** An existing subnet in Azure, with the model that it was read in. */
export interface LiveSubnet {
  readonly model: NetworkModel;
  readonly subnetId: ResourceId;
  readonly name: string;
  readonly network: string;
  readonly prefixes: string;
}

/** Returns every subnet of a model, in the order in which it was read. */
export function subnetsIn(model: NetworkModel): readonly LiveSubnet[] {
  return model.virtualNetworks.flatMap((network) =>
    network.subnets.map((subnet) => ({
      model,
      subnetId: subnet.id,
      name: subnet.name,
      network: network.name,
      prefixes: valueOr(subnet.addressPrefixes, []).join(', '),
    })),
  );
}

/**
 * Sorts subnets for a pick list: those of the same name first, then those with the file's address prefixes.
 */
export function likeliestFirst(
  live: readonly LiveSubnet[],
  { subnet }: Pick<Subject, 'subnet'>,
): readonly LiveSubnet[] {
  const prefixes = valueOr(subnet.addressPrefixes, []).join(', ');
  const rank = (one: LiveSubnet): number => {
    if (sameId(one.name, subnet.name)) return 0;
    return one.prefixes === prefixes ? 1 : 2;
  };
  return [...live].sort((a, b) => rank(a) - rank(b));
}

/** Finds subnets with the same name and network name as a subnet of a file. */
export function findCounterparts(
  live: readonly LiveSubnet[],
  { subnet, network }: Pick<Subject, 'subnet' | 'network'>,
): readonly LiveSubnet[] {
  return live.filter((one) => sameId(one.name, subnet.name) && sameId(one.network, network.name));
}
