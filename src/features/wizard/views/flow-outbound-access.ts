import type { OutboundAccessBox } from '../../../contract/wizard/review';
import { statusOf, type DecidingRoute, type CheckResult } from '../../../core/check-result';
import type { Say } from '../../../messages/say';
import { formatHop } from '../../../wording/subject-text';
import { chosenSubnet, publicIp } from '../selection';
import type { WizardState } from '../state';
import { defaultHop, formatOutboundAccess, isWithoutOutboundAccess } from './outbound-access-text';

type Hop = Pick<DecidingRoute, 'nextHop' | 'nextHopAddress'>;

/** Returns the route that decides last; undefined if the flow didn't reach one. */
export function routeOf(result: CheckResult): DecidingRoute | undefined {
  const routes = result.trace.flatMap((step) => (step.by?.kind === 'route' ? [step.by] : []));
  return routes.at(-1);
}

/** Returns where a flow leaves, or would leave if it's stopped before. */
export function flowExit(say: Say, state: WizardState, result: CheckResult): OutboundAccessBox {
  const { outcome } = result;
  if (outcome.is === 'no-outbound-access') return plain('none', say('review.wayNone'));
  if (outcome.is === 'unknown') return plain('unknown', say('review.wayUnknown'));
  const route = routeOf(result);
  if (route && route.nextHop !== 'Internet') return wayOfHop(say, state, route);
  return isNear(result) ? direct(say) : internetWay(say, state, { result, route });
}

/** Returns the box of a route's next hop. */
export function wayOfHop(say: Say, state: WizardState, hop: Hop): OutboundAccessBox {
  switch (hop.nextHop) {
    case 'VirtualAppliance': {
      const ip = hop.nextHopAddress ?? '?';
      const name = firewallAt(state, ip);
      const line = say(name === undefined ? 'review.picture.applianceLine' : 'review.picture.firewallLine');
      const title = name ?? say('review.picture.appliance');
      return { id: `appliance ${ip}`, kind: 'appliance', title, lines: [ip, line] };
    }
    case 'VirtualNetworkGateway':
      return plain('gateway', say('review.wayGateway'));
    case 'None':
      return plain('none', formatHop(say, hop));
    case 'Internet':
      return plain('internet', say('review.wayInternet'));
    case 'VnetLocal':
    case 'VirtualNetworkServiceEndpoint':
      return direct(say);
  }
}

/** Returns the name of a readable firewall with this address. */
function firewallAt(state: WizardState, ip: string): string | undefined {
  const all = chosenSubnet(state)?.model.firewalls ?? [];
  return all.find(({ addresses }) => addresses.known && addresses.value.includes(ip))?.name;
}

/** Formats an outbound access for the table: “Internet, ng-ml-weu (NAT)”. */
export function outboundAccessText(say: Say, { kind, title, lines }: OutboundAccessBox): string {
  const isNameless = title === say('review.picture.appliance');
  if (kind === 'appliance' && isNameless) return say('review.wayAppliance', { ip: lines[0] ?? '' });
  if (kind === 'appliance') return [title, lines[0] ?? ''].join(' ');
  return kind === 'direct' ? say('review.wayDirect') : [title, ...lines].join(', ');
}

/** Checks whether the flow stays in the network, whatever stops it. */
function isNear({ subject }: CheckResult): boolean {
  return subject?.remote.startsWith('VirtualNetwork') === true;
}

/** Returns the internet box. A flow that is stopped before any route would follow the default route. */
function internetWay(
  say: Say,
  state: WizardState,
  { result, route }: { readonly result: CheckResult; readonly route: DecidingRoute | undefined },
): OutboundAccessBox {
  const subnet = chosenSubnet(state)?.subnet;
  if (!subnet) return direct(say);
  const hop = route ? undefined : defaultHop(state, subnet);
  if (hop && hop.nextHop !== 'Internet') return wayOfHop(say, state, hop);
  if (publicIp(state)) return fromInternet(say);
  if (isWithoutOutboundAccess(state, subnet)) {
    // What passes nevertheless goes to an endpoint in the network.
    return statusOf(result.outcome) === 'fine' ? direct(say) : plain('none', say('review.wayNone'));
  }
  return {
    ...plain('internet', say('review.wayInternet')),
    lines: [formatOutboundAccess(say, state, subnet)],
  };
}

/** Returns the internet as the origin of a flow that reaches a node by its public IP. */
export function fromInternet(say: Say): OutboundAccessBox {
  return { ...plain('internet', say('review.wayInternet')), lines: [say('list.publicIp')] };
}

function direct(say: Say): OutboundAccessBox {
  const lines = [say('review.picture.directLine')];
  return { id: 'direct', kind: 'direct', title: say('review.picture.direct'), lines };
}

function plain(kind: OutboundAccessBox['kind'], title: string): OutboundAccessBox {
  return { id: kind, kind, title, lines: [] };
}
