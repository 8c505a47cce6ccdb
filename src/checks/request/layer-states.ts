import {
  statusOf,
  type CheckResult,
  type Decider,
  type GroupLevel,
  type Outcome,
} from '../../core/check-result';
import { routeTableOf, securityGroupOf } from '../../core/network/find';
import type { NetworkModel, Subnet } from '../../core/network/model';
import type { LayerState, RequestFlow } from '../../core/network-request';
import type { Reason } from '../../core/reason';

/** The results of a requirement, with different layers in front removed. */
export interface FlowInLayers {
  readonly result: CheckResult;
  readonly withoutAdminRules: CheckResult;
  readonly pathAlone: CheckResult;
  /** Results of private DNS by requirement. */
  readonly dns: ReadonlyMap<string, CheckResult>;
  readonly model: NetworkModel;
  readonly subnet: Subnet;
}

/** Returns how each layer handles a flow. A layer without a state isn't on the path. */
export function layerStates(flow: FlowInLayers): RequestFlow['layers'] {
  const all: RequestFlow['layers'] = {
    'admin-rules': adminState(flow),
    nsg: nsgState(flow),
    ...pathStates(flow),
    'private-dns': dnsState(flow),
  };
  return Object.fromEntries(Object.entries(all).filter(([, { is }]) => is !== 'none'));
}

const none: LayerState = { is: 'none' };
const allowed: LayerState = { is: 'allowed' };

function unknownBecause(why: Reason | null): LayerState {
  return { is: 'unknown', why };
}

function adminState({ result }: FlowInLayers): LayerState {
  if (hasStep(result, 'trace.adminRule.unknown')) return unknownBecause(reasonOf(result.outcome));
  const by = blockingRule(result, ['network-manager']);
  return by ? { is: 'blocked', partly: result.outcome.is !== 'blocked', by, why: null } : none;
}

/**
 * Returns the state of the NSGs of the subnet and of the network interface. If an admin rule blocks the flow, it is the
 * state without that rule.
 */
function nsgState({ result, withoutAdminRules, pathAlone, model, subnet }: FlowInLayers): LayerState {
  const isBehind = blockingRule(result, ['network-manager']) !== null;
  const own = isBehind ? withoutAdminRules : result;
  const by = blockingRule(own, ['subnet', 'network-interface']);
  if (by) return { is: 'blocked', partly: own.outcome.is !== 'blocked', by, why: null };
  const group = securityGroupOf(model, subnet);
  if (!group.known) return unknownBecause(group.because);
  if (group.value === null) return isUnfiltered(own) ? none : allowed;
  if (!group.value.rules.known) return unknownBecause(group.value.rules.because);
  return isRuleUnknown(own, pathAlone.outcome) ? unknownBecause(reasonOf(own.outcome)) : allowed;
}

/** True if the network interface doesn't have an NSG that filters, either. */
function isUnfiltered(own: CheckResult): boolean {
  return own.trace.length === 0 || hasStep(own, 'trace.noGroup.subnet');
}

/** Returns a rule that blocks packets of the flow: the deciding rule, otherwise a rule that blocks a part. */
function blockingRule({ outcome, trace }: CheckResult, levels: readonly GroupLevel[]): Decider | null {
  const isOf = (by: Decider | null): by is Decider => by?.kind === 'rule' && levels.includes(by.level);
  const by = outcome.is === 'blocked' || outcome.is === 'partly-blocked' ? outcome.by : null;
  if (isOf(by)) return by;
  return (
    trace.find((step) => isOf(step.by) && /^trace\.(?:rule|adminRule)\.blocks/.test(step.text.key))?.by ??
    null
  );
}

/** True if a rule couldn't be evaluated, or if nothing is unknown without the NSG. */
function isRuleUnknown(own: CheckResult, behind: Outcome): boolean {
  const isTag = own.outcome.is === 'unknown' && own.outcome.because.key === 'unknown.routedInternet';
  const isOnly = own.outcome.is === 'unknown' && behind.is !== 'unknown';
  return hasStep(own, 'trace.rule.unknown') || isTag || isOnly;
}

function hasStep({ trace }: CheckResult, key: string): boolean {
  return trace.some(({ text }) => text.key === key);
}

function reasonOf(outcome: Outcome): Reason | null {
  return outcome.is === 'unknown' ? outcome.because : null;
}

type PathStates = Partial<Record<'route-table' | 'outbound-access' | 'firewall' | 'peering', LayerState>>;

