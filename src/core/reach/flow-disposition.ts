import { intersect, subtract } from '../addresses/interval-algebra';
import { isEmpty } from '../addresses/interval-set';
import { privateAddresses } from '../azure-facts/platform-addresses';
import type { Decider, DecidingRoute } from '../check-result';
import type { Firewall } from '../network/firewall';
import type { Known } from '../known';
import type { PacketSet } from '../packets/packet-set';
import type { Reason } from '../reason';
import type { CompiledRule } from './compile-group';
import { beyondFirewall, type Beyond } from './firewall/after-firewall';
import type { FirewallAtAddress } from './firewall/find-firewall';
import { throughFirewall, type FirewallQuery } from './firewall/through-firewall';
import type { RouteMap } from './route-map';
import type { RouteTarget } from './route-target';
import type { Settled, SettledFlow } from './settle';
import type { Spaces } from './spaces';
import type { OutboundAccess } from './outbound-access';
import type { IntervalSet } from '../addresses/interval-set';

/** How the journey of some packets ends. */
export type FlowDisposition =
  | { readonly is: 'passes' }
  | { readonly is: 'blocked'; readonly by: Decider }
  | { readonly is: 'no-way-out'; readonly because: Reason }
  | { readonly is: 'reply-lost'; readonly by: DecidingRoute }
  | { readonly is: 'handed-on'; readonly to: 'appliance' | 'on-premises'; readonly by: DecidingRoute }
  | { readonly is: 'undecided'; readonly because: Reason };

/** A part of the flow with its end, and what it met on the way. */
export interface FlowSegment {
  readonly cell: PacketSet;
  readonly deciders: readonly CompiledRule[];
  readonly disposition: FlowDisposition;
  /** The route that was looked up, of the packets or of their replies. */
  readonly target?: RouteTarget;
  /** It passes only because of what is documented for Storage of the subnet's own region. */
  readonly besideOutboundAccess?: boolean;
  /** The firewall that it came through, or that stopped it. */
  readonly firewall?: Firewall;
  /** The route of the firewall's own subnet that sent it on. */
  readonly onward?: DecidingRoute;
  /** The name by which the firewall let it through or stopped it; every name of the flow where it is not set. */
  readonly name?: string;
}

export interface DispositionContext extends FirewallQuery {
  readonly routes: RouteMap;
  readonly spaces: Spaces;
  readonly outboundAccess: OutboundAccess;
  readonly publicIp: Known<boolean>;
  /** Addresses that are reached without outbound access. */
  readonly besideOutboundAccess: IntervalSet;
  /** The readable firewall behind an address that routes name, or why it isn't known what gets there. */
  readonly firewallAt: (address: string) => FirewallAtAddress | undefined;
  /** Where routes of its own subnet send what a firewall lets through. */
  readonly onward: (firewall: Firewall) => Known<RouteMap> | undefined;
}

/** Ends of an outbound flow: what the groups let pass goes where the routes say. */
export function outboundDispositions(flow: SettledFlow, context: DispositionContext): FlowSegment[] {
  return [
    ...flow.stopped.map(stoppedPiece),
    ...flow.passed.flatMap((settled) =>
      routed(settled, context).flatMap((piece) => outboundDisposition(piece, settled, context)),
    ),
  ];
}

/** Ends of an inbound flow: what the groups let pass arrives, and its replies go where the routes say. */
export function inboundDispositions(flow: SettledFlow, context: DispositionContext): FlowSegment[] {
  return [
    ...flow.stopped.map(stoppedPiece),
    ...flow.passed.flatMap((settled) =>
      routed(settled, context).flatMap((piece) => replyDisposition(piece, settled, context)),
    ),
  ];
}

function stoppedPiece({ cell, deciders }: Settled): FlowSegment {
  const rule = deciders.at(-1);
  if (!rule) throw new Error('Stopped, yet by no rule');
  return { cell, deciders, disposition: { is: 'blocked', by: rule.decider } };
}

interface RoutedCell {
  readonly cell: PacketSet;
  readonly target: RouteTarget;
}

function routed({ cell }: Settled, { routes }: DispositionContext): RoutedCell[] {
  return routes.partition(cell.remote).map(({ set, target }) => ({ cell: { ...cell, remote: set }, target }));
}

function outboundDisposition(
  { cell, target }: RoutedCell,
  settled: Settled,
  context: DispositionContext,
): FlowSegment[] {
  const { deciders } = settled;
  const piece = (disposition: FlowDisposition, part: PacketSet = cell): FlowSegment => ({
    cell: part,
    deciders,
    target,
    disposition: downgradeToUnknown(disposition, settled.cloud),
  });
  switch (target.hop) {
    case 'endpoint':
      return [piece({ is: 'passes' })];
    case 'none':
      return [piece({ is: 'blocked', by: target.route })];
    case 'appliance':
      return applianceDispositions({ cell, target }, settled, context);
    case 'gateway':
      return [piece({ is: 'handed-on', to: 'on-premises', by: target.route })];
    case 'unknown':
      return [piece(undecided(target))];
    case 'local': {
      // A user route with next hop VnetLocal for addresses that are not in the network leads nowhere.
      const isSystem = target.route.tableId === null;
      const { inside, outside } = split(cell, isSystem ? cell.remote : context.spaces.own);
      return [
        ...inside.map((part) => piece({ is: 'passes' }, part)),
        ...outside.map((part) => piece({ is: 'blocked', by: target.route }, part)),
      ];
    }
    case 'internet': {
      // Private addresses are not carried by the internet.
      const { inside, outside } = split(cell, privateAddresses);
      return [
        ...inside.map((part) => piece({ is: 'blocked', by: target.route }, part)),
        ...outside.flatMap((part) => leavingDisposition(part, piece, context)),
      ];
    }
  }
}

