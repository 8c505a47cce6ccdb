import type { DecidingRoute } from '../../core/check-result';
import { limits, tagsRefusedInRoutes } from '../../core/azure-facts/limits';
import { findVirtualNetwork, nameOf, routeTableOf } from '../../core/network/find';
import type { Peering, Route, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { FlowTemplate } from '../../requirements/requirement';
import { routesOf } from '../default-route';
import { mayBeConnected, effectivePeerings, type PeeredPlace } from '../../core/reach/peering';
import { prefixesOverlap } from '../overlap';
import {
  withSeverity,
  passed,
  failed,
  failedBy,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, TrafficContext } from '../setting-context';
import { isTagText } from '../../core/addresses/address-list';

/**
 * Checks requirement `udr-forced-tunnel-aml`: the replies to Azure ML's calls, evaluated without NSGs. If the row of
 * the call itself already reports lost replies, this result only explains it.
 */
export function checkDirectReplies(context: TrafficContext): SettingResult {
  return checkReplies(context, controlCall, 'inbound-aml-44224');
}

/** Checks requirement `udr-forced-tunnel-batch` of December 2020. Today, Batch doesn't call nodes. */
export function checkBatchReplies(context: TrafficContext): SettingResult {
  if (context.plan.profile === 'current') return notApplicable('check.batchReplies.retired');
  return checkReplies(context, batchCall, 'inbound-batch-29876-29877');
}

const controlCall: FlowTemplate = {
  direction: 'Inbound',
  protocol: 'TCP',
  ports: ['44224'],
  remote: { is: 'tag', tag: 'AzureMachineLearning', scope: 'none' },
  writeProtocol: 'Tcp',
  preflightByText: false,
  ruleName: 'Allow-AzureML-44224',
};

const batchCall: FlowTemplate = {
  ...controlCall,
  ports: ['29876-29877'],
  remote: { is: 'tag', tag: 'BatchNodeManagement', scope: 'subnet+workspace' },
  ruleName: 'Allow-Batch-29876-29877',
};

/**
 * Checks whether replies to `call` leave directly to the internet. If the row `reportedBy` already reports that they are
 * lost, that row counts.
 */
export function checkReplies(context: TrafficContext, call: FlowTemplate, reportedBy: string): SettingResult {
  const answer = context.evaluateUnfiltered(call).outcome;
  switch (answer.is) {
    case 'allowed':
      return passed('check.replies.direct');
    case 'reply-lost': {
      const lost = repliesLost(answer.by);
      return context.checked(reportedBy)?.outcome.is === 'reply-lost' ? withSeverity('info', lost) : lost;
    }
    case 'unknown':
      return unknownResult(answer.because);
    case 'forwarded':
      return repliesLost(answer.by);
    default:
      return unknownResult(reason('unknown.complex'));
  }
}

function repliesLost(by: DecidingRoute): SettingResult {
  return failedBy(by, 'check.replies.lost', { route: by.name || by.destination });
}

/** Checks requirement `udr-appliance-health`: each appliance in a route is in this network or in a peered network. */
export function checkApplianceHealth({ model, place }: PlaceContext): SettingResult {
  const routes = routesOf(model, place.subnet);
  if (!routes.known) return unknownResult(routes.because);
  const toAppliances = routes.value.filter(
    (one) => one.nextHop.known && one.nextHop.value === 'VirtualAppliance',
  );
  let last = notApplicable('check.appliance.none');
  for (const route of toAppliances) {
    last = checkAppliance(route, { model, ...place });
    if (last.outcome.is !== 'passed') return last;
  }
  const whyUnknown = routes.value.find(({ nextHop }) => !nextHop.known)?.nextHop;
  return whyUnknown?.known === false ? unknownResult(whyUnknown.because) : last;
}

function checkAppliance(route: Route, place: PeeredPlace): SettingResult {
  const { subnet, network } = place;
  if (!route.nextHopAddress.known) return unknownResult(route.nextHopAddress.because);
  const ip = route.nextHopAddress.value;
  if (ip === null || ip === '') return failed('check.appliance.noAddress', { route: route.name });
  if (!subnet.addressPrefixes.known) return unknownResult(subnet.addressPrefixes.because);
  if (overlapsAny(subnet.addressPrefixes.value, ip)) return failed('check.appliance.own', { ip });
  if (!network.addressPrefixes.known) return unknownResult(network.addressPrefixes.because);
  return overlapsAny(network.addressPrefixes.value, ip)
    ? checkApplianceSubnet(network, ip)
    : checkPeeredAppliance(ip, effectivePeerings(place), place);
}

function checkPeeredAppliance(
  ip: string,
  peerings: VirtualNetwork['peerings'],
  { model, network }: Pick<PeeredPlace, 'model' | 'network'>,
): SettingResult {
  if (!peerings.known) return unknownResult(peerings.because);
  const peers = peerings.value.filter(mayBeConnected);
  const peering = peers.find((one) => one.remotePrefixes.known && overlapsAny(one.remotePrefixes.value, ip));
  if (peering) return throughPeering(peering, ip, findVirtualNetwork(model, peering.remoteId));
  for (const { remotePrefixes } of peers) {
    if (!remotePrefixes.known) return unknownResult(remotePrefixes.because);
  }
  return network.peersElsewhere
    ? unknownResult(reason('check.appliance.elsewhere', { ip, network: network.name }))
    : failed('check.appliance.far', { ip });
}

function throughPeering(peering: Peering, ip: string, peer: VirtualNetwork | undefined): SettingResult {
  const { allowForwardedTraffic, state } = peering;
  if (!state.known) return unknownResult(state.because);
  const inPeer = peer ? checkApplianceSubnet(peer, ip) : reached(ip);
  if (inPeer.outcome.is !== 'passed') return inPeer;
  if (!allowForwardedTraffic.known) return unknownResult(allowForwardedTraffic.because);
  if (allowForwardedTraffic.value) return inPeer;
  // Azure's references and what was measured differ on whether traffic is dropped (decision 0129).
  const values = { peering: peering.name, name: nameOf(peering.remoteId), ip };
  return unknownResult(reason('check.appliance.forwarding', values));
}

/**
 * Checks whether a subnet of the network has the address. Appliances are network interfaces and load balancers, whose
 * addresses are in a subnet ("private IP address of a network interface attached to a virtual machine … of an Azure
 * internal load balancer", virtual networks UDR overview). So an address of the network's space that isn't in a subnet
 * doesn't belong to an appliance.
 */
function checkApplianceSubnet({ name, subnets, moreSubnets }: VirtualNetwork, ip: string): SettingResult {
  const prefixes = subnets.map(({ addressPrefixes }) => addressPrefixes);
  if (prefixes.some((one) => one.known && overlapsAny(one.value, ip))) return reached(ip);
  const unread = prefixes.find((one) => !one.known);
  if (unread) return unknownResult(unread.because);
  return moreSubnets ? unknownResult(moreSubnets) : failed('check.appliance.nowhere', { ip, network: name });
}

function reached(ip: string): SettingResult {
  return {
    ...passed('check.appliance.fine', { ip }),
    assumptions: [reason('check.assume.forwarding', { ip })],
  };
}

function overlapsAny(prefixes: readonly string[], ip: string): boolean {
  return prefixes.some((prefix) => prefixesOverlap(prefix, ip));
}

/** Checks requirement `udr-service-tag-limits`. */
export function checkRouteLimits({ model, place }: PlaceContext): SettingResult {
  const table = routeTableOf(model, place.subnet);
  if (!table.known) return unknownResult(table.because);
  if (table.value === null) return notApplicable('check.routes.none');
  if (!table.value.routes.known) return unknownResult(table.value.routes.because);
  const all = table.value.routes.value;
  const tags = all.filter((one) => one.destination.known && isTagText(one.destination.value)).length;
  const values = { routes: all.length, tags };
  if (tags > limits.serviceTagRoutesPerTable) return failed('check.routes.tooManyTags', values);
  const unread = all.flatMap(({ destination }) => (destination.known ? [] : destination.because));
  const [whyUnknown] = unread;
  if (whyUnknown && tags + unread.length > limits.serviceTagRoutesPerTable) return unknownResult(whyUnknown);
  return all.length > limits.routesPerTable
    ? withSeverity('warning', failed('check.routes.many', values))
    : passed('check.routes.within', values);
}

/** Checks requirement `udr-unsupported-tags`. */
export function checkRouteTags({ model, place }: PlaceContext): SettingResult {
  const routes = routesOf(model, place.subnet);
  if (!routes.known) return unknownResult(routes.because);
  if (routes.value.length === 0) return notApplicable('check.routes.none');
  for (const route of routes.value) {
    if (!route.destination.known) return unknownResult(route.destination.because);
    const tag = route.destination.value;
    if (tagsRefusedInRoutes.includes(tag.toLowerCase())) {
      return failed('check.routeTags.refused', { route: route.name, tag });
    }
  }
  return passed('check.routeTags.fine');
}
