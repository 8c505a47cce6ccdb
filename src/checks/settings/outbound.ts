import { statusOf, type CheckResult } from '../../core/check-result';
import { valueOr } from '../../core/known';
import {
  allowedByPolicies,
  allowsAccount,
  allowsAzureMl,
  type AllowedByPolicies,
} from '../../core/network/endpoint-policy';
import { nameOf } from '../../core/network/find';
import { isSameRegion } from '../regions';
import { serviceEndpointsInReach } from '../service-access';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlaceContext, TrafficContext } from '../setting-context';
import { servicesOf } from './services-of';
import { isAnyAddress, writtenRules } from '../written-rules';

/** Checks requirement `outbound-default-open`: whether any rule limits outbound traffic. */
export function checkOpenDefault({ model, place }: PlaceContext): SettingResult {
  const rules = writtenRules(model, place.subnet, 'Outbound');
  if (!rules.known) return unknownResult(rules.because);
  if (rules.value === null) return failed('check.open.noGroup');
  const limit = rules.value.find(
    (rule) =>
      rule.access === 'Deny' &&
      rule.destinations.some((one) => isAnyAddress(one) || one.toLowerCase() === 'internet'),
  );
  return limit
    ? passed('check.open.restricted', { priority: limit.priority, name: limit.name })
    : failed('check.open.noDeny');
}

/** Requirements with a regional tag. */
const regionalFlows = [
  'outbound-batch-443',
  'outbound-storage-443',
  'outbound-storage-445',
  'outbound-mcr-443',
  'outbound-keyvault-443',
];

/**
 * Checks requirement `service-tag-region-selection`: both regions of a cluster that isn't in the workspace's region.
 */
export function checkTagRegions({ plan, place, checked }: TrafficContext): SettingResult {
  const workspace = plan.workspace.known ? plan.workspace.value.location : plan.workspace;
  const subnet = place.network.location;
  const isSame = isSameRegion(subnet, workspace);
  if (!isSame.known) return withSeverity('info', unknownResult(isSame.because));
  if (!workspace.known || !subnet.known || isSame.value) return notApplicable('check.sameRegion');
  const regions = [subnet.value, workspace.value];
  const found = regionalFlows.flatMap((id) => checked(id) ?? []);
  // Each open flow has its own row. This row summarizes them.
  if (found.some((one) => statusOf(one.outcome) === 'open')) {
    return withSeverity('info', failed('check.tagRegions.open', { regions }));
  }
  const whyUnknown = found.find((one) => one.outcome.is === 'unknown');
  return whyUnknown?.outcome.is === 'unknown'
    ? withSeverity('info', unknownResult(whyUnknown.outcome.because))
    : passed('check.tagRegions.fine', { regions });
}

/**
 * Checks requirement `exfil-service-endpoint-policy`: a policy blocks what it doesn't name, including Azure ML's own
 * storage and the workspace's. Private endpoints bypass it.
 */
export function checkEndpointPolicy(context: PlaceContext): SettingResult {
  const { model, place } = context;
  const allowed = allowedByPolicies(model, place.subnet);
  const { serviceEndpoints, serviceEndpointPolicies } = place.subnet;
  const [policy] = valueOr(serviceEndpointPolicies, []);
  const hasEndpoint =
    !serviceEndpoints.known ||
    serviceEndpoints.value.some((one) => /^microsoft\.storage(\.global)?$/i.test(one));
  if (policy !== undefined && !hasEndpoint) {
    return failed('check.policy.noEndpoint', { name: nameOf(policy) });
  }
  // An associated policy blocks all accounts that it doesn't name.
  if (!allowed.known) {
    return withSeverity(policy === undefined ? 'info' : 'error', unknownResult(allowed.because));
  }
  if (allowed.value === null) return notApplicable('check.endpointPolicy.none');
  const { name } = allowed.value;
  if (!allowsAzureMl(allowed.value)) return withSeverity('error', failed('check.policy.noAlias', { name }));
  const account = blockedAccount(allowed.value, context);
  return account === undefined
    ? passed('check.policy.allows', { name })
    : withSeverity('error', failed('check.policy.noAccount', { name, account }));
}

/** Returns the workspace's storage account if the policies omit it and only the service endpoint leads to it. */
function blockedAccount(allowed: AllowedByPolicies, context: PlaceContext): string | undefined {
  const storage = servicesOf(context)?.storage;
  if (!storage?.known || storage.value === null) return undefined;
  const { id, name } = storage.value;
  const isPrivate =
    serviceEndpointsInReach({ service: { id }, groups: ['blob', 'file'] }, context).found.length > 0;
  return isPrivate || allowsAccount(allowed, id) ? undefined : name;
}

/** Flows that the article of December 2020 allowed, and flows that were added since. */
const listOf2020 = ['outbound-entra-80-443', 'outbound-aml-443', 'outbound-arm-443', 'outbound-storage-443'];
export const newerThan2020 = ['outbound-aml-udp-5831', 'outbound-batch-443'];

/** Checks requirement `restricted-egress-composite-2020`: rules allow the old list and block the newer flows. */
export function checkListOf2020({ plan, checked }: TrafficContext): SettingResult {
  if (plan.profile === '2020-12') return notApplicable('check.list2020.then');
  const isBlocked = (id: string): boolean => {
    const one = checked(id);
    return one !== undefined && statusOf(one.outcome) === 'open';
  };
  // The article's list doesn't specify ports, so its rule for Azure ML also allows UDP 5831.
  const isNewerMissing =
    isBlocked('outbound-batch-443') && (isBlocked(udp) || areOfOneRule(checked(udp), checked(aml)));
  const old = isNewerMissing && listOf2020.map(checked).every(allowedAsIn2020);
  return old ? failed('check.list2020.yes') : notApplicable('check.list2020.no');
}

const aml = 'outbound-aml-443';
const udp = 'outbound-aml-udp-5831';

function areOfOneRule(one: CheckResult | undefined, other: CheckResult | undefined): boolean {
  const [a, b] = [one, other].map((each) =>
    each?.outcome.is === 'allowed' && each.outcome.by?.kind === 'rule' ? each.outcome.by : undefined,
  );
  return a !== undefined && a.name === b?.name && a.groupId === b.groupId;
}

/** True if a written rule allows it. The list had sign-in only on 443, of which only port 80 is missing, a warning. */
function allowedAsIn2020(one: CheckResult | undefined): boolean {
  if (one?.outcome.is === 'allowed') return one.outcome.explicit && one.outcome.by !== null;
  return one?.outcome.is === 'partly-blocked' && one.severity === 'warning';
}
