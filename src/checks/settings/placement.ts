import { reservedSubnetNames } from '../../core/azure-facts/limits';
import { virtualNetworkIdOf, nameOf, sameId, segmentOf } from '../../core/network/find';
import { maybeSameId } from '../../core/network/maybe-same-id';
import type { NetworkModel, PrivateEndpoint, VirtualNetwork } from '../../core/network/model';
import { knownTraits } from '../../core/compute-kinds';
import type { PlanToCheck, WorkspaceFacts } from '../../core/plan';
import { reason } from '../../core/reason';
import { isUnstated, regionOf } from '../../core/unstated-region';
import { endpointsFor, endpointsInReach } from '../endpoints-in-reach';
import { isSameRegion, plainRegion } from '../regions';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext } from '../setting-context';

/** Checks requirement `vnet-same-subscription`. */
export function checkSubscription({ plan, place }: PlaceContext): SettingResult {
  if (!plan.workspace.known) return unknownResult(plan.workspace.because);
  const network = segmentOf(place.network.id, 'subscriptions') ?? '';
  const workspace = segmentOf(plan.workspace.value.id, 'subscriptions') ?? '';
  const isOpen = isUnstated(network) || isUnstated(workspace);
  if (isOpen && network.toLowerCase() !== workspace.toLowerCase()) {
    return unknownResult(reason('subscription.unknown', { network, workspace }));
  }
  return network.toLowerCase() === workspace.toLowerCase()
    ? passed('subscription.same', { subscription: network })
    : failed('subscription.other', { network, workspace });
}

/** Checks requirements `vnet-same-region-instance` and `vnet-same-region-cluster`. */
export function checkRegion({ plan, place }: PlaceContext): SettingResult {
  const elsewhere = nodesElsewhere(plan, place.network);
  if (elsewhere) return elsewhere;
  if (!plan.workspace.known) return unknownResult(plan.workspace.because);
  const { location } = plan.workspace.value;
  const isSame = isSameRegion(place.network.location, location);
  if (!isSame.known) return unknownResult(isSame.because);
  const [network = '', workspace = ''] = [place.network.location, location].map(regionOf);
  return isSame.value
    ? passed('check.region.same', { region: network })
    : failed('check.region.other', { network, workspace });
}

/**
 * Returns a failed result if the nodes' region in the file isn't the network's. Nodes are in the region of their
 * network, whatever the workspace's region.
 */
function nodesElsewhere({ location }: PlanToCheck, network: VirtualNetwork): SettingResult | undefined {
  if (!location?.known || !network.location.known) return undefined;
  const [compute, there] = [location.value, network.location.value];
  if (plainRegion(compute) === plainRegion(there)) return undefined;
  return failed('check.region.compute', { network: there, compute });
}

/**
 * Checks requirements `cluster-cross-region-connectivity` and `computes-in-pe-vnet`: the workspace's endpoint is in
 * this network or in a peered network.
 */
export function checkWorkspaceConnection({ model, plan, place }: PlaceContext): SettingResult {
  if (!plan.workspace.known) return unknownResult(plan.workspace.because);
  const workspace = plan.workspace.value;
  const { found: own, unread } = endpointsFor(workspace.id, endpointsInReach(model, place, ['amlworkspace']));
  if (own.some((one) => sameId(virtualNetworkIdOf(one.subnetId), place.network.id))) {
    return passed('check.connection.own');
  }
  const [peered] = own;
  if (peered) return throughPeering(peered);
  if (unread) return unknownResult(unread);
  const isWithout = workspace.hasPrivateEndpoint.known && !workspace.hasPrivateEndpoint.value;
  const isAlone = isWithout || (!isElsewhere(model, workspace) && leadsNowhere(place.network));
  const values = { workspace: workspace.name };
  return isAlone
    ? failed('check.connection.notPeered', values)
    : unknownResult(reason('check.connection.elsewhere', values));
}

/** True if the files don't create the workspace, so another file may create its endpoint in this network. */
function isElsewhere({ privateEndpoints }: NetworkModel, { id }: WorkspaceFacts): boolean {
  if (segmentOf(id, 'workspaces') !== undefined) return false;
  const all = privateEndpoints.known ? privateEndpoints.value : [];
  return !all.some(({ groups }) => groups.some((one) => one.toLowerCase() === 'amlworkspace'));
}

function throughPeering(endpoint: PrivateEndpoint): SettingResult {
  const name = nameOf(virtualNetworkIdOf(endpoint.subnetId));
  return { ...passed('check.connection.peered', { name }), assumptions: [reason('check.assume.zones')] };
}

/** True if a network certainly can't lead to the endpoint. Another hub or a gateway might still lead there. */
function leadsNowhere(network: VirtualNetwork): boolean {
  return (
    network.peersElsewhere === undefined &&
    network.peerings.known &&
    network.peerings.value.length === 0 &&
    network.hasGateway.known &&
    !network.hasGateway.value
  );
}

/** Checks requirement `subnet-no-delegation`. */
export function checkDelegation({ place }: PlaceContext): SettingResult {
  const { delegations } = place.subnet;
  if (!delegations.known) return unknownResult(delegations.because);
  const [service] = delegations.value;
  return service === undefined
    ? passed('check.delegation.none')
    : failed('check.delegation.given', { service });
}

/**
 * Checks requirement `subnet-not-shared-with-databricks`. Databricks requires delegated subnets, so a delegation shows
 * it. For a cluster or instance, the delegation's own row counts, and this result explains it.
 */
export function checkDatabricks({ plan, place }: PlaceContext): SettingResult {
  const { delegations } = place.subnet;
  if (!delegations.known) return unknownResult(delegations.because);
  const service = delegations.value.find((one) => one.toLowerCase().startsWith('microsoft.databricks/'));
  if (service === undefined) return passed('check.databricks.no');
  const shared = failed('check.databricks.yes', { service });
  return knownTraits(plan.kind).action === 'attach' ? shared : withSeverity('info', shared);
}

/** Checks requirement `subnet-reserved-name`. */
export function checkReservedName({ place }: PlaceContext): SettingResult {
  const { name, id } = place.subnet;
  // The known part of an unresolved name may rule out each reserved name.
  const segment = `/${nameOf(id)}`;
  const possible = reservedSubnetNames.filter((one) => maybeSameId(`/${one}`, segment));
  if (possible.length === 0) return passed('check.name.free', { name });
  return reservedSubnetNames.includes(name.toLowerCase())
    ? failed('check.name.reserved', { name })
    : unknownResult(reason('check.name.unstated', { name }));
}

/** Checks requirement `vnet-resource-manager-model`. */
export function checkNetworkModel({ place }: PlaceContext): SettingResult {
  const provider = segmentOf(place.network.id, 'providers') ?? '';
  if (provider === '') return notApplicable('check.subnetNotFound', { name: place.network.name });
  return provider.toLowerCase() === 'microsoft.network'
    ? passed('check.model.fine')
    : failed('check.model.classic');
}
