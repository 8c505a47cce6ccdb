import type { Cause, CauseKind } from '../core/cause';
import {
  statusOf,
  type CheckResult,
  type Decider,
  type DecidingRoute,
  type RequirementGroup,
  type Severity,
} from '../core/check-result';
import type { Reason } from '../core/reason';

/**
 * Groups what fails or isn't known by the component that decides: each such result is in one cause. A packet ends at the
 * first component on its path that stops it, so its result belongs to that one.
 * @param results of one subnet and plan, in the order of the requirements
 * @returns errors, what is to be confirmed, warnings, and information, in this order; then those with more results first
 */
export function causesOf(results: readonly CheckResult[]): readonly Cause[] {
  const groups = new Map<string, [Component, CheckResult, ...CheckResult[]]>();
  for (const result of results) {
    const component = componentOf(result);
    if (!component) continue;
    const group = groups.get(component.key);
    if (group) group.push(result);
    else groups.set(component.key, [component, result]);
  }
  return [...groups.values()].map(causeOf).sort(byImportance);
}

type Component = Pick<Cause, 'kind' | 'key' | 'by' | 'because'>;

const severities: readonly Severity[] = ['error', 'warning', 'info'];

function causeOf([component, first, ...others]: [Component, CheckResult, ...CheckResult[]]): Cause {
  const [worst = first, ...rest] = [first, ...others].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const fails = [worst, ...rest].some(({ outcome }) => statusOf(outcome) === 'open');
  return {
    ...component,
    status: fails ? 'fails' : 'to-confirm',
    severity: worst.severity,
    results: [worst, ...rest],
  };
}

/** Errors, what is to be confirmed, warnings, information. */
function rankOf({ status, severity }: Cause): number {
  const rank = severities.indexOf(severity);
  return status === 'to-confirm' && severity !== 'info' ? 0.5 : rank;
}

function byImportance(a: Cause, b: Cause): number {
  return rankOf(a) - rankOf(b) || b.results.length - a.results.length;
}

/** Undefined for what passes, what doesn't apply, and notes. */
function componentOf({ requirement, group, outcome }: CheckResult): Component | undefined {
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      return decided(kindOfBlocker(outcome.by), outcome.by);
    case 'reply-lost':
      return decided('reply-route', outcome.by);
    case 'handed-on':
      return decided('appliance-decides', outcome.by);
    case 'no-way-out':
      return stated('no-outbound-access', outcome.because, '');
    case 'undecided':
      return stated('not-readable', outcome.because, textOf(outcome.because));
    case 'not-met':
      // A default rule that allows is nobody's component.
      if (requirement === 'outbound-default-open') return undefined;
      return stated(kindOfSetting(requirement, group), outcome.text, requirement);
    default:
      return undefined;
  }
}

function decided(kind: CauseKind, by: Decider): Component {
  return { kind, key: keyOf([kind, ...placeOf(by)]), by, because: null };
}

function stated(kind: CauseKind, because: Reason, what: string): Component {
  return { kind, key: keyOf([kind, what]), by: null, because };
}

function kindOfBlocker(by: Decider): CauseKind {
  if (by.kind === 'route') return 'route-drops';
  if (by.kind === 'firewall-rule') return 'firewall-blocks';
  if (by.level === 'network-manager') return 'admin-rule-blocks';
  return by.isDefault ? 'nsg-default-blocks' : 'nsg-rule-blocks';
}

/** What tells one component from another; letter case doesn't, as in Azure. */
function placeOf(by: Decider): readonly string[] {
  switch (by.kind) {
    case 'rule':
      return [by.groupId, by.name, by.direction];
    case 'firewall-rule':
      return [by.writtenIn, by.collection, by.name];
    case 'route':
      return routePlace(by);
  }
}

/** A system route has no table, and a learned one no name of its own: what it does tells it. */
function routePlace({
  tableId,
  name,
  destination,
  nextHop,
  nextHopAddress,
}: DecidingRoute): readonly string[] {
  return [tableId ?? '', name, destination, nextHop, nextHopAddress ?? ''];
}

function keyOf(parts: readonly string[]): string {
  return JSON.stringify(parts.map((part) => part.toLowerCase()));
}

function textOf({ key, values }: Reason): string {
  return JSON.stringify([key, values ?? {}]);
}

/** Where another component decides than for most of its group. */
const kindsOfSettings: ReadonlyMap<string, CauseKind> = new Map([
  ['lock-on-vnet-resource-group', 'lock'],
  ['lock-on-workspace-resource-group', 'lock'],
  ['policy-forbids-network-resources', 'policy-denies'],
  ['nsg-rule-wellformed', 'nsg-rule-blocks'],
  ['subnet-nsg-must-not-contradict-auto-nsg', 'nsg-rule-blocks'],
  ['inbound-ssh-22-cluster', 'nsg-rule-blocks'],
  ['vm-public-ip-required', 'subnet-unfit'],
  ['hdi-public-ip-required', 'subnet-unfit'],
  ['hdinsight-dns-53', 'dns-missing'],
  ['hdi-no-service-endpoint-policy', 'subnet-unfit'],
  ['exfil-service-endpoint-policy', 'service-firewall'],
  ['egress-explicit-for-npip', 'no-outbound-access'],
  ['default-outbound-new-vnets', 'no-outbound-access'],
  ['udr-forced-tunnel-nat-option', 'no-outbound-access'],
  ['nat-gateway-compat', 'no-outbound-access'],
  ['udr-forced-tunnel-batch', 'reply-route'],
  ['udr-forced-tunnel-aml', 'reply-route'],
  ['udr-hdinsight-management', 'reply-route'],
  ['udr-appliance-health', 'reply-route'],
  ['computes-in-pe-vnet', 'endpoint-missing'],
  ['cluster-cross-region-connectivity', 'endpoint-missing'],
  ['npip-requires-private-endpoint', 'endpoint-missing'],
  ['multi-private-endpoints', 'endpoint-missing'],
  ['private-link-public-access-features', 'endpoint-missing'],
  ['storage-private-endpoint-subresources', 'endpoint-missing'],
  ['endpoint-mix', 'endpoint-missing'],
  ['pe-network-policies-workspace', 'subnet-unfit'],
]);

const kindsOfGroups: Readonly<Record<RequirementGroup, CauseKind>> = {
  outbound: 'nsg-default-blocks',
  inbound: 'nsg-default-blocks',
  routes: 'route-drops',
  placement: 'subnet-unfit',
  addresses: 'addresses-short',
  permissions: 'permission-missing',
  quota: 'quota-short',
  services: 'service-firewall',
  names: 'dns-missing',
};

function kindOfSetting(requirement: string, group: RequirementGroup): CauseKind {
  return kindsOfSettings.get(requirement) ?? kindsOfGroups[group];
}
