import { withoutIpv6 } from '../../core/addresses/ipv6';
import { parsePrefix } from '../../core/addresses/prefix';
import { statusOf } from '../../core/check-result';
import {
  virtualNetworkIdOf,
  findSubnet,
  findVirtualNetwork,
  nameOf,
  routeTableOf,
  sameId,
} from '../../core/network/find';
import type { NetworkModel, PrivateEndpoint, Subnet } from '../../core/network/model';
import { reach } from '../../core/reach/reach';
import { reason } from '../../core/reason';
import type { DataService } from '../../core/services/services';
import { calledEndpoints, type CalledEndpoint } from '../called-endpoints';
import { endpointsFor, endpointsInReach } from '../endpoints-in-reach';
import { isClosed } from '../service-access';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  ofKnown,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, PlanContext, TrafficContext } from '../setting-context';
import { servicesOf, withAccess, withServices } from './services-of';

/**
 * Checks requirement `pe-network-policies-workspace`. Pages require them to be off. The current platform supports them,
 * and the rules and routes of the endpoint's subnet then apply. If one endpoint is blocked, the requirement fails.
 */
export function checkEndpointPolicies(context: TrafficContext): SettingResult {
  const { model, plan, place } = context;
  return ofKnown(plan.workspace, ({ id }) => {
    const { found, unread } = calledEndpoints({
      model,
      place,
      workspaceId: id,
      services: servicesOf(context),
    });
    const perhaps = unread ? [withSeverity('info', unknownResult(unread))] : [];
    const answers = [...found.map((one) => atEndpoint(one, context)), ...perhaps];
    const worst = answers.sort((a, b) => weight(a) - weight(b))[0];
    return worst ?? withoutEndpoint(model);
  });
}

/** Returns the result without an endpoint. An endpoint whose ID has an unresolved part may be the workspace's. */
function withoutEndpoint({ privateEndpoints }: NetworkModel): SettingResult {
  return privateEndpoints.known || privateEndpoints.because.key === 'terminal.noEndpoints'
    ? notApplicable('check.policies.noEndpoint')
    : withSeverity('info', unknownResult(privateEndpoints.because));
}

/** Returns the order of results: first what blocks, then what may block, then what only deviates from the pages. */
function weight({ outcome, severity }: SettingResult): number {
  if (outcome.is === 'failed') return severity === 'error' ? 0 : 2;
  return outcome.is === 'unknown' ? 1 : 3;
}

function atEndpoint(called: CalledEndpoint, context: TrafficContext): SettingResult {
  const { endpoint } = called;
  const home = findSubnet(context.model, endpoint.subnetId)?.subnet;
  if (!home) {
    return withSeverity('info', unknownResult(reason('unknown.endpointSubnet', { name: endpoint.name })));
  }
  const policies = home.privateEndpointNetworkPolicies;
  return policies.known
    ? underPolicies(policies.value.toLowerCase(), home, { called, context })
    : withSeverity(
        stoppedByRules(context, home, called)?.outcome.is === 'failed' ? 'error' : 'info',
        unknownResult(policies.because),
      );
}

function underPolicies(
  mode: string,
  home: Subnet,
  { called, context }: { readonly called: CalledEndpoint; readonly context: TrafficContext },
): SettingResult {
  if (mode === 'disabled') return passed('check.policies.off', { subnet: home.name });
  const byRules = mode === 'routetableenabled' ? undefined : stoppedByRules(context, home, called);
  const byRoute = mode === 'networksecuritygroupenabled' ? undefined : voidedBy(context, called.endpoint);
  return byRules ?? byRoute ?? passed('check.policies.pass', { subnet: home.name });
}

/** Checks the rules of the endpoint's own subnet for calls from compute resources. */
function stoppedByRules(
  { model, place, tags }: TrafficContext,
  home: Subnet,
  { endpoint, ports }: CalledEndpoint,
): SettingResult | undefined {
  const { addressPrefixes } = place.subnet;
  if (!addressPrefixes.known) return unknownResult(addressPrefixes.because);
  const { outcome } = reach({
    model,
    subnetId: home.id,
    tags,
    publicIp: { known: true, value: false },
    flow: {
      direction: 'Inbound',
      protocol: 'TCP',
      ports,
      remotes: withoutIpv6(addressPrefixes.value),
      ...(endpoint.addresses.known ? { locals: endpoint.addresses.value } : {}),
    },
  });
  const values = { subnet: home.name, endpoint: endpoint.name };
  switch (statusOf(outcome)) {
    case 'open':
      return withSeverity('error', failed('check.policies.stopped', values));
    case 'unknown':
      return 'because' in outcome ? withSeverity('error', unknownResult(outcome.because)) : undefined;
    default:
      return undefined;
  }
}

