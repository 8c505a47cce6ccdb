import { limits } from '../../core/azure-facts/limits';
import type { Fix } from '../../core/fix';
import { statusOf, type CheckResult } from '../../core/check-result';
import { known } from '../../core/known';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { bareNetwork, proposedSubnetId, type ProposedNetwork } from '../../core/network/proposed-network';
import type { PlanToCheck, Profile } from '../../core/plan';
import { segmentOf } from '../../core/network/find';
import { goesByName } from '../../requirements/requirements';
import { reason } from '../../core/reason';
import { subnetWith, type NewRule, type ResourceChange } from '../../core/resource-change';
import { applyFix } from '../fixes/apply-fix';
import { denyInternet } from '../fixes/draft-parts';
import { findFix } from '../fixes/find-fix';
import type { FixInput } from '../fixes/fix-input';
import { newResourceId } from '../fixes/new-resource-id';
import { checkSubnet } from '../check-subnet';

/** A proposed network with all that the plan needs of it. */
export interface CompletedNetwork {
  /** The network with nothing attached: what the changes of the fixes begin with. */
  readonly bare: VirtualNetwork;
  readonly subnet: Subnet;
  /** What makes and attaches the rest; with nothing else to say than how. */
  readonly fixes: readonly Fix[];
  /** All that was read, and the network as it will be. */
  readonly model: NetworkModel;
  /** Creates a private endpoint of the workspace in the network; null if none is needed or none can be created. */
  readonly endpoint: Fix | null;
}

/**
 * Furnishes a network by the product's own fixes, so that it is right by the check that says so. The rules are those
 * that a group which stops everything would lack, so that each needed flow has one of its own; what is written then
 * only denies the internet, since what a network is connected to later is for its owner to say.
 */
export function completeProposedNetwork(proposed: ProposedNetwork, input: FixInput): CompletedNetwork {
  const bare = bareNetwork(proposed);
  const plan = planInProposedSubnet(proposed, input.plan);
  const site = { ...input, plan, model: withNetwork(input.model, bare) };
  const groupId = newResourceId(
    { network: bare },
    {
      type: 'networkSecurityGroups',
      name: `nsg-${proposed.subnetName}`,
      taken: input.model.securityGroups.map((one) => one.id),
    },
  );
  const [subnet] = bare.subnets;
  if (!subnet) throw new Error('a proposed network has a subnet');
  const made: ResourceChange = {
    type: 'securityGroup',
    id: groupId,
    before: null,
    after: { location: proposed.location },
  };
  const attached = subnetWith(subnet, { securityGroup: groupId });
  const strict = applyFix(site.model, { changes: [made, attached, ...everythingDenied(groupId)] });
  const found = allowRuleFixes({ ...site, model: strict });
  const fixes = [
    fixOf([], [made]),
    ...found,
    fixOf([], [{ type: 'rule', id: groupId, before: null, after: denyInternet }, attached]),
  ];
  const model = fixes.reduce(applyFix, site.model);
  return { bare, subnet, fixes, model, endpoint: endpointFix({ ...site, model }, bare) };
}

/** Results that a private endpoint of the workspace in the network makes fine. */
const needEndpoint = ['cluster-cross-region-connectivity', 'computes-in-pe-vnet'];

/** One request makes the network in one resource group, so that all that names it is there too. */
function endpointFix(site: FixInput, { id: networkId }: VirtualNetwork): Fix | null {
  const open = checkSubnet(site.model, site.plan, site.facts)
    .filter(({ requirement, outcome }) => needEndpoint.includes(requirement) && statusOf(outcome) === 'open')
    .map(({ requirement }) => requirement);
  const fix = open.length === 0 ? undefined : findFix(site, open)?.fix;
  const groupOf = (id: ResourceId): string => (segmentOf(id, 'resourceGroups') ?? '').toLowerCase();
  const isHere = fix?.changes.every((one) => groupOf(one.id) === groupOf(networkId)) === true;
  const isEndpoint = fix?.changes.some(({ type }) => type === 'endpoint') === true;
  return fix !== undefined && isHere && isEndpoint ? fix : null;
}

/** The plan in the proposed subnet, which holds nobody else. */
export function planInProposedSubnet(
  proposed: ProposedNetwork,
  plan: PlanToCheck,
): PlanToCheck & { readonly subnetId: string } {
  return { ...plan, subnetId: proposedSubnetId(proposed), promisedAddresses: known(0) };
}

function withNetwork(model: NetworkModel, network: VirtualNetwork): NetworkModel {
  return { ...model, virtualNetworks: [...model.virtualNetworks, network] };
}

function fixOf(requirements: readonly string[], changes: readonly ResourceChange[]): Fix {
  return { requirements, effect: 'opens', changes, opens: [], closes: [], notes: [], alsoUsedBy: [] };
}

/** The last rules of both directions, before which every needed flow must have one of its own. */
function everythingDenied(groupId: ResourceId): readonly ResourceChange[] {
  return (['Outbound', 'Inbound'] as const).map((direction) => ({
    type: 'rule',
    id: groupId,
    before: null,
    after: { ...denyAll, name: `Deny-All-${direction}`, direction },
  }));
}

const denyAll: Omit<NewRule, 'name' | 'direction'> = {
  why: reason('fix.rule.deny'),
  priority: limits.customPriority.greatest,
  access: 'Deny',
  protocol: '*',
  sources: ['*'],
  destinations: ['*'],
  destinationPorts: ['*'],
};

/** What opens for the plan: by today's requirements, since it is made today, then by those that are looked at. */
function allowRuleFixes(site: FixInput): readonly Fix[] {
  const profiles = new Set<Profile>(['current', site.plan.profile]);
  const fixes: Fix[] = [];
  let { model } = site;
  for (const profile of profiles) {
    const fix = allowRuleFix({ ...site, model, plan: { ...site.plan, profile } });
    if (!fix) continue;
    fixes.push(fix);
    model = applyFix(model, fix);
  }
  return fixes;
}

/** One fix for all that is open; where one of them has none, as many as can be repaired together. */
function allowRuleFix(site: FixInput): Fix | undefined {
  const open = checkSubnet(site.model, site.plan, site.facts).filter(isRepairable);
  const all = open.map((one) => one.requirement);
  const together = findFix(site, all);
  if (together) return together.fix;
  const alone = all.filter((id) => findFix(site, [id]) !== undefined);
  return findFix(site, alone)?.fix;
}

/** Flows, and the outbound access that those need which are let out by rules. */
function isRepairable({ requirement, subject, outcome }: CheckResult): boolean {
  if (goesByName(requirement)) return false;
  return statusOf(outcome) === 'open' && (subject !== null || requirement === 'egress-explicit-for-npip');
}
