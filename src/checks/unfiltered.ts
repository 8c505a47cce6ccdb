import { known } from '../core/known';
import type { NetworkModel, Subnet, VirtualNetwork } from '../core/network/model';
import type { FillContext } from './fill-flow';
import { withoutNicGroup } from './target';

interface CachedModel {
  readonly from: NetworkModel;
  readonly model: NetworkModel;
}

/**
 * Cache by list of networks. The list doesn't change while rules are tested, so the effect of routes is evaluated once.
 */
const models = new WeakMap<readonly VirtualNetwork[], CachedModel>();
const networks = new WeakMap<VirtualNetwork, VirtualNetwork>();
const subnets = new WeakMap<Subnet, Subnet>();

/**
 * Returns the same subnet without NSGs and network manager rules, to evaluate only routes. All subnets share a model,
 * because there may be thousands.
 */
export function unfiltered(context: FillContext): FillContext {
  return {
    ...context,
    model: modelWithout(context.model),
    place: { subnet: subnetWithout(context.place.subnet), network: networkWithout(context.place.network) },
    plan: withoutNicGroup(context.plan),
  };
}

function modelWithout(model: NetworkModel): NetworkModel {
  const before = models.get(model.virtualNetworks);
  if (before && sharesBasis(before.from, model)) return before.model;
  const virtualNetworks = before?.model.virtualNetworks ?? model.virtualNetworks.map(networkWithout);
  const copy = { ...model, virtualNetworks, securityGroups: [] };
  models.set(model.virtualNetworks, { from: model, model: copy });
  return copy;
}

function sharesBasis(a: NetworkModel, b: NetworkModel): boolean {
  return (
    a.cloud === b.cloud &&
    a.routeTables === b.routeTables &&
    a.natGateways === b.natGateways &&
    a.privateEndpoints === b.privateEndpoints &&
    a.firewalls === b.firewalls
  );
}

function networkWithout(network: VirtualNetwork): VirtualNetwork {
  const before = networks.get(network);
  if (before) return before;
  const copy = { ...network, subnets: network.subnets.map(subnetWithout), adminRules: known([]) };
  networks.set(network, copy);
  return copy;
}

function subnetWithout(subnet: Subnet): Subnet {
  const before = subnets.get(subnet);
  if (before) return before;
  const copy = { ...subnet, securityGroup: known(null) };
  subnets.set(subnet, copy);
  return copy;
}
