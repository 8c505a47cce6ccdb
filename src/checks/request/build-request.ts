import type { CauseKind } from '../../core/cause';
import { formatPorts, parsePorts } from '../../core/addresses/ports';
import { intersect } from '../../core/addresses/interval-algebra';
import { isEmpty } from '../../core/addresses/interval-set';
import { statusOf, type CheckResult, type Outcome, type RequirementGroup } from '../../core/check-result';
import { valueOr, known } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { NetworkRequest, RequestFlow, RequestLayer, RequestSetting } from '../../core/network-request';
import type { PlanToCheck } from '../../core/plan';
import { hostNames, hostsAmong } from '../../requirements/host-names';
import { findRequirement, isIdentifiedByName, isSameForEverySubnet } from '../../requirements/requirements';
import { causesOf } from '../causes';
import { type CheckInput, checkSubnet } from '../check-subnet';
import { evaluateFlow } from '../evaluate-flow';
import type { FillContext } from '../fill-flow';
import { layerStates } from './layer-states';
import { flowOwners, settingOwner, type RequestPlace } from './request-owners';
import { withoutGroup } from '../causes-in';
import { withoutNicGroup } from '../target';

/** Input for a request. */
export interface RequestInput {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: CheckInput;
  /** Time in ISO format at which the network was read; null if it isn't known. */
  readonly readAt: string | null;
  /** Results of this model and plan, if they are already known. */
  readonly results?: readonly CheckResult[];
}

/**
 * Builds what a subnet needs from the owners of its network: each flow with the state of every layer, and what to
 * request from each owner. It never requests what is already allowed.
 * @returns undefined if the model doesn't have the subnet
 */
export function buildRequest({
  model,
  plan,
  facts,
  readAt,
  results,
}: RequestInput): NetworkRequest | undefined {
  const found = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  if (!found) return undefined;
  const { subnet, network } = found;
  const place = { model, subnet, network };
  const layers = checkLayers({ model, plan, facts }, results);
  const region = valueOr(network.location, '');
  const byId = (all: readonly CheckResult[]): ReadonlyMap<string, CheckResult> =>
    new Map(all.map((one) => [one.requirement, one]));
  const [own, bare, path] = [byId(layers.results), byId(layers.withoutAdminRules), byId(layers.pathAlone)];
  const flows = layers.results.filter(isFlow).map((result): RequestFlow => {
    const { requirement } = result;
    const behind = path.get(requirement) ?? result;
    const states = layerStates({
      result,
      withoutAdminRules: bare.get(requirement) ?? result,
      pathAlone: behind,
      dns: own,
      model,
      subnet,
    });
    return {
      ...flowOf(result, behind),
      isBothWays: failsBothWays(requirement, { ...place, place, plan, facts, tags: facts.tags }),
      hosts: missingNames(behind) ?? hostsOf(requirement, { facts, region, cloud: plan.cloud }),
      ...flowOwners({ layers: states }, place),
    };
  });
  return {
    subnet: subnet.name,
    network: network.name,
    addressPrefixes: valueOr(subnet.addressPrefixes, []),
    region,
    cloud: plan.cloud,
    readAt,
    flows,
    settings: settingsOf(layers.results, place),
  };
}

/**
 * True if a result is a flow. Hosts that only have names are a flow if a firewall decides by name. NSGs and routes
 * can't have a rule for them.
 */
function isFlow({ subject, outcome, requirement }: CheckResult): boolean {
  const standing = statusOf(outcome);
  if (subject === null || standing === 'hidden' || standing === 'note') return false;
  if (!isIdentifiedByName(requirement) || standing === 'fine') return true;
  return 'by' in outcome && outcome.by?.kind === 'firewall-rule';
}

type FlowText = Omit<RequestFlow, 'hosts' | 'layers' | 'path' | 'owners' | 'isBothWays'>;

