import type { VmSize } from '../../azure/ports';
import { coresLeft, tightestCoreQuota, type CoreQuota } from '../../core/governance';
import { known, unknown } from '../../core/known';
import { findSubnet, nameOf, segmentOf } from '../../core/network/find';
import type { Subnet, VirtualNetwork } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { traitsOf } from '../../core/compute-kinds';
import type { PlanToCheck } from '../../core/plan';
import type { Subject } from '../../documents/subjects/subjects';
import { isSshPublic } from '../../plans/created-kinds';
import type { ComputePlan } from '../../plans/compute-plan';
import { checkPlanned, isFailingFinding, isFinding, hasMissingSettings, type Checked } from '../check';
import type { CheckOptions } from '../options';
import { acceptsCompute, isNetworkManaged, type PlanInAzure } from './plan-in-azure';

/** A difference between the plan and Azure, because of which Azure would refuse the plan or create something else. */
export interface Difference {
  readonly what: Reason;
  /** A name, a number, or a localized text. */
  readonly plan: string | Reason;
  readonly azure: string | Reason;
}

/** Results of checking a plan against the current state of Azure. */
export interface CheckedPlan {
  readonly checked: Checked;
  readonly differences: readonly Difference[];
  /**
   * True if nothing is created: a check fails, something is unknown, the plan differs from Azure, or the name is taken.
   */
  readonly isBlocked: boolean;
  /** True if only unknown results block the creation. */
  readonly isUnknown: boolean;
  /** True if the network or the plan blocks the creation, whether or not the name is taken. */
  readonly isPlanBlocked: boolean;
}

/** Checks a plan like `check` checks a subnet, with the data that was read from Azure. */
export function checkPlan(given: PlanInAzure, options: CheckOptions): CheckedPlan {
  const { plan, model, tags, governance, services, existing } = given;
  const facts = { tags, ...(governance ? { governance } : {}), ...(services ? { services } : {}) };
  const checked = checkPlanned(subjectOf(given), plan.name, { model, plan: planToCheck(given), facts });
  const differences = differencesOf(given);
  const isBlockedWith = (checkOptions: CheckOptions): boolean =>
    differences.length > 0 ||
    (given.unread.length > 0 && !checkOptions.allowUnknown) ||
    checked.checks.some(
      (one) =>
        hasMissingSettings(one, checkOptions) || one.results.some((each) => isFinding(each, checkOptions)),
    ) ||
    checked.found.some((one) => isFailingFinding(one, checkOptions));
  const isPlanBlocked = isBlockedWith(options);
  return {
    checked,
    differences,
    isBlocked: isPlanBlocked || existing !== null,
    isPlanBlocked,
    isUnknown: isPlanBlocked && !isBlockedWith({ ...options, allowUnknown: true }),
  };
}

function planToCheck({ plan, workspace, model, reserved }: PlanInAzure): PlanToCheck {
  const { kind, nodes, publicIp, subnetId, name, vmSize } = plan;
  const { scales } = traitsOf(kind);
  return {
    cloud: model.cloud,
    profile: 'current',
    kind: known(kind),
    publicIp: known(publicIp),
    workspace: known(workspace),
    subnetId,
    location: known(plan.location),
    name,
    minNodes: known(scales ? nodes.min : 1),
    maxNodes: known(scales ? nodes.max : 1),
    vmSize,
    reservedAddresses: reserved,
    publicSsh: isSshPublic(plan),
  };
}

/**
 * Returns the subnet of the plan. A managed virtual network is a subject by itself, because its subnets aren’t
 * visible.
 */
function subjectOf({ plan, model, workspace }: PlanInAzure): Subject {
  const found = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  return { ...(found ?? managedSubject(workspace)), computes: [] };
}

