import { known } from '../core/known';
import type { NetworkModel, Subnet, VirtualNetwork } from '../core/network/model';
import type { FillContext } from './fill-flow';
import { withoutCardGroup } from './target';

interface Kept {
  readonly from: NetworkModel;
  readonly context: Pick<FillContext, 'model' | 'place'>;
}

/** By list of networks and subnet: while rules are tried, neither changes, and what routes do is found once. */
const kept = new WeakMap<readonly VirtualNetwork[], Map<Subnet, Kept>>();

/** The same place without any security group or rule of a network manager: what the routes alone do. */
export function unfiltered(context: FillContext): FillContext {
  const { model, place } = context;
  const bySubnet = kept.get(model.virtualNetworks) ?? new Map<Subnet, Kept>();
  kept.set(model.virtualNetworks, bySubnet);
  const before = bySubnet.get(place.subnet);
  const plan = withoutCardGroup(context.plan);
  if (before && standsOnTheSame(before.from, model)) return { ...context, ...before.context, plan };
  const made = withoutGroup(context);
  bySubnet.set(place.subnet, { from: model, context: made });
  return { ...context, ...made, plan };
}

function standsOnTheSame(a: NetworkModel, b: NetworkModel): boolean {
  return (
    a.cloud === b.cloud &&
    a.routeTables === b.routeTables &&
    a.natGateways === b.natGateways &&
    a.privateEndpoints === b.privateEndpoints &&
    a.firewalls === b.firewalls
  );
}

function withoutGroup({ model, place }: FillContext): Kept['context'] {
  const subnet = { ...place.subnet, securityGroup: known(null) };
  const subnets = place.network.subnets.map((one) => (one === place.subnet ? subnet : one));
  const network = { ...place.network, subnets, adminRules: known([]) };
  const virtualNetworks = model.virtualNetworks.map((one) => (one === place.network ? network : one));
  return { model: { ...model, virtualNetworks, securityGroups: [] }, place: { subnet, network } };
}
