import { knownTraits } from '../../core/compute-kinds';
import {
  coresLeft,
  isPermitted,
  tightestCoreQuota,
  type Governance,
  type ManagementLock,
  type NetworkGovernance,
  type NetworkUsage,
  type Permission,
} from '../../core/governance';
import { valueOr, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { PlanToCheck } from '../../core/plan';
import { reason } from '../../core/reason';
import {
  withSeverity,
  passed,
  failed,
  notApplicable,
  unknownResult,
  type SettingResult,
} from '../setting-result';
import type { PlanContext, PlanSettingCheck } from '../setting-context';

const joinNetwork = 'Microsoft.Network/virtualNetworks/join/action';
const joinSubnet = 'Microsoft.Network/virtualNetworks/subnets/join/action';
/** Spelling of the action on pages of 2020 and 2022. A role with it doesn't grant anything. */
const joinSubnetMisspelled = 'Microsoft.Network/virtualNetworks/subnet/join/action';
const writeCompute = 'Microsoft.MachineLearningServices/workspaces/computes/write';

/**
 * Returns the governance data of the plan's workspace; undefined if it is for another workspace, or if nothing was
 * read.
 */
function governanceOf({ facts, plan }: PlanContext): Governance | undefined {
  const found = facts.governance;
  if (!found || !plan.workspace.known) return undefined;
  return sameId(found.workspaceId, plan.workspace.value.id) ? found : undefined;
}

/** Returns the governance data of the plan's subnet. */
function networkOf(context: PlanContext): NetworkGovernance | undefined {
  const found = context.facts.governance;
  const { subnetId } = context.plan;
  if (!found || found.subnetId === null || subnetId === null) return undefined;
  return sameId(found.subnetId, subnetId) ? (found.network ?? undefined) : undefined;
}

const notRead = (): SettingResult => notApplicable('check.azure.notRead');

/**
 * Returns unknown with severity warning for unreadable data. It doesn't block the plan, because Azure checks on
 * creation.
 */
function whyUnknown<T>(unread: Extract<Known<T>, { known: false }>): SettingResult {
  return withSeverity('warning', unknownResult(unread.because));
}

/**
 * Returns unknown with full severity for values that files leave open, because nothing resolves them before creation.
 */
function unknownIn<T>({ facts }: PlanContext, unread: Extract<Known<T>, { known: false }>): SettingResult {
  return facts.governance?.isOfFiles ? unknownResult(unread.because) : whyUnknown(unread);
}

interface Needed {
  readonly action: string;
  readonly role: string;
  readonly name: string;
  readonly misspelled?: string;
}

function checkPermission(held: Known<readonly Permission[]> | null, needed: Needed): SettingResult {
  if (held === null) return notRead();
  if (!held.known) return whyUnknown(held);
  const { action, role, name, misspelled } = needed;
  if (isPermitted(held.value, action)) {
    return {
      ...passed('check.permission.held', { name }),
      assumptions: [reason('check.assume.noDenyAssignment')],
    };
  }
  const hasMisspelled =
    misspelled !== undefined &&
    held.value.some(({ actions }) => actions.some((one) => one.toLowerCase() === misspelled.toLowerCase()));
  return hasMisspelled
    ? failed('check.permission.misspelled', { name, action, misspelled })
    : failed('check.permission.missing', { name, action, role });
}

/** Checks requirement `rbac-compute-write`. */
function checkComputeWrite(context: PlanContext): SettingResult {
  const found = governanceOf(context);
  if (!found) return notRead();
  const name = nameOf(found.workspaceId);
  return checkPermission(found.onWorkspace, { action: writeCompute, role: 'AzureML Compute Operator', name });
}

/** Checks requirement `rbac-vnet-join`. */
function checkNetworkJoin(context: PlanContext): SettingResult {
  const found = networkOf(context);
  if (!found) return notRead();
  const name = nameOf((context.plan.subnetId ?? '').replace(/\/subnets\/[^/]+$/i, ''));
  return checkPermission(found.onNetwork, { action: joinNetwork, role: 'Network Contributor', name });
}

/** Checks requirement `rbac-subnet-join`. */
function checkSubnetJoin(context: PlanContext): SettingResult {
  const found = networkOf(context);
  if (!found) return notRead();
  return checkPermission(found.onSubnet, {
    action: joinSubnet,
    role: 'Network Contributor',
    name: nameOf(context.plan.subnetId ?? ''),
    misspelled: joinSubnetMisspelled,
  });
}

function checkLocks(locks: Known<readonly ManagementLock[]> | null, context: PlanContext): SettingResult {
  if (locks === null) return notRead();
  if (!locks.known) return unknownIn(context, locks);
  const first = locks.value.find(({ level }) => level === 'ReadOnly') ?? locks.value[0];
  if (!first) return passed('check.lock.none');
  const { name, level, scope } = first;
  const values = { name, scope: nameOf(scope) };
  return level === 'ReadOnly'
    ? failed('check.lock.readOnly', values)
    : failed('check.lock.canNotDelete', values);
}

/** Checks requirement `lock-on-vnet-resource-group`: nodes with a public IP have their own network resources there. */
function checkNetworkLock(context: PlanContext): SettingResult {
  const found = networkOf(context);
  if (!found) return notRead();
  const answer = checkLocks(found.locks, context);
  const { publicIp } = context.plan;
  return publicIp.known && !publicIp.value ? withSeverity('warning', answer) : answer;
}

/** Checks requirement `lock-on-workspace-resource-group`. */
function checkWorkspaceLock(context: PlanContext): SettingResult {
  const found = governanceOf(context);
  return found ? checkLocks(found.workspaceLocks, context) : notRead();
}

/** Checks requirement `policy-forbids-network-resources`. */
function checkNetworkPolicy(context: PlanContext): SettingResult {
  const found = networkOf(context);
  if (!found) return notRead();
  const { denials } = found;
  if (denials === null) return notRead();
  if (!denials.known) return unknownIn(context, denials);
  const [first] = denials.value;
  if (!first) return passed('check.policy.none');
  const types = [...new Set(denials.value.map(({ type }) => nameOf(type)))];
  return failed('check.policy.denies', { policy: first.policy, scope: nameOf(first.scope), types });
}

/** Resource types, as usages name them, of which each compute resource with a public IP uses one per hundred nodes. */
const counted = [
  'NetworkSecurityGroups',
  'PublicIPAddresses',
  'StandardSkuPublicIpAddresses',
  'LoadBalancers',
  'StandardSkuLoadBalancers',
];
const nodesPerSet = 100;
/** Fraction of a limit from which a warning is shown. */
const nearlyAll = 0.9;

/** Checks requirement `quota-network-per-compute`. */
function checkNetworkQuota(context: PlanContext): SettingResult {
  const found = networkOf(context);
  if (!found) return notRead();
  if (found.usages === null) return notRead();
  if (!found.usages.known) return whyUnknown(found.usages);
  const needed = setsNeeded(context.plan);
  const rows = found.usages.value.filter(({ name }) => counted.includes(name));
  const tightest = [...rows].sort((a, b) => shareAfter(b, needed) - shareAfter(a, needed))[0];
  if (!tightest) return withSeverity('warning', unknownResult(reason('check.quota.notListed')));
  const values = { kind: tightest.name, used: tightest.used, limit: tightest.limit, needed };
  if (tightest.used + needed > tightest.limit) return failed('check.quota.full', values);
  return shareAfter(tightest, needed) > nearlyAll
    ? withSeverity('warning', failed('check.quota.near', values))
    : passed('check.quota.room', values);
}

function setsNeeded({ kind, maxNodes }: PlanToCheck): number {
  if (knownTraits(kind).isPersonal === true) return 1;
  return maxNodes.known ? Math.max(1, Math.ceil(maxNodes.value / nodesPerSet)) : 1;
}

function shareAfter({ used, limit }: NetworkUsage, needed: number): number {
  return limit === 0 ? Number.POSITIVE_INFINITY : (used + needed) / limit;
}

/** Checks requirement `quota-aml-compute`. */
function checkCoreQuota({ plan: { cores, kind, minNodes, maxNodes } }: PlanContext): SettingResult {
  if (!cores) return notRead();
  // An unknown quota is only information: Azure states a missing one when the compute resource is created.
  if (!cores.known) return withSeverity('info', unknownResult(cores.because));
  const { perNode, family } = cores.value;
  const quota = tightestCoreQuota(cores.value);
  if (!quota) return withSeverity('info', unknownResult(reason('check.cores.notListed', { family })));
  const isSingle = knownTraits(kind).isPersonal === true;
  const first = isSingle ? 1 : Math.max(1, valueOr(minNodes, 1));
  const most = isSingle ? 1 : Math.max(first, valueOr(maxNodes, first));
  const left = coresLeft(quota);
  const valuesFor = (n: number) => ({
    ...{ family: quota.family, left, limit: quota.limit },
    ...{ n, needed: n * perNode },
  });
  if (first * perNode > left) return failed('check.cores.short', valuesFor(first));
  return most * perNode > left
    ? withSeverity('warning', failed('check.cores.short', valuesFor(most)))
    : passed('check.cores.room', valuesFor(most));
}

/** Settings that only Azure knows, for the plan's location. */
export const governanceSettings = {
  'compute-write': checkComputeWrite,
  'network-join': checkNetworkJoin,
  'subnet-join': checkSubnetJoin,
  'network-lock': checkNetworkLock,
  'workspace-lock': checkWorkspaceLock,
  'network-policy': checkNetworkPolicy,
  'network-quota': checkNetworkQuota,
  'core-quota': checkCoreQuota,
} as const satisfies Readonly<Record<string, PlanSettingCheck>>;