/** Returns the states of routes, outbound access, and firewalls for packets that the NSGs allow. */
function pathStates({ pathAlone, model, subnet }: FlowInLayers): PathStates {
  const { outcome } = pathAlone;
  const route = passesOn(pathAlone);
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      return blockedOnPath(outcome, route);
    case 'reply-lost':
      return { 'route-table': { is: 'blocked', partly: false, by: outcome.by, why: null } };
    case 'no-outbound-access':
      return {
        'outbound-access': { is: 'blocked', partly: false, by: null, why: outcome.because },
        'route-table': route,
      };
    case 'forwarded':
      return { 'route-table': { is: 'passes-on', route: outcome.by }, firewall: unknownBecause(null) };
    case 'unknown':
      return undecidedOnPath(outcome.because, { route, model, subnet });
    case 'allowed':
      return { 'route-table': route, ...(outcome.by?.kind === 'firewall-rule' ? { firewall: allowed } : {}) };
    default:
      return {};
  }
}

function blockedOnPath(
  { is, by }: Extract<Outcome, { is: 'blocked' | 'partly-blocked' }>,
  route: LayerState,
): PathStates {
  const layerState: LayerState = { is: 'blocked', partly: is === 'partly-blocked', by, why: null };
  if (by.kind === 'firewall-rule') return { 'route-table': route, firewall: layerState };
  return by.kind === 'route' ? { 'route-table': layerState } : {};
}

interface RouteOnPath {
  readonly route: LayerState;
  readonly model: NetworkModel;
  readonly subnet: Subnet;
}

function undecidedOnPath(because: Reason, { route, model, subnet }: RouteOnPath): PathStates {
  const unknown = unknownBecause(because);
  if (because.key.startsWith('unknown.firewall') || because.key === 'unknown.registryName') {
    return { 'route-table': route, firewall: unknown };
  }
  // A gateway or a virtual hub may send the flow to a firewall that isn't known.
  if (gatewayKeys.has(because.key)) return { firewall: unknown };
  if (peeringKeys.has(because.key)) return { peering: unknown };
  const table = routeTableOf(model, subnet);
  const isRead = table.known && (table.value === null || table.value.routes.known);
  return isRead ? { 'route-table': route } : { 'route-table': unknown };
}

const gatewayKeys: ReadonlySet<string> = new Set([
  'unknown.bgp',
  'unknown.virtualHub',
  'unknown.virtualHubUnread',
  'unknown.virtualHubElsewhere',
]);

const peeringKeys: ReadonlySet<string> = new Set([
  'unknown.peeringAccess',
  'unknown.subnetPeering',
  'unknown.peeringOverlap',
]);

/** Returns the first route of a route table that matches the flow. A system route doesn't have an owner. */
function passesOn({ trace }: CheckResult): LayerState {
  for (const { by } of trace) {
    if (by?.kind === 'route' && by.tableId !== null) return { is: 'passes-on', route: by };
  }
  return none;
}

/** Zones that contain a flow's host names, if there are private endpoints. */
const zonesOfFlows: ReadonlyMap<string, { readonly requirement: string; readonly zones: RegExp }> = new Map([
  ['outbound-aml-443', { requirement: 'dns-zones-linked', zones: /azureml|api\.ml|notebooks/i }],
  ['outbound-storage-443', { requirement: 'dns-dependency-zones', zones: /\.(?:blob|dfs|queue|table)\./i }],
  ['outbound-storage-445', { requirement: 'dns-dependency-zones', zones: /\.file\./i }],
  ['outbound-keyvault-443', { requirement: 'dns-dependency-zones', zones: /vault/i }],
  ['outbound-acr-443', { requirement: 'dns-dependency-zones', zones: /azurecr/i }],
]);

/** Returns whether private names of the flow's hosts resolve to their endpoints. */
function dnsState({ result, dns }: FlowInLayers): LayerState {
  const of = zonesOfFlows.get(result.requirement);
  const outcome = of && dns.get(of.requirement)?.outcome;
  switch (outcome?.is) {
    case 'passed':
      return allowed;
    case 'failed':
      return unlinkedZone(outcome.text, of?.zones);
    case 'unknown':
      return unknownBecause(outcome.because);
    case 'not-applicable':
      return outcome.because.key === 'check.zones.ownServers' ? ownServers(dns) : none;
    default:
      return none;
  }
}

/**
 * Returns the state for unlinked zones. The result names all zones that fail. The state of the others isn't known then.
 */
function unlinkedZone(text: Reason, zones: RegExp | undefined): LayerState {
  const named = [text.values?.['zone'] ?? text.values?.['zones'] ?? ''].flat().map(String);
  return named.some((one) => zones?.test(one) === true)
    ? { is: 'blocked', partly: false, by: null, why: text }
    : unknownBecause(null);
}

function ownServers(dns: FlowInLayers['dns']): LayerState {
  const servers = dns.get('dns-custom-server-forwarders');
  const standing = servers ? statusOf(servers.outcome) : 'hidden';
  return standing === 'hidden' || standing === 'fine' ? none : unknownBecause(null);
}
