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

/** Disposition behind a firewall, by a user-defined route of the firewall's own subnet if there is one. */
export type Beyond =
  | FirewallEnd
  | (Omit<Passing, 'is'> & {
      readonly is: 'sent-on';
      readonly to: 'appliance' | 'on-premises' | 'nowhere';
      readonly by: DecidingRoute;
    });

/**
 * Returns the disposition of packets that pass a firewall. They continue along the routes of its own subnet, and to the
 * internet only if the firewall has a public address. The path to private addresses isn't in the model, so it is
 * assumed to be open.
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

interface PassingPackets {
  readonly end: Passing;
  readonly toInternet: (set: IntervalSet) => Beyond;
}

function along(onward: Known<RouteMap>, outside: IntervalSet, { end, toInternet }: PassingPackets): Beyond[] {
  if (!onward.known) return [unknownResult(within(end, outside), onward.because)];
  return onward.value
    .partition(outside)
    .map(({ set, target }) => sentOn(within(end, set), target) ?? toInternet(set));
}

const leadsTo = { appliance: 'appliance', gateway: 'on-premises', none: 'nowhere' } as const;

/**
 * Returns where a route forwards packets; undefined if it leads directly to the internet. Routes that a gateway may
 * advertise to the firewall's subnet aren't considered.
 */
function sentOn(end: Passing, { hop, route, because }: RouteTarget): Beyond | undefined {
  if (route.tableId === null) return undefined;
  if (hop === 'unknown') return because && unknownResult(end, because);
  const to = leadsTo[hop as keyof typeof leadsTo] as (typeof leadsTo)[keyof typeof leadsTo] | undefined;
  return to && { ...end, is: 'sent-on', to, by: route };
}

function leaving(end: Passing, { name, hasPublicAddress }: Firewall): Beyond {
  if (!hasPublicAddress.known) return unknownResult(end, hasPublicAddress.because);
  return hasPublicAddress.value
    ? end
    : unknownResult(end, reason('unknown.firewallTunnel', { firewall: name }));
}

function unknownResult(end: Passing, because: Reason): Beyond {
  return { ...end, is: 'unknown', because };
}

function within(end: Passing, remote: IntervalSet): Passing {
  const { cell } = end.part;
  return remote === cell.remote ? end : { ...end, part: { ...end.part, cell: { ...cell, remote } } };
}