/** An appliance that cannot be read may do anything; a firewall that can be decides by its rules. */
function applianceDispositions(
  { cell, target }: RoutedCell,
  settled: Settled,
  context: DispositionContext,
): FlowSegment[] {
  const address = target.route.nextHopAddress;
  const found = address === null ? undefined : context.firewallAt(address);
  if (found?.is !== 'firewall') {
    const disposition: FlowDisposition = found
      ? { is: 'undecided', because: found.because }
      : { is: 'handed-on', to: 'appliance', by: target.route };
    return [
      {
        cell,
        deciders: settled.deciders,
        target,
        disposition: downgradeToUnknown(disposition, settled.cloud),
      },
    ];
  }
  const { firewall } = found;
  const onward = context.onward(firewall);
  return throughFirewall(cell, firewall, context)
    .flatMap((end) => (end.is === 'passes' ? beyondFirewall(end, firewall, onward) : [end]))
    .map((end) => ({
      cell: end.part.cell,
      deciders: [...settled.deciders, ...end.part.deciders],
      target,
      firewall,
      ...(end.name === undefined ? {} : { name: end.name }),
      ...(end.is === 'sent-on' ? { onward: end.by } : {}),
      disposition: downgradeToUnknown(dispositionOf(end), settled.cloud),
    }));
}

function dispositionOf(end: Beyond): FlowDisposition {
  switch (end.is) {
    case 'passes':
      return { is: 'passes' };
    case 'blocked':
      return { is: 'blocked', by: end.by };
    case 'undecided':
      return { is: 'undecided', because: end.because };
    case 'sent-on':
      return end.to === 'nowhere'
        ? { is: 'blocked', by: end.by }
        : { is: 'handed-on', to: end.to, by: end.by };
  }
}

/** Packets bound for the internet need a public address to leave with. */
function leavingDisposition(
  cell: PacketSet,
  piece: (disposition: FlowDisposition, part: PacketSet) => FlowSegment,
  { outboundAccess, besideOutboundAccess }: DispositionContext,
): FlowSegment[] {
  if (outboundAccess.is === 'open') return [piece({ is: 'passes' }, cell)];
  const { inside, outside } = split(cell, besideOutboundAccess);
  const disposition: FlowDisposition =
    outboundAccess.is === 'closed'
      ? { is: 'no-way-out', because: outboundAccess.because }
      : { is: 'undecided', because: outboundAccess.because };
  return [
    ...inside.map((part) => ({ ...piece({ is: 'passes' }, part), besideOutboundAccess: true })),
    ...outside.map((part) => piece(disposition, part)),
  ];
}

/**
 * Calls from the internet come in through the public IP, so their replies must go straight to it; through an appliance
 * or a gateway they are lost (routing page, 2023-05-27). Inside the network an appliance on the way may carry them.
 */
function replyDisposition(
  { cell, target }: RoutedCell,
  settled: Settled,
  context: DispositionContext,
): FlowSegment[] {
  const { publicIp, spaces } = context;
  const piece = (disposition: FlowDisposition, part: PacketSet): FlowSegment => ({
    cell: part,
    deciders: settled.deciders,
    target,
    disposition: downgradeToUnknown(disposition, settled.cloud),
  });
  if (['local', 'endpoint', 'internet'].includes(target.hop)) return [piece({ is: 'passes' }, cell)];
  const { inside, outside } = split(cell, spaces.own);
  const isGateway = target.hop === 'gateway';
  return [
    ...inside.map((part) =>
      piece(
        target.hop === 'none'
          ? { is: 'reply-lost', by: target.route }
          : target.hop === 'unknown'
            ? undecided(target)
            : { is: 'handed-on', to: isGateway ? 'on-premises' : 'appliance', by: target.route },
        part,
      ),
    ),
    ...outside.map((part) => piece(replyToInternet(target, publicIp), part)),
  ];
}

function replyToInternet(target: RouteTarget, publicIp: Known<boolean>): FlowDisposition {
  if (publicIp.known && !publicIp.value) return { is: 'passes' };
  if (target.hop === 'unknown') return undecided(target);
  if (!publicIp.known) return { is: 'undecided', because: publicIp.because };
  return { is: 'reply-lost', by: target.route };
}

function undecided({ because, route }: RouteTarget): FlowDisposition {
  return { is: 'undecided', because: because ?? { key: 'unknown.notRead', values: { name: route.name } } };
}

/** What the groups perhaps stop is undecided, unless it fails in any case. */
function downgradeToUnknown(disposition: FlowDisposition, cloud: Reason | undefined): FlowDisposition {
  const mayPass =
    disposition.is === 'passes' || disposition.is === 'handed-on' || disposition.is === 'undecided';
  return cloud && mayPass ? { is: 'undecided', because: cloud } : disposition;
}

function split(cell: PacketSet, by: IntervalSet): { inside: PacketSet[]; outside: PacketSet[] } {
  const inside = intersect(cell.remote, by);
  if (inside === cell.remote) return { inside: [cell], outside: [] };
  if (isEmpty(inside)) return { inside: [], outside: [cell] };
  return {
    inside: [{ ...cell, remote: inside }],
    outside: [{ ...cell, remote: subtract(cell.remote, by) }],
  };
}