function managedSubject({ id, name, location }: PlanInAzure['workspace']): Omit<Subject, 'computes'> {
  const unread = unknown(reason('unknown.notRead', { name }));
  const subnet: Subnet = {
    id,
    name: 'managed',
    virtualNetworkId: id,
    addressPrefixes: unread,
    securityGroup: unread,
    routeTable: unread,
    natGateway: unread,
    delegations: unread,
    serviceEndpoints: unread,
    serviceEndpointPolicies: unread,
    defaultOutboundAccess: unread,
    privateEndpointNetworkPolicies: unread,
    addressesInUse: unread,
  };
  const network: VirtualNetwork = {
    id,
    name,
    location,
    addressPrefixes: unread,
    dnsServers: unread,
    peerings: unread,
    hasGateway: unread,
    subnets: [subnet],
  };
  return { subnet, network };
}

function differencesOf(given: PlanInAzure): readonly Difference[] {
  return [...placeDifferences(given), ...sizeDifferences(given)];
}

function placeDifferences({ plan, workspace, model }: PlanInAzure): readonly Difference[] {
  const network = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId)?.network;
  const { followsNetwork } = traitsOf(plan.kind);
  const home = followsNetwork && network ? network.location : workspace.location;
  const isManaged = isNetworkManaged(workspace);
  return [
    ...(acceptsCompute(workspace)
      ? []
      : [differs('terminal.create.workspaceKind', nameOf(plan.workspaceId), workspace.kind)]),
    ...regionDifference('terminal.create.workspaceRegion', plan.workspaceLocation, workspace.location),
    ...regionDifference('terminal.create.region', plan.location, home),
    ...(workspace.managedNetwork.known && isManaged !== (plan.subnetId === null)
      ? [
          differs(
            'terminal.create.network',
            networkText(plan),
            reason(`terminal.create.network.${isManaged ? 'managed' : 'own'}`),
          ),
        ]
      : []),
  ];
}

function networkText({ subnetId }: ComputePlan): string | Reason {
  if (subnetId === null) return reason('terminal.create.network.managed');
  return `${segmentOf(subnetId, 'virtualNetworks') ?? ''}/${nameOf(subnetId)}`;
}

function regionDifference(
  key: string,
  planned: string,
  home: PlanInAzure['workspace']['location'],
): readonly Difference[] {
  return home.known && home.value !== planned ? [differs(key, planned, home.value)] : [];
}

function differs(key: string, plan: Difference['plan'], azure: Difference['azure']): Difference {
  return { what: reason(key), plan, azure };
}

/**
 * Returns the difference if Azure doesn't list the size for the kind or priority, or if the remaining quota is too
 * small.
 */
function sizeDifferences({ plan, sizes, quotas }: PlanInAzure): readonly Difference[] {
  if (sizes === null) return [];
  const { kind, vmSize, nodes } = plan;
  const size = sizes.find((one) => one.name.toLowerCase() === vmSize.toLowerCase());
  if (!size) return [differs('terminal.create.size', vmSize, reason('terminal.create.notListed'))];
  if (!size.supports.includes(kind)) return [differs('terminal.create.sizeKind', kind, supported(size))];
  const { scales } = traitsOf(kind);
  if (scales && nodes.priority === 'LowPriority' && !size.lowPriority) {
    return [differs('terminal.create.priority', 'LowPriority', 'Dedicated')];
  }
  const isLowPriority = scales && nodes.priority === 'LowPriority';
  return coreDifference(
    (scales ? nodes.min : 1) * size.cores,
    tightestCoreQuota({ perNode: size.cores, family: size.family, isLowPriority, quotas: quotas ?? [] }),
  );
}

/** Returns the difference if the initial nodes need more cores than the quota has left. */
function coreDifference(needed: number, quota: CoreQuota | undefined): readonly Difference[] {
  const left = quota ? coresLeft(quota) : needed;
  return needed > left ? [differs('terminal.create.cores', String(needed), String(left))] : [];
}

function supported({ supports }: VmSize): string | Reason {
  return supports.length === 0 ? reason('terminal.create.notListed') : supports.join(', ');
}
