import { valueOr } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { Subject } from '../../documents/subjects/subjects';

/** A subnet that stands in Azure, with the model that it was read in. */
export interface LiveSubnet {
  readonly model: NetworkModel;
  readonly subnetId: ResourceId;
  readonly name: string;
  readonly network: string;
  readonly prefixes: string;
}

/** Every subnet of a model, in the order in which it was read. */
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

/** Those that are called like a subnet of a file, in a network of the same name. */
export function findTwins(
  live: readonly LiveSubnet[],
  { subnet, network }: Pick<Subject, 'subnet' | 'network'>,
): readonly LiveSubnet[] {
  return live.filter((one) => sameId(one.name, subnet.name) && sameId(one.network, network.name));
}
