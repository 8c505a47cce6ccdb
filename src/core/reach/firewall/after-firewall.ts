import { intersect, subtract } from '../../addresses/interval-algebra';
import { isEmpty, type IntervalSet } from '../../addresses/interval-set';
import { privateAddresses } from '../../azure-facts/platform-addresses';
import type { DecidingRoute } from '../../check-result';
import type { Known } from '../../known';
import type { Firewall } from '../../network/firewall';
import { reason, type Reason } from '../../reason';
import type { RouteMap } from '../route-map';
import type { RouteTarget } from '../route-target';
import type { FirewallEnd } from './through-firewall';

type Passing = Extract<FirewallEnd, { is: 'passes' }>;

/** How it goes on behind a firewall: by the route of the firewall's own subnet, if somebody wrote one. */
export type Beyond =
  | FirewallEnd
  | (Omit<Passing, 'is'> & {
      readonly is: 'sent-on';
      readonly to: 'appliance' | 'on-premises' | 'nowhere';
      readonly by: DecidingRoute;
    });

/**
 * What passes a firewall goes on from it: where the routes of its own subnet say, and to the internet only where it has
 * an address of its own there. What it meets on its way to private addresses is not in the model and taken for granted.
 */
export function beyondFirewall(
  end: Passing,
  firewall: Firewall,
  onward: Known<RouteMap> | undefined,
): Beyond[] {
  const { remote } = end.part.cell;
  const inside = intersect(remote, privateAddresses);
  const outside = subtract(remote, privateAddresses);
  const toInternet = (set: IntervalSet): Beyond => leaving(within(end, set), firewall);
  return [
    ...(isEmpty(inside) ? [] : [within(end, inside)]),
    ...(isEmpty(outside)
      ? []
      : !onward
        ? [toInternet(outside)]
        : along(onward, outside, { end, toInternet })),
  ];
}

interface Ways {
  readonly end: Passing;
  readonly toInternet: (set: IntervalSet) => Beyond;
}

function along(onward: Known<RouteMap>, outside: IntervalSet, { end, toInternet }: Ways): Beyond[] {
  if (!onward.known) return [undecided(within(end, outside), onward.because)];
  return onward.value
    .partition(outside)
    .map(({ set, target }) => sentOn(within(end, set), target) ?? toInternet(set));
}

const leadsTo = { appliance: 'appliance', gateway: 'on-premises', none: 'nowhere' } as const;

/** Undefined where it goes straight to the internet. What a gateway may bring to the firewall's subnet is not asked. */
function sentOn(end: Passing, { hop, route, because }: RouteTarget): Beyond | undefined {
  if (route.tableId === null) return undefined;
  if (hop === 'unknown') return because && undecided(end, because);
  const to = leadsTo[hop as keyof typeof leadsTo] as (typeof leadsTo)[keyof typeof leadsTo] | undefined;
  return to && { ...end, is: 'sent-on', to, by: route };
}

function leaving(end: Passing, { name, hasPublicAddress }: Firewall): Beyond {
  if (!hasPublicAddress.known) return undecided(end, hasPublicAddress.because);
  return hasPublicAddress.value ? end : undecided(end, reason('unknown.firewallTunnel', { firewall: name }));
}

function undecided(end: Passing, because: Reason): Beyond {
  return { ...end, is: 'undecided', because };
}

function within(end: Passing, remote: IntervalSet): Passing {
  const { cell } = end.part;
  return remote === cell.remote ? end : { ...end, part: { ...end.part, cell: { ...cell, remote } } };
}