/**
 * Returns a failed result for a route that overrides the endpoint's own route: a route of the compute resource's subnet
 * at least as long as a prefix of the endpoint's network.
 */
function voidedBy({ model, place }: PlaceContext, endpoint: PrivateEndpoint): SettingResult | undefined {
  const table = routeTableOf(model, place.subnet);
  if (!table.known) return unknownResult(table.because);
  if (!table.value) return undefined;
  const { routes, name } = table.value;
  if (!routes.known) return unknownResult(routes.because);
  const home = findVirtualNetwork(model, virtualNetworkIdOf(endpoint.subnetId));
  const spaces = home?.addressPrefixes.known ? home.addressPrefixes.value : [];
  const addresses = endpoint.addresses.known ? endpoint.addresses.value : [];
  const voiding = routes.value.find(({ destination, nextHop }) => {
    const leadsAway = !nextHop.known || nextHop.value !== 'VnetLocal';
    return leadsAway && destination.known && overridesEndpointRoute(destination.value, addresses, spaces);
  });
  return (
    voiding && failed('check.policies.route', { route: voiding.name, table: name, endpoint: endpoint.name })
  );
}

function overridesEndpointRoute(
  destination: string,
  addresses: readonly string[],
  spaces: readonly string[],
): boolean {
  const route = parsePrefix(destination);
  if (!route) return false;
  return addresses.some((text) => {
    const address = parsePrefix(text);
    if (!address || !isInside(address.first, route)) return false;
    return spaces.some((space) => {
      const prefix = parsePrefix(space);
      return prefix !== undefined && isInside(address.first, prefix) && route.length >= prefix.length;
    });
  });
}

function isInside(
  address: number,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  return first <= address && address <= last;
}

/**
 * Checks requirement `multi-private-endpoints`: one of several is in the network of the endpoints or rules of its
 * services.
 */
export const checkSeveralEndpoints = withServices<PlanContext>((services, { model }) =>
  ofKnown(services.endpointIds, (ids) => {
    if (ids.length < 2) return notApplicable('check.several.one');
    return ofKnown(model.privateEndpoints, (all) => {
      const own = all.filter((one) => ids.some((id) => sameId(id, one.id)));
      const parts = [services.storage, services.keyVault, services.registry];
      const unread = parts
        .map((one) => (one.known ? undefined : one.because))
        .find((one) => one !== undefined);
      if (unread) return unknownResult(unread);
      const needed = parts.flatMap((one) => (one.known && one.value ? [one.value] : []));
      const fit = own
        .map((one) => virtualNetworkIdOf(one.subnetId))
        .find((id) => needed.every((service) => servesIn(service, id, model)));
      if (fit !== undefined) return passed('check.several.together', { network: nameOf(fit) });
      const unseen = ids.length - own.length;
      return unseen > 0
        ? unknownResult(reason('check.several.unread', { n: unseen }))
        : failed('check.several.apart', { n: own.length });
    });
  }),
);

/** True if the service is open, has an endpoint in the network, or has a rule for one of its subnets. */
function servesIn(service: DataService, networkId: string, { privateEndpoints }: NetworkModel): boolean {
  const closed = isClosed(service);
  if (closed.known && !closed.value) return true;
  const isHere = (subnetId: string): boolean => sameId(virtualNetworkIdOf(subnetId), networkId);
  const hasEndpoint =
    privateEndpoints.known &&
    privateEndpoints.value.some(
      (one) => one.notApproved === undefined && sameId(one.targetId, service.id) && isHere(one.subnetId),
    );
  return hasEndpoint || (service.subnetRules.known && service.subnetRules.value.some(isHere));
}

/**
 * Checks requirements `serverless-npip-ip-allowlist` and `instance-selected-networks`: machines use an outbound address
 * that the workspace doesn't list, or that changes.
 */
export const checkAddressList = withAccess<PlaceContext>(({ addressList }, { model, place, plan }) =>
  ofKnown(addressList, (addresses) => {
    if (addresses.length === 0) return notApplicable('check.addressList.none');
    const reached = endpointsInReach(model, place, ['amlworkspace']);
    const { found, unread } = endpointsFor(plan.workspace.known ? plan.workspace.value.id : '', reached);
    if (found.length > 0) return passed('check.addressList.endpoint');
    return unread ? unknownResult(unread) : failed('check.addressList.only', { n: addresses.length });
  }),
);

/** Checks requirement `private-link-public-access-features`. */
export const checkPublicAccess = withAccess<PlanContext>(({ publicAccess }) =>
  ofKnown(publicAccess, (open) =>
    open ? failed('check.publicAccess.open') : passed('check.publicAccess.closed'),
  ),
);
