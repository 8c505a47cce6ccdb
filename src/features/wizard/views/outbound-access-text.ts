import { routeTableOf } from '../../../core/network/find';
import { nameOf } from '../../../core/network/find';
import type { DecidingRoute } from '../../../core/check-result';
import type { Route, Subnet } from '../../../core/network/model';
import type { Say } from '../../../messages/say';
import { publicIp } from '../selection';
import { loadedValue, type WizardState } from '../state';

/** Formats how the subnet reaches the internet, for a list cell. The check decides; this only names it. */
export function formatOutboundAccess(say: Say, state: WizardState, subnet: Subnet): string {
  const fromRoute = byDefaultRoute(say, state, subnet);
  if (fromRoute !== undefined) return fromRoute;
  if (!subnet.natGateway.known) return say('list.notReadable');
  if (subnet.natGateway.value !== null) {
    return say('list.natGateway', { name: nameOf(subnet.natGateway.value) });
  }
  if (publicIp(state)) return say('list.publicIp');
  if (!subnet.defaultOutboundAccess.known) return say('list.notReadable');
  return say(isPrivate(subnet) ? 'list.noOutboundAccess' : 'list.defaultAccess');
}

/** True for a subnet from which only services with an endpoint in the network can be reached. */
export function isWithoutOutboundAccess(state: WizardState, subnet: Subnet): boolean {
  const { natGateway } = subnet;
  const hasGateway = !natGateway.known || natGateway.value !== null;
  return !hasGateway && !publicIp(state) && isPrivate(subnet) && defaultHop(state, subnet) === undefined;
}

function isPrivate({ defaultOutboundAccess }: Subnet): boolean {
  return defaultOutboundAccess.known && defaultOutboundAccess.value === false;
}

function byDefaultRoute(say: Say, state: WizardState, subnet: Subnet): string | undefined {
  const model = loadedValue(state.networks);
  const table = model && routeTableOf(model, subnet);
  if (!table) return undefined;
  if (!table.known) return say('list.notReadable');
  const routes = table.value?.routes;
  if (routes && !routes.known) return say('list.notReadable');
  const all = routes?.known === true ? routes.value : [];
  const route = all.find((one) => one.destination.known && one.destination.value === '0.0.0.0/0');
  return route && hopText(say, route);
}

type Hop = Pick<DecidingRoute, 'nextHop' | 'nextHopAddress'>;

/** Returns the next hop of the subnet's own default route; undefined if there is none, or if it isn't readable. */
export function defaultHop(state: WizardState, subnet: Subnet): Hop | undefined {
  const model = loadedValue(state.networks);
  const table = model && routeTableOf(model, subnet);
  const routes = table?.known === true ? table.value?.routes : undefined;
  const all = routes?.known === true ? routes.value : [];
  const route = all.find((one) => one.destination.known && one.destination.value === '0.0.0.0/0');
  if (!route?.nextHop.known) return undefined;
  const { nextHop, nextHopAddress } = route;
  return { nextHop: nextHop.value, nextHopAddress: nextHopAddress.known ? nextHopAddress.value : null };
}

function hopText(say: Say, route: Route): string | undefined {
  if (!route.nextHop.known) return say('list.notReadable');
  switch (route.nextHop.value) {
    case 'VirtualAppliance':
      return say('list.appliance', {
        ip: route.nextHopAddress.known ? (route.nextHopAddress.value ?? '') : '?',
      });
    case 'VirtualNetworkGateway':
      return say('list.gateway');
    case 'None':
      return say('list.noOutboundAccess');
    default:
      return undefined;
  }
}
