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
  undecided,
  type SettingResult,
} from '../setting-result';
import type { SubnetContext } from '../setting-context';
import { servicesOf } from './services-of';
import { isAnyAddress, writtenRules } from '../written-rules';

/** Requirement `outbound-default-open`: whether any rule limits what may leave. */
export function checkOpenDefault({ model, place }: SubnetContext): SettingResult {
  const rules = writtenRules(model, place.subnet, 'Outbound');
  if (!rules.known) return undecided(rules.because);
  if (rules.value === null) return failed('judge.open.noGroup');
  const limit = rules.value.find(
    (rule) =>
      rule.access === 'Deny' &&
      rule.destinations.some((one) => isAnyAddress(one) || one.toLowerCase() === 'internet'),
  );
  return limit
    ? passed('judge.open.restricted', { priority: limit.priority, name: limit.name })
    : failed('judge.open.noDeny');
}

/** Requirements that name a tag of a region. */
const regionalFlows = [
  'outbound-batch-443',
  'outbound-storage-443',
  'outbound-storage-445',
  'outbound-mcr-443',
  'outbound-keyvault-443',
];

/** Requirement `service-tag-region-selection`: both regions of a cluster that runs elsewhere. */
export function checkTagRegions({ plan, place, checked }: SubnetContext): SettingResult {
  const workspace = plan.workspace.known ? plan.workspace.value.location : plan.workspace;
  const subnet = place.network.location;
  const isSame = isSameRegion(subnet, workspace);
  if (!isSame.known) return withSeverity('info', undecided(isSame.because));
  if (!workspace.known || !subnet.known || isSame.value) return notApplicable('judge.sameRegion');
  const regions = [subnet.value, workspace.value];
  const found = regionalFlows.flatMap((id) => checked(id) ?? []);
  // Each open flow has its own row: this one tells what they have in common.
  if (found.some((one) => statusOf(one.outcome) === 'open')) {
    return withSeverity('info', failed('judge.tagRegions.open', { regions }));
  }
  const whyUnknown = found.find((one) => one.outcome.is === 'undecided');
  return whyUnknown?.outcome.is === 'undecided'
    ? withSeverity('info', undecided(whyUnknown.outcome.because))
    : passed('judge.tagRegions.fine', { regions });
}

/**
 * Requirement `exfil-service-endpoint-policy`: what a policy does not name is blocked, Azure ML's own storage and the
 * workspace's among it. Private endpoints pass beside it.
 */
export function checkEndpointPolicy(context: SubnetContext): SettingResult {
  const { model, place } = context;
  const allowed = allowedByPolicies(model, place.subnet);
  const { serviceEndpoints, serviceEndpointPolicies } = place.subnet;
  const [policy] = valueOr(serviceEndpointPolicies, []);
  const hasEndpoint =
    !serviceEndpoints.known ||
    serviceEndpoints.value.some((one) => /^microsoft\.storage(\.global)?$/i.test(one));
  if (policy !== undefined && !hasEndpoint) {
    return failed('judge.policy.noEndpoint', { name: nameOf(policy) });
  }
  // One that is attached blocks whatever it doesn't name.
  if (!allowed.known) {
    return withSeverity(policy === undefined ? 'info' : 'error', undecided(allowed.because));
  }
  if (allowed.value === null) return notApplicable('judge.endpointPolicy.none');
  const { name } = allowed.value;
  if (!allowsAzureMl(allowed.value)) return withSeverity('error', failed('judge.policy.noAlias', { name }));
  const account = blockedAccount(allowed.value, context);
  return account === undefined
    ? passed('judge.policy.allows', { name })
    : withSeverity('error', failed('judge.policy.noAccount', { name, account }));
}

/** The workspace's storage, where the policies leave it out and nothing but the service endpoint leads to it. */
function blockedAccount(allowed: AllowedByPolicies, context: SubnetContext): string | undefined {
  const storage = servicesOf(context)?.storage;
  if (!storage?.known || storage.value === null) return undefined;
  const { id, name } = storage.value;
  const isPrivate =
    serviceEndpointsInReach({ service: { id }, groups: ['blob', 'file'] }, context).found.length > 0;
  return isPrivate || allowsAccount(allowed, id) ? undefined : name;
}

/** What the article of December 2020 let out, and what came since. */
const listOf2020 = ['outbound-entra-80-443', 'outbound-aml-443', 'outbound-arm-443', 'outbound-storage-443'];
export const newerThan2020 = ['outbound-aml-udp-5831', 'outbound-batch-443'];

/** Requirement `restricted-egress-composite-2020`: the old list allowed by rules, the newer flows blocked. */
export function checkListOf2020({ plan, checked }: SubnetContext): SettingResult {
  if (plan.profile === '2020-12') return notApplicable('judge.list2020.then');
  const isBlocked = (id: string): boolean => {
    const one = checked(id);
    return one !== undefined && statusOf(one.outcome) === 'open';
  };
  // The article's own list names no ports, so that its rule for Azure ML also allows UDP 5831.
  const lacksNewer =
    isBlocked('outbound-batch-443') && (isBlocked(udp) || areOfOneRule(checked(udp), checked(aml)));
  const old = lacksNewer && listOf2020.map(checked).every(allowedAsIn2020);
  return old ? failed('judge.list2020.yes') : notApplicable('judge.list2020.no');
}

const aml = 'outbound-aml-443';
const udp = 'outbound-aml-udp-5831';

function areOfOneRule(one: CheckResult | undefined, other: CheckResult | undefined): boolean {
  const [a, b] = [one, other].map((each) =>
    each?.outcome.is === 'allowed' && each.outcome.by?.kind === 'rule' ? each.outcome.by : undefined,
  );
  return a !== undefined && a.name === b?.name && a.groupId === b.groupId;
}

/** Allowed by a written rule; the list had sign-in on 443 alone, and of that only port 80 lacks, a warning. */
function allowedAsIn2020(one: CheckResult | undefined): boolean {
  if (one?.outcome.is === 'allowed') return one.outcome.explicit && one.outcome.by !== null;
  return one?.outcome.is === 'partly-blocked' && one.severity === 'warning';
}
