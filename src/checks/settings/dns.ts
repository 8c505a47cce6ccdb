import { droppedRanges } from '../../core/azure-facts/system-routes';
import { privateZonesOf, intendedZone } from '../../core/azure-facts/private-zones';
import { valueOr, type Known } from '../../core/known';
import { findVirtualNetwork, sameId, segmentOf } from '../../core/network/find';
import { maybeSameId } from '../../core/network/maybe-same-id';
import type { Cloud, NetworkModel, PrivateEndpoint, ResourceId } from '../../core/network/model';
import { statusOf } from '../../core/check-result';
import { reason, type Reason } from '../../core/reason';
import type { DataService, PrivateZone, KnownZones, WorkspaceServices } from '../../core/services/services';
import { evaluateRemotes } from '../evaluate-flow';
import { endpointsFor, endpointsInReach, type EndpointsInReach } from '../endpoints-in-reach';
import { withoutDoubles } from '../merge-flow-results';
import {
  answeringNetworks,
  nameSources,
  ownNameServers,
  type AnsweringNetwork,
  type NameSource,
} from '../name-servers';
import { prefixesOverlap } from '../overlap';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  ofKnown,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, TrafficContext } from '../setting-context';

import type { FlowTemplate } from '../../requirements/requirement';
import { serviceEndpointsInReach } from '../service-access';
import { servicesOf } from './services-of';
import { checkRecords, registryNamesIn, serviceNames, workspaceNames, type NeededName } from './zone-records';

/** A zone that must resolve names in the subnet's network, for these endpoints. */
export interface NeededZone {
  readonly zone: string;
  readonly endpoints: readonly PrivateEndpoint[];
  readonly names: readonly NeededName[];
}

/** Checks requirement `dns-zones-linked`: the workspace's names resolve to its private endpoint. */
export function checkWorkspaceZones(context: PlaceContext): SettingResult {
  const services = servicesOf(context);
  if (!services) return byZonesAlone(context) ?? unreadOrPending(context);
  const zones = workspaceDnsZones(services, context);
  const { unread } = workspaceEndpoints(services.workspaceId, context);
  const isSeen = zones.every(({ endpoints }) => endpoints.length > 0);
  return unlessUnread(checkZones(zones, services, context), isSeen ? undefined : unread);
}

/**
 * Checks only the zones in the files, for a workspace that they don't create. Other zones may exist, so only a pass
 * counts.
 */
function byZonesAlone(context: PlaceContext): SettingResult | undefined {
  const { facts, plan } = context;
  if (!facts.zones || !plan.workspace.known) return undefined;
  const needed = workspaceDnsZones({ workspaceId: plan.workspace.value.id }, context);
  if (!needed.every(({ endpoints }) => endpoints.length > 0)) return undefined;
  const answer = checkZones(needed, { zones: facts.zones }, context);
  return answer.outcome.is === 'failed' ? undefined : answer;
}

/**
 * Returns the result for zones that weren't read. If they never will be, names of private endpoints may resolve to
 * anything.
 */
function unreadOrPending(context: PlaceContext): SettingResult {
  const { model, place, facts } = context;
  if (facts.servicesNotRead !== true) return notApplicable('check.services.notRead');
  return ofKnown(answeringNetworks(model, place.network), (networks) =>
    networks === null ? notApplicable('check.zones.ownServers') : unknownResult(whyUnread(context)),
  );
}

/** Returns why the result is unknown. Files may not have all zones of a workspace that they don't create. */
function whyUnread({ facts, plan }: PlaceContext): Reason {
  if (!facts.zones || !plan.workspace.known) return reason('check.zones.notRead');
  return reason('check.zones.servicesNotRead', { name: plan.workspace.value.name });
}

/** Returns unknown if a part is unread, unless a zone fails, which is certain. */
function unlessUnread(answer: SettingResult, unread: Reason | undefined): SettingResult {
  return unread && answer.outcome.is !== 'failed' ? unknownResult(unread) : answer;
}

