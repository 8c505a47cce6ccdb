import { intersect, subtract } from '../addresses/interval-algebra';
import { isEmpty } from '../addresses/interval-set';
import { privateAddresses } from '../azure-facts/platform-addresses';
import type { Decider, DecidingRoute } from '../check-result';
import type { Firewall } from '../network/firewall';
import type { Known } from '../known';
import type { Direction } from '../network/model';
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

/** Disposition of packets: how they end. */
export type FlowDisposition =
  | { readonly is: 'passes' }
  | { readonly is: 'blocked'; readonly by: Decider }
  | { readonly is: 'no-outbound-access'; readonly because: Reason }
  | { readonly is: 'reply-lost'; readonly by: DecidingRoute }
  | { readonly is: 'forwarded'; readonly to: 'appliance' | 'on-premises'; readonly by: DecidingRoute }
  | { readonly is: 'unknown'; readonly because: Reason };

/** A part of the flow with its disposition and what it met on its path. */
export interface FlowSegment {
  readonly cell: PacketSet;
  readonly deciders: readonly CompiledRule[];
  readonly disposition: FlowDisposition;
  /** The route of the packets or of their replies. */
  readonly target?: RouteTarget;
  /** Set if it passes only because of the documented behavior for Storage in the subnet's own region. */
  readonly withoutOutboundAccess?: boolean;
  /** The firewall that it passed, or that blocked it. */
  readonly firewall?: Firewall;
  /** The route of the firewall's own subnet that forwarded it. */
  readonly onward?: DecidingRoute;
  /** The name by which the firewall allowed or blocked it; every name of the flow if it isn't set. */
  readonly name?: string;
}

export interface DispositionContext extends FirewallQuery {
  readonly routes: RouteMap;
  readonly spaces: Spaces;
  readonly outboundAccess: OutboundAccess;
  readonly publicIp: Known<boolean>;
  /** Addresses that are reachable without outbound access. */
  readonly withoutOutboundAccess: IntervalSet;
  /** Returns the readable firewall at an address that routes name, or why packets may not reach it. */
  readonly firewallAt: (address: string) => FirewallAtAddress | undefined;
  /** Returns the routes of a firewall's own subnet for packets that it allows. */
  readonly onward: (firewall: Firewall) => Known<RouteMap> | undefined;
}

/** Returns the dispositions of an outbound flow: packets that the NSGs allow follow the routes. */
export function outboundDispositions(flow: SettledFlow, context: DispositionContext): FlowSegment[] {
  return [
    ...flow.stopped.map(stoppedPiece),
    ...flow.passed.flatMap((settled) =>
      routed(settled, context).flatMap((piece) => outboundDisposition(piece, settled, context)),
    ),
  ];
}

/**
 * Returns the dispositions of an inbound flow: packets that the NSGs allow arrive, and their replies follow the routes.
 */
export function inboundDispositions(flow: SettledFlow, context: DispositionContext): FlowSegment[] {
  return [
    ...flow.stopped.map(stoppedPiece),
    ...flow.passed.flatMap((settled) =>
      routed(settled, context).flatMap((piece) => replyDisposition(piece, settled, context)),
    ),
  ];
}

/** True if all packets of a cell certainly pass on their routes, once the NSGs have allowed them. */
export function routesPass(cell: PacketSet, direction: Direction, context: DispositionContext): boolean {
  const settled: Settled = { cell, deciders: [] };
  const segmentsOf = direction === 'Outbound' ? outboundDisposition : replyDisposition;
  return context.routes
    .partition(cell.remote)
    .every(({ set, target }) =>
      segmentsOf({ cell: { ...cell, remote: set }, target }, settled, context).every(
        ({ disposition }) => disposition.is === 'passes',
      ),
    );
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
      return [piece({ is: 'forwarded', to: 'on-premises', by: target.route })];
    case 'unknown':
      return [piece(unknownResult(target))];
    case 'local': {
      // A user-defined route with next hop VnetLocal for addresses outside of the network doesn't lead anywhere.
      const isSystem = target.route.tableId === null;
      const { inside, outside } = split(cell, isSystem ? cell.remote : context.spaces.own);
      return [
        ...inside.map((part) => piece({ is: 'passes' }, part)),
        ...outside.map((part) => piece({ is: 'blocked', by: target.route }, part)),
      ];
    }
    case 'internet': {
      // The internet doesn't carry private addresses.
      const { inside, outside } = split(cell, privateAddresses);
      return [
        ...inside.map((part) => piece({ is: 'blocked', by: target.route }, part)),
        ...outside.flatMap((part) => leavingDisposition(part, piece, context)),
      ];
    }
  }
}

