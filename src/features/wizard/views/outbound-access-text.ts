import { nameOf, routeTableOf } from '../../../core/network/find';
import type { DecidingRoute } from '../../../core/check-result';
import type { Route, Subnet } from '../../../core/network/model';
import { reason, type Reason } from '../../../core/reason';
import type { MessageKey } from '../../../messages/en/catalog';
import { sayReason, type Say } from '../../../messages/say';
import { publicIp } from '../selection';
import { loadedValue, type WizardState } from '../state';

/** Formats how the subnet reaches the internet, for a list cell. The check decides; this only names it. */
export function formatOutboundAccess(say: Say, state: WizardState, subnet: Subnet): string {
  return sayReason(say, outboundAccess(state, subnet));
}

/** Formats the same for a line without column titles, in which “none” needs one. */
export function labeledOutboundAccess(say: Say, state: WizardState, subnet: Subnet): string {
  const access = outboundAccess(state, subnet);
  const text = sayReason(say, access);
  if (!unclearAlone.includes(access.key)) return text;
  return say('page.labelled', { label: say('page.column.outboundAccess'), text });
}

const unclearAlone: readonly string[] = [
  'list.notReadable',
  'list.noOutboundAccess',
  'list.defaultAccess',
] satisfies readonly MessageKey[];

function outboundAccess(state: WizardState, subnet: Subnet): Reason {
  const fromRoute = byDefaultRoute(state, subnet);
  if (fromRoute !== undefined) return fromRoute;
  if (!subnet.natGateway.known) return reason('list.notReadable');
  if (subnet.natGateway.value !== null) {
    return reason('list.natGateway', { name: nameOf(subnet.natGateway.value) });
  }
  if (publicIp(state)) return reason('list.publicIp');
  if (!subnet.defaultOutboundAccess.known) return reason('list.notReadable');
  return reason(isPrivate(subnet) ? 'list.noOutboundAccess' : 'list.defaultAccess');
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

function byDefaultRoute(state: WizardState, subnet: Subnet): Reason | undefined {
  const model = loadedValue(state.networks);
  const table = model && routeTableOf(model, subnet);
  if (!table) return undefined;
  if (!table.known) return reason('list.notReadable');
  const routes = table.value?.routes;
  if (routes && !routes.known) return reason('list.notReadable');
  const all = routes?.known === true ? routes.value : [];
  const route = all.find((one) => one.destination.known && one.destination.value === '0.0.0.0/0');
  return route && hopOf(route);
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

function hopOf(route: Route): Reason | undefined {
  if (!route.nextHop.known) return reason('list.notReadable');
  switch (route.nextHop.value) {
    case 'VirtualAppliance':
      return reason('list.appliance', {
        ip: route.nextHopAddress.known ? (route.nextHopAddress.value ?? '') : '?',
      });
    case 'VirtualNetworkGateway':
      return reason('list.gateway');
    case 'None':
      return reason('list.noOutboundAccess');
    default:
      return undefined;
  }
}