/** Subnet in whose network a zone is needed. */
type At = Pick<PlaceContext, 'model' | 'place' | 'plan'>;

function workspaceEndpoints(id: ResourceId, { model, place }: Pick<At, 'model' | 'place'>): EndpointsInReach {
  return endpointsFor(id, endpointsInReach(model, place, ['amlworkspace']));
}

/** Returns the zones of the workspace's own names. */
export function workspaceDnsZones(
  { workspaceId }: Pick<WorkspaceServices, 'workspaceId'>,
  { model, place, plan }: At,
): readonly NeededZone[] {
  const { found: endpoints } = workspaceEndpoints(workspaceId, { model, place });
  return privateZonesOf(plan.cloud, 'amlworkspace').map((zone) => ({
    zone,
    endpoints,
    names: workspaceNames(zone, endpoints),
  }));
}

/** Sub-resources of private endpoints by service. */
const groupsOf = {
  storage: ['blob', 'file', 'queue', 'table', 'dfs'],
  keyVault: ['vault'],
  registry: ['registry'],
} as const;

const serviceGroups: readonly string[] = Object.values(groupsOf).flat();

/** Returns the zones of the services that have a reachable private endpoint, as far as they were read. */
export function serviceZones(
  { storage, keyVault, registry }: WorkspaceServices,
  at: At,
): readonly NeededZone[] {
  return [
    ...zonesOf(storage, { groups: groupsOf.storage, namesOf: serviceNames }, at),
    ...zonesOf(keyVault, { groups: groupsOf.keyVault, namesOf: serviceNames }, at),
    ...zonesOf(registry, { groups: groupsOf.registry, namesOf: registryNamesIn }, at),
  ];
}

/**
 * Checks requirement `dns-dependency-zones`: names of storage, key vault, and registry resolve to their private
 * endpoints.
 */
export function checkServiceZones(context: PlaceContext): SettingResult {
  const services = servicesOf(context);
  if (!services) {
    const isSettled = context.facts.servicesNotRead === true && !mayHaveEndpoints(context);
    return isSettled ? notApplicable('check.zones.noEndpoints') : unreadOrPending(context);
  }
  const parts = [services.storage, services.keyVault, services.registry];
  const needed = serviceZones(services, context);
  const answer =
    needed.length > 0 ? checkZones(needed, services, context) : notApplicable('check.zones.noEndpoints');
  const unread = parts.map((one) => (one.known ? undefined : one.because)).find((one) => one !== undefined);
  const endpoints = parts.flatMap((one) =>
    one.known && one.value !== null ? (unreadOf(one.value, context) ?? []) : [],
  );
  return unlessUnread(answer, unread ?? endpoints[0]);
}

/** Returns why a private endpoint of a service may be reachable although it wasn't read. */
function unreadOf(service: DataService, context: At): Reason | undefined {
  return serviceEndpointsInReach({ service, groups: serviceGroups }, context).unread;
}

/** True if a private endpoint of a service is or may be reachable. */
function mayHaveEndpoints({ model, place }: At): boolean {
  const { found, unread } = endpointsInReach(model, place, serviceGroups);
  return found.length > 0 || unread !== undefined;
}

interface ServiceKind<T> {
  readonly groups: readonly string[];
  readonly namesOf: (service: T, endpoints: readonly PrivateEndpoint[]) => readonly NeededName[];
}

function zonesOf<T extends DataService>(
  service: Known<T | null>,
  { groups, namesOf }: ServiceKind<T>,
  { model, place, plan }: At,
): readonly NeededZone[] {
  if (!service.known || service.value === null) return [];
  const { value } = service;
  return groups.flatMap((group) => {
    const endpoints = serviceEndpointsInReach({ service: value, groups: [group] }, { model, place }).found;
    if (endpoints.length === 0) return [];
    const names = namesOf(value, endpoints);
    return privateZonesOf(plan.cloud, group).map((zone) => ({ zone, endpoints, names }));
  });
}