/** Returns the flow as a rule states it. If it fails in part, it contains only that part. */
function flowOf(result: CheckResult, path: CheckResult): FlowText {
  const { requirement, severity, subject } = result;
  const { direction, protocol, ports, remote } = subject ?? noSubject;
  const failing = result.blocked.length > 0 ? result.blocked : path.blocked;
  const named = [...new Set(failing.flatMap(({ to }) => to ?? []))];
  return {
    requirement,
    severity,
    direction,
    protocol: isAnyProtocol(requirement) ? 'Any' : protocol,
    ports: failingPorts(ports, failing),
    remotes: isIdentifiedByName(requirement) ? [] : listOf(named.length > 0 ? named.join(', ') : remote),
    result,
  };
}

/**
 * True if traffic between nodes may be blocked in both directions: it leaves a node and enters another, and the result
 * names only one direction.
 */
function failsBothWays(requirement: string, context: FillContext): boolean {
  const what = findRequirement(requirement)?.profiles[context.plan.profile]?.what;
  const flows = what?.is === 'flows' ? what.flows : [];
  if (new Set(flows.map(({ direction }) => direction)).size < 2) return false;
  return flows.every((one) => statusOf(evaluateFlow(one, context).outcome) === 'open');
}

const noSubject = { direction: 'Outbound', protocol: 'Any', ports: 'any', remote: '' } as const;

function listOf(text: string): readonly string[] {
  return [...new Set(text.split(', '))].filter((one) => one !== '');
}

/** Returns the ports of the flow that fail; all of them if that isn't known by port. */
function failingPorts(ports: string, failing: CheckResult['blocked']): readonly string[] {
  if (ports === 'any') return ['*'];
  const all = listOf(ports);
  const open = parsePorts(failing.flatMap((part) => part.ports.split(', ')));
  const rest = all.flatMap((one) => {
    const set = parsePorts([one]);
    if (!open || !set) return one;
    const common = intersect(set, open);
    return isEmpty(common) ? [] : listOf(formatPorts(common));
  });
  return failing.length === 0 || rest.length === 0 ? all : rest;
}

/** True if Microsoft documents the flow for any protocol. */
function isAnyProtocol(id: string): boolean {
  const what = findRequirement(id)?.profiles.current?.what;
  return what?.is === 'flows' && what.flows.every(({ writeProtocol }) => writeProtocol === '*');
}

/** Returns the hosts from the workspace's own list, otherwise from Microsoft's table. */
function hostsOf(
  requirement: string,
  { facts, region, cloud }: Pick<NetworkRequest, 'region' | 'cloud'> & { readonly facts: CheckInput },
): readonly string[] {
  const own = hostsAmong(facts.hosts ?? [], requirement, cloud);
  return own.length > 0 ? own : hostNames(requirement, cloud, region);
}

/** Returns the names that a firewall blocks, if it decides by name. */
function missingNames({ blocked }: CheckResult): readonly string[] | undefined {
  const names = blocked.flatMap((part) => part.names ?? []);
  return names.length > 0 ? [...new Set(names)] : undefined;
}

/** Returns settings that fail or aren't known. Settings of the plan itself are the user's responsibility. */
function settingsOf(results: readonly CheckResult[], place: RequestPlace): readonly RequestSetting[] {
  const causes = new Map(
    causesOf(results).flatMap((cause) => cause.results.map((one) => [one.requirement, cause] as const)),
  );
  return results.flatMap((result): readonly RequestSetting[] => {
    const { requirement, severity, group, outcome } = result;
    const cause = causes.get(requirement);
    if (isFlow(result) || (!cause && !isQuestion(outcome))) return [];
    const layer = layerOfSetting(cause?.kind, isQuestion(outcome) ? questionGroup(group) : group);
    return [
      {
        requirement,
        severity,
        state: statusOf(outcome) === 'open' ? 'blocked' : 'unknown',
        owner: settingOwner(layer, cause?.by ?? null, place),
        isOptional: isOptional(result),
        result,
      },
    ];
  });
}

function isQuestion(outcome: Outcome): boolean {
  return outcome.is === 'note' && outcome.retired === undefined;
}

/** Returns the group of a question about hosts and proxies that no NSG rule can name. */
function questionGroup(group: RequirementGroup): RequirementGroup | 'byName' {
  return group === 'outbound' ? 'byName' : group;
}

