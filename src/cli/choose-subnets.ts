import type { ComputeState } from '../azure/ports';
import { isMadeKind } from '../core/plan';
import { sameId, securityGroupOf } from '../core/network/find';
import type { NetworkModel, SecurityRule, Subnet, VirtualNetwork } from '../core/network/model';
import { reason, type Reason } from '../core/reason';
import { UsageError } from './options';
import type { CheckInputs } from './resources/to-inputs';

/** A subnet to judge, and the computes of the files that use it. */
export interface ChosenSubnet {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
  readonly computes: readonly ComputeState[];
}

/**
 * The subnets that `names` name; where none is named, those that computes use, else those whose group speaks of Azure
 * ML, else the only one. Throws `UsageError` where a name fits none, or nothing says which one is meant.
 */
export function chooseSubnets(inputs: CheckInputs, names: readonly string[]): readonly ChosenSubnet[] {
  const all = inputs.model.virtualNetworks.flatMap((network) =>
    network.subnets.map((subnet): ChosenSubnet => ({ subnet, network, computes: usersOf(inputs, subnet) })),
  );
  if (all.length === 0) throw new UsageError(whyNone(inputs));
  if (names.length > 0) return names.flatMap((name) => named(all, name));
  const used = all.filter(({ computes }) => computes.length > 0);
  if (used.length > 0) return used;
  const meant = all.filter(({ subnet }) => speaksOfAzureMl(inputs.model, subnet));
  if (meant.length > 0) return meant;
  if (all.length === 1) return all;
  throw new UsageError(
    reason('terminal.whichSubnet', { option: '--subnet', names: all.map(shortName).join(', ') }),
  );
}

function whyNone({ bare }: CheckInputs): Reason {
  return bare.length > 0
    ? reason('terminal.bare', {
        names: bare.join(', '),
        n: bare.length,
        list: 'az resource list',
        show: 'az resource show',
      })
    : reason('terminal.noSubnet', { command: 'az network vnet show' });
}

/** `vnet-ml/snet-training`. */
export function shortName({ subnet, network }: Pick<ChosenSubnet, 'subnet' | 'network'>): string {
  return `${network.name}/${subnet.name}`;
}

function named(all: readonly ChosenSubnet[], name: string): readonly ChosenSubnet[] {
  const found = all.filter((one) =>
    [one.subnet.name, shortName(one), one.subnet.id].some((its) => sameId(its, name)),
  );
  if (found.length > 0) return found;
  throw new UsageError(reason('terminal.noSuchSubnet', { name, names: all.map(shortName).join(', ') }));
}

function usersOf({ computes }: CheckInputs, { id }: Subnet): readonly ComputeState[] {
  return computes.filter((one) => isMadeKind(one.kind) && one.subnetId !== null && sameId(one.subnetId, id));
}

/** A group that names a tag of the service was written for it. */
function speaksOfAzureMl(model: NetworkModel, subnet: Subnet): boolean {
  const group = securityGroupOf(model, subnet);
  if (!group.known || group.value === null || !group.value.rules.known) return false;
  return group.value.rules.value.some(namesAzureMl);
}

function namesAzureMl({ sources, destinations }: SecurityRule): boolean {
  const texts = [sources, destinations].flatMap((one) => (one.known ? one.value : []));
  return texts.some((text) => /^(AzureMachineLearning|BatchNodeManagement)(\.|$)/i.test(text));
}