/**
 * Checks zones. A failure decides first, then an unknown. The result names all zones that fail, so that they can be
 * fixed together.
 */
function checkZones(
  needed: readonly NeededZone[],
  services: Pick<WorkspaceServices, 'zones'>,
  { model, place, plan }: PlaceContext,
): SettingResult {
  return ofKnown(answeringNetworks(model, place.network), (networks) => {
    // Another row covers custom DNS servers.
    if (networks === null) return notApplicable('check.zones.ownServers');
    const unread = unlisted(model, services, networks) ?? sentOn(services, networks);
    const zones = { ...services.zones, ...(unread ? { unread } : {}) };
    const answers = needed.map((one) => checkZone(one, zones, { networks, cloud: plan.cloud }));
    return (
      failing(answers, names(networks)) ??
      answers.find(({ outcome }) => outcome.is === 'unknown') ??
      passed('check.zones.linked', { n: needed.length, network: names(networks) })
    );
  });
}

/** Returns the result of a single zone that fails, or a combined result for several. */
function failing(answers: readonly SettingResult[], network: readonly string[]): SettingResult | undefined {
  const wrong = answers.flatMap(({ outcome }) => (outcome.is === 'failed' ? outcome.text : []));
  const [first] = wrong;
  if (wrong.length < 2) return answers.find(({ outcome }) => outcome.is === 'failed');
  const zones = wrong.map(({ values }) => `${shownZone(values)} (${shownNetwork(values, network)})`);
  const isUnlinked = wrong.every((one) => one.key === first?.key && one.key === 'check.zones.notLinked');
  const text = { n: zones.length, zones };
  return {
    ...failed(isUnlinked ? 'check.zones.notLinkedAll' : 'check.zones.noneAll', text),
    assumptions: withoutDoubles(answers.flatMap(({ assumptions = [] }) => assumptions)),
  };
}

/** Returns the name of a zone, with the wrong name that is used instead. */
function shownZone(values: Reason['values']): string {
  const wrong = values?.['wrong'];
  const zone = String(values?.['zone'] ?? '');
  return wrong === undefined ? zone : `${zone} ≠ ${String(wrong)}`;
}

/** Returns the networks that query the zone, and the endpoint without a record in it. */
function shownNetwork(values: Reason['values'], azureSources: readonly string[]): string {
  const endpoint = values?.['endpoint'];
  const network = [values?.['network'] ?? azureSources].flat().join(', ');
  return endpoint === undefined ? network : [network, endpoint].flat().join(', ');
}

/** Returns why zones may be linked to a hub in another subscription that wasn't listed. */
function unlisted(
  model: NetworkModel,
  { zones }: Pick<WorkspaceServices, 'zones'>,
  networks: readonly AnsweringNetwork[],
): Reason | undefined {
  const subscriptions = networks
    .filter(({ id }) => !findVirtualNetwork(model, id))
    .map(({ id }) => segmentOf(id, 'subscriptions') ?? '');
  const missing = subscriptions.find((one) => !zones.subscriptions?.some((listed) => sameId(listed, one)));
  return missing === undefined ? undefined : reason('check.zones.notListed', { name: missing });
}

/**
 * Returns unknown if a ruleset is linked. Azure's server queries the network's zones first, then the rules of a linked
 * ruleset. These may forward to another resolver (dns/dns-private-resolver-overview, DNS resolution process).
 */
function sentOn(
  { zones }: Pick<WorkspaceServices, 'zones'>,
  networks: readonly AnsweringNetwork[],
): Reason | undefined {
  const ruleset = zones.rulesets?.find(({ linkedNetworks }) =>
    linkedNetworks.some((id) => networks.some((one) => sameId(one.id, id))),
  );
  return ruleset && reason('check.zones.ruleset', { name: ruleset.name, network: names(networks) });
}

function names(networks: readonly AnsweringNetwork[]): readonly string[] {
  return [...new Set(networks.map((one) => one.name))];
}