function isOptional({ requirement, severity }: CheckResult): boolean {
  return severity === 'info' || isOwnSetting(requirement) || isSameForEverySubnet(requirement);
}

/**
 * True if someone else can change or confirm it: a flow, or a setting. The user's own settings and an unfit subnet need
 * another choice.
 */
export function isRequestable(result: CheckResult): boolean {
  if (!['open', 'unknown'].includes(statusOf(result.outcome))) return false;
  if (result.subject !== null) return true;
  return !isOwnSetting(result.requirement) && causesOf([result])[0]?.kind !== 'subnet-unfit';
}

function isOwnSetting(requirement: string): boolean {
  const what = findRequirement(requirement)?.profiles.current?.what;
  return what?.is === 'setting' && ownSettings.has(what.setting);
}

/** Settings of the plan, which only the user has to change. */
const ownSettings: ReadonlySet<string> = new Set([
  'compute-name',
  'existing-compute',
  'attached-once',
  'attach-support',
  'managed-network',
  'managed-network-set-up',
  'build-compute',
]);

const layersOfKinds: Readonly<Record<CauseKind, RequestLayer | null>> = {
  'nsg-rule-blocks': 'nsg',
  'nsg-default-blocks': 'nsg',
  'admin-rule-blocks': 'admin-rules',
  'route-drops': 'route-table',
  'reply-route': 'route-table',
  'no-outbound-access': 'outbound-access',
  'firewall-blocks': 'firewall',
  'appliance-decides': 'firewall',
  'dns-missing': 'private-dns',
  'endpoint-missing': 'resource',
  'service-firewall': 'resource',
  'permission-missing': 'role',
  'quota-short': 'resource',
  'policy-denies': 'resource',
  lock: 'resource',
  'subnet-unfit': 'subnet',
  'addresses-short': 'subnet',
  'not-readable': null,
};

const layersOfGroups: Readonly<Record<RequirementGroup | 'byName', RequestLayer>> = {
  byName: 'firewall',
  outbound: 'nsg',
  inbound: 'nsg',
  routes: 'route-table',
  placement: 'subnet',
  addresses: 'subnet',
  permissions: 'role',
  quota: 'resource',
  services: 'resource',
  names: 'private-dns',
};

function layerOfSetting(kind: CauseKind | undefined, group: RequirementGroup | 'byName'): RequestLayer {
  return (kind && layersOfKinds[kind]) ?? layersOfGroups[group];
}

/** The results of a subnet, and the results without some of the layers in front. */
interface LayerResults {
  readonly results: readonly CheckResult[];
  /** Results without security admin rules: what the NSGs do by themselves. */
  readonly withoutAdminRules: readonly CheckResult[];
  /** Results without admin rules and NSGs: what routes and firewalls do. */
  readonly pathAlone: readonly CheckResult[];
}

/**
 * Checks each layer without those in front of it. So a flow that an NSG blocks also has the result of the routes and
 * firewalls behind it.
 * @param results of the same model and plan, if they are already known
 */
function checkLayers(
  {
    model,
    plan,
    facts,
  }: { readonly model: NetworkModel; readonly plan: PlanToCheck; readonly facts: CheckInput },
  results: readonly CheckResult[] = checkSubnet(model, plan, facts),
): LayerResults {
  const { subnetId } = plan;
  const place = subnetId === null ? undefined : findSubnet(model, subnetId);
  if (subnetId === null || !place) return { results, withoutAdminRules: results, pathAlone: results };
  const { adminRules } = place.network;
  const isManaged = adminRules !== undefined && !(adminRules.known && adminRules.value.length === 0);
  const plain = isManaged ? withoutAdminRules(model, place.network.id) : model;
  return {
    results,
    withoutAdminRules: isManaged ? checkSubnet(plain, plan, facts) : results,
    pathAlone: checkSubnet(withoutGroup(plain, subnetId), withoutNicGroup(plan), facts),
  };
}

function withoutAdminRules(model: NetworkModel, networkId: ResourceId): NetworkModel {
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) =>
      sameId(one.id, networkId) ? { ...one, adminRules: known([]) } : one,
    ),
  };
}
