import { known } from '../core/known';
import type { FillContext } from './fill-flow';

/** The same place without its security group: what the routes alone do. */
export function unfiltered(context: FillContext): FillContext {
  const { model, place } = context;
  const subnet = { ...place.subnet, securityGroup: known(null) };
  const subnets = place.network.subnets.map((one) => (one === place.subnet ? subnet : one));
  const network = { ...place.network, subnets };
  const virtualNetworks = model.virtualNetworks.map((one) => (one === place.network ? network : one));
  return { ...context, model: { ...model, virtualNetworks }, place: { subnet, network } };
}