interface DnsQueryContext {
  readonly networks: readonly AnsweringNetwork[];
  readonly cloud: Cloud;
}

function checkZone(
  { zone, endpoints, names: needed }: NeededZone,
  zones: KnownZones,
  { networks, cloud }: DnsQueryContext,
): SettingResult {
  const seen = zones.found.filter((one) => one.name === zone);
  const linked = seen.find((one) => networks.every((network) => isLinked(one, network)));
  if (linked) return checkRecords(linked, needed);
  const because = whyUnsure(seen, zones) ?? whyElsewhere({ zone, endpoints }, zones, cloud);
  if (because) return unknownResult(because);
  const perhaps = seen.find((one) => networks.every((network) => isLinked(one, network, maybeSameId)));
  if (perhaps) return unknownResult(reason('check.zones.maybeLinked', { zone, network: names(networks) }));
  const without = networks.filter((network) => !seen.some((one) => isLinked(one, network)));
  const values = { zone, network: names(without.length > 0 ? without : networks) };
  const wrong = zones.found.find(({ name }) => intendedZone(cloud, name) === zone)?.name;
  return {
    ...missing(seen.length > 0, wrong, values),
    assumptions: [
      reason(zones.subscriptions ? 'check.assume.zonesSeen' : 'check.assume.zonesOfFiles', { zone }),
    ],
  };
}

function whyUnsure(seen: readonly PrivateZone[], { unread }: KnownZones): Reason | undefined {
  return (
    seen.flatMap(({ linkedNetworks }) => (linkedNetworks.known ? [] : linkedNetworks.because))[0] ?? unread
  );
}

/**
 * Returns unknown if the files have neither a zone of the service nor records of its endpoints, because these are
 * managed elsewhere.
 */
function whyElsewhere(
  { zone, endpoints }: Pick<NeededZone, 'zone' | 'endpoints'>,
  { found, elsewhere }: KnownZones,
  cloud: Cloud,
): Reason | undefined {
  if (!elsewhere) return undefined;
  const siblings = [['amlworkspace'], ...Object.values(groupsOf)]
    .map((groups) => groups.flatMap((group) => privateZonesOf(cloud, group)))
    .find((all) => all.includes(zone));
  const isManaged = found.some(
    ({ name, keptFor = [] }) =>
      siblings?.includes(name) === true ||
      intendedZone(cloud, name) === zone ||
      endpoints.some(({ id }) => keptFor.some((kept) => sameId(kept, id))),
  );
  return isManaged ? undefined : reason('check.zones.elsewhere', { zone });
}

function missing(
  isThere: boolean,
  wrong: string | undefined,
  values: NonNullable<Reason['values']>,
): SettingResult {
  if (isThere) return failed('check.zones.notLinked', values);
  return wrong === undefined
    ? failed('check.zones.none', values)
    : failed('check.zones.wrongName', { ...values, wrong });
}

function isLinked(
  { linkedNetworks }: PrivateZone,
  { id }: AnsweringNetwork,
  isSame: (one: ResourceId, other: ResourceId) => boolean = sameId,
): boolean {
  return linkedNetworks.known && linkedNetworks.value.some((one) => isSame(one, id));
}

const question: FlowTemplate = {
  direction: 'Outbound',
  protocol: 'UDP',
  ports: ['53'],
  remote: { is: 'tag', tag: 'VirtualNetwork', scope: 'none' },
  writeProtocol: 'Udp',
  preflightByText: false,
  ruleName: 'Allow-DNS',
};

/**
 * Checks requirement `dns-custom-server-forwarders`: custom DNS servers are reachable. Whether they forward can't be
 * checked.
 */