/**
 * Returns the dispositions at an appliance. An appliance that can't be read may do anything. A readable firewall
 * decides by its rules.
 */
function applianceDispositions(
  { cell, target }: RoutedCell,
  settled: Settled,
  context: DispositionContext,
): FlowSegment[] {
  const address = target.route.nextHopAddress;
  const found = address === null ? undefined : context.firewallAt(address);
  if (found?.is !== 'firewall') {
    const disposition: FlowDisposition = found
      ? { is: 'unknown', because: found.because }
      : { is: 'forwarded', to: 'appliance', by: target.route };
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
    case 'unknown':
      return { is: 'unknown', because: end.because };
    case 'sent-on':
      return end.to === 'nowhere'
        ? { is: 'blocked', by: end.by }
        : { is: 'forwarded', to: end.to, by: end.by };
  }
}

/** Returns the disposition of packets to the internet, which need a public address. */
function leavingDisposition(
  cell: PacketSet,
  piece: (disposition: FlowDisposition, part: PacketSet) => FlowSegment,
  { outboundAccess, withoutOutboundAccess }: DispositionContext,
): FlowSegment[] {
  if (outboundAccess.is === 'open') return [piece({ is: 'passes' }, cell)];
  const { inside, outside } = split(cell, withoutOutboundAccess);
  const disposition: FlowDisposition =
    outboundAccess.is === 'closed'
      ? { is: 'no-outbound-access', because: outboundAccess.because }
      : { is: 'unknown', because: outboundAccess.because };
  return [
    ...inside.map((part) => ({ ...piece({ is: 'passes' }, part), withoutOutboundAccess: true })),
    ...outside.map((part) => piece(disposition, part)),
  ];
}

/**
 * Returns the disposition of replies. Calls from the internet arrive through the public IP, so their replies must leave
 * directly. Through an appliance or a gateway, they are lost: asymmetric routing (routing page, 2023-05-27). Inside
 * the network, an appliance on the path may forward them.
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
            ? unknownResult(target)
            : { is: 'forwarded', to: isGateway ? 'on-premises' : 'appliance', by: target.route },
        part,
      ),
    ),
    ...outside.map((part) => piece(replyToInternet(target, publicIp), part)),
  ];
}

function replyToInternet(target: RouteTarget, publicIp: Known<boolean>): FlowDisposition {
  if (publicIp.known && !publicIp.value) return { is: 'passes' };
  if (target.hop === 'unknown') return unknownResult(target);
  if (!publicIp.known) return { is: 'unknown', because: publicIp.because };
  return { is: 'reply-lost', by: target.route };
}

function unknownResult({ because, route }: RouteTarget): FlowDisposition {
  return { is: 'unknown', because: because ?? { key: 'unknown.notRead', values: { name: route.name } } };
}

/** Returns undecided for packets that the NSGs may block, unless they fail in any case. */
function downgradeToUnknown(disposition: FlowDisposition, cloud: Reason | undefined): FlowDisposition {
  const mayPass =
    disposition.is === 'passes' || disposition.is === 'forwarded' || disposition.is === 'unknown';
  return cloud && mayPass ? { is: 'unknown', because: cloud } : disposition;
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