export function checkNameServers(context: TrafficContext): SettingResult {
  const servers = ownNameServers(context.place.network);
  if (!servers.known) return unknownResult(servers.because);
  if (servers.value.length === 0) return passed('check.names.azure');
  const sources = nameSources(context.model, context.place.network);
  if (!sources.known) return unknownResult(sources.because);
  const silent = sources.value.flatMap((one) => (one.is === 'silent' ? one.firewall : []));
  if (silent.length > 0) {
    const answer = failed('check.names.silent', { firewall: silent });
    return silent.length === sources.value.length ? withSeverity('error', answer) : answer;
  }
  return checkNameSources(servers.value, sources.value, context);
}

function checkNameSources(
  servers: readonly string[],
  sources: readonly NameSource[],
  context: TrafficContext,
): SettingResult {
  const answers = servers.map((server) => {
    const { outcome } = evaluateRemotes(question, [{ queried: [server], written: [server] }], context);
    return { server, outcome, standing: statusOf(outcome) };
  });
  const blocked = answers.filter(({ standing }) => standing === 'open').map(({ server }) => server);
  const { addressPrefixes } = context.place.network;
  if (!addressPrefixes.known && blocked.some(isPrivate)) return unknownResult(addressPrefixes.because);
  const beyond = blocked.filter((server) => mayBePeered(server, context));
  if (blocked.length > beyond.length) {
    const lost = blocked.filter((server) => !beyond.includes(server));
    const answer = failed('check.names.unreached', { servers: lost });
    return lost.length === answers.length ? withSeverity('error', answer) : answer;
  }
  if (beyond.length > 0) {
    const { name: network } = context.place.network;
    return unknownResult(reason('check.names.peerElsewhere', { servers: beyond, network }));
  }
  const values = { servers };
  const isReached = answers.every(({ standing }) => standing === 'fine');
  const unseen = sources.flatMap((one) => (one.is === 'server' ? one.address : []));
  const isPrivateRequired = needsPrivateNames(context);
  if (isPrivateRequired && unseen.length > 0) {
    return unknownResult(reason('check.names.forwarders', { servers: unseen }));
  }
  if (!isReached) return unknownResult(reason('check.names.forwarded', values));
  return isPrivateRequired ? answeredByAzure(sources) : passed('check.names.own', values);
}

/**
 * True for a private address outside of a network that others can peer. Such a peering would also change which rules
 * match the address.
 */
function mayBePeered(server: string, { place }: PlaceContext): boolean {
  const { peersElsewhere, addressPrefixes } = place.network;
  if (peersElsewhere === undefined || !addressPrefixes.known) return false;
  const isOwn = addressPrefixes.value.some((prefix) => prefixesOverlap(prefix, server));
  return !isOwn && isPrivate(server);
}

/** True for an address that Azure routes only inside of networks. */
function isPrivate(server: string): boolean {
  return droppedRanges.some((range) => prefixesOverlap(range, server));
}

/** Returns the result if all queries reach Azure's server. */
function answeredByAzure(sources: readonly NameSource[]): SettingResult {
  const azureSources = sources.filter((one) => one.is === 'azure');
  const firewalls = azureSources.flatMap(({ forwarder }) =>
    forwarder.by === 'firewall' ? forwarder.name : [],
  );
  if (azureSources.some(({ network }) => network === undefined)) {
    return unknownResult(reason('check.names.elsewhere', { firewall: firewalls }));
  }
  const resolvers = azureSources.flatMap(({ forwarder }) =>
    forwarder.by === 'resolver' ? forwarder.address : [],
  );
  if (resolvers.length === 0) return passed('check.names.proxy', { firewall: firewalls });
  const values = { servers: resolvers };
  return {
    ...passed('check.names.resolver', values),
    assumptions: [reason('check.assume.noRuleset', values)],
  };
}

/** True if a reachable private endpoint has a name that only private zones resolve. */
function needsPrivateNames({ plan, model, place }: PlaceContext): boolean {
  const isPrivate = plan.workspace.known && valueOr(plan.workspace.value.hasPrivateEndpoint, true);
  if (isPrivate) return true;
  return mayHaveEndpoints({ model, place, plan });
}
