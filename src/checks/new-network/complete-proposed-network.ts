import { limits } from '../../core/azure-facts/limits';
import type { Fix } from '../../core/fix';
import { statusOf, type CheckResult } from '../../core/check-result';
import { known } from '../../core/known';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import {
  bareNetwork,
  proposedSubnetId,
  type ProposedNetwork,
  type ProposedPeering,
} from '../../core/network/proposed-network';
import type { PlanToCheck, Profile } from '../../core/plan';
import { nameOf, segmentOf } from '../../core/network/find';
import { isIdentifiedByName } from '../../requirements/requirements';
import { reason } from '../../core/reason';
import { subnetWith, type NewRule, type ResourceChange } from '../../core/resource-change';
import { zoneOf } from '../../core/service-change';
import { applyFix } from '../fixes/apply-fix';
import { denyInternet } from '../fixes/draft-parts';
import { findFix } from '../fixes/find-fix';
import type { FixInput } from '../fixes/fix-input';
import { newResourceId } from '../fixes/new-resource-id';
import { checkSubnet } from '../check-subnet';
import { findPeering, mayLinkZone, peered, type PeeringOffer } from './network-peering';

/** A proposed network with everything that the plan needs in it. */
export interface CompletedNetwork {
  /** The network with nothing associated, to which the changes of the fixes apply. */
  readonly bare: VirtualNetwork;
  readonly subnet: Subnet;
  /** Fixes that create and associate the rest. They contain only their changes. */
  readonly fixes: readonly Fix[];
  /** The model that was read, with the completed network. */
  readonly model: NetworkModel;
  /** Ways to connect the network with the workspace; null if the plan doesn't need any. */
  readonly connections: Connections | null;
  /** The chosen connection's changes outside of the network, which are in `fixes`; null if there are none. */
  readonly connected: Fix | null;
  /** The peerings that are created with the network; null if it isn't peered. */
  readonly peering: ProposedPeering | null;
  /** Names of the DNS zones that the network needs a link to, and that the user can't link. */
  readonly unlinked: readonly string[];
}

interface Connections {
  /** Fix that creates a private endpoint of the workspace in the network; null if that isn't possible. */
  readonly endpoint: Fix | null;
  readonly peering: PeeringOffer;
}

/**
 * Completes a network with the product's own fixes, so that it passes the product's own check. The rules are those that
 * an NSG that denies everything would need, so that each required flow has its own rule. The final NSG only denies the
 * internet, because its owner decides what the network is connected to later.
 */
export function completeProposedNetwork(proposed: ProposedNetwork, input: FixInput): CompletedNetwork {
  const found = completed(proposed, { ...input, bare: bareNetwork(proposed) });
  const { site, bare, ...parts } = found;
  const needed = openAmong(site, needEndpoint);
  const connections =
    needed.length === 0
      ? null
      : { endpoint: endpointFix(site, bare, needed), peering: findPeering(proposed, input) };
  return { ...parts, bare, connections, connected: null, peering: null, unlinked: [] };
}

/**
 * Completes the network again, peered with the network of the workspace's private endpoint, and links the private DNS
 * zones that the user can link.
 */
export function completePeeredNetwork(
  proposed: ProposedNetwork,
  input: FixInput,
  offer: Extract<PeeringOffer, { is: 'possible' }>,
): Omit<CompletedNetwork, 'connections'> {
  const { site, ...parts } = completed(proposed, {
    ...input,
    ...peered(input.model, bareNetwork(proposed), offer),
  });
  const links = zoneLinks(site);
  const { workspace } = input.plan;
  const workspaceId = workspace.known ? workspace.value.id : '';
  const mayLink = ({ id }: ResourceChange): boolean =>
    mayLinkZone(zoneOf(id), { workspaceId, facts: input.facts });
  const changes = links?.changes.filter(mayLink) ?? [];
  const connected = links && changes.length > 0 ? { ...links, changes } : null;
  return {
    ...parts,
    fixes: connected ? [...parts.fixes, connected] : parts.fixes,
    connected,
    peering: offer.peering,
    unlinked: (links?.changes ?? []).filter((one) => !mayLink(one)).map(({ id }) => nameOf(zoneOf(id))),
  };
}

interface CompletedSite extends Pick<CompletedNetwork, 'bare' | 'subnet' | 'fixes' | 'model'> {
  /** The plan in the completed network. */
  readonly site: FixInput;
}

function completed(
  proposed: ProposedNetwork,
  { bare, ...input }: FixInput & Pick<CompletedNetwork, 'bare'>,
): CompletedSite {
  const plan = planInProposedSubnet(proposed, input.plan);
  const site = { ...input, plan, model: withNetwork(input.model, bare) };
  const groupId = newResourceId(
    { network: bare },
    {
      type: 'networkSecurityGroups',
      name: `nsg-${proposed.subnetName}`,
      usedIds: input.model.securityGroups.map((one) => one.id),
    },
  );
  const [subnet] = bare.subnets;
  if (!subnet) throw new Error('a proposed network has a subnet');
  const newGroup: ResourceChange = {
    type: 'securityGroup',
    id: groupId,
    before: null,
    after: { location: proposed.location },
  };
  const associated = subnetWith(subnet, { securityGroup: groupId });
  const strict = applyFix(site.model, { changes: [newGroup, associated, ...everythingDenied(groupId)] });
  const found = allowRuleFixes({ ...site, model: strict });
  const fixes = [
    fixOf([newGroup]),
    ...found,
    fixOf([{ type: 'rule', id: groupId, before: null, after: denyInternet }, associated]),
  ];
  const model = fixes.reduce(applyFix, site.model);
  return { bare, subnet, fixes, model, site: { ...site, model } };
}

/** Requirements that a private endpoint of the workspace in the network makes fine. */
const needEndpoint = ['cluster-cross-region-connectivity', 'computes-in-pe-vnet'];

/** Requirements that links of private DNS zones make fine. */
const needLinks = ['dns-zones-linked', 'dns-dependency-zones'];

/** Returns which of the requirements fail. */
function openAmong({ model, plan, facts }: FixInput, ids: readonly string[]): readonly string[] {
  return checkSubnet(model, plan, facts)
    .filter(({ requirement, outcome }) => ids.includes(requirement) && statusOf(outcome) === 'open')
    .map(({ requirement }) => requirement);
}

/**
 * Returns the fix for the endpoint. A single request creates the network in one resource group, so all its resources
 * have to be in that group.
 */
function endpointFix(
  site: FixInput,
  { id: networkId }: VirtualNetwork,
  needed: readonly string[],
): Fix | null {
  const fix = findFix(site, needed)?.fix;
  const groupOf = (id: ResourceId): string => (segmentOf(id, 'resourceGroups') ?? '').toLowerCase();
  const isHere = fix?.changes.every((one) => groupOf(one.id) === groupOf(networkId)) === true;
  const isEndpoint = fix?.changes.some(({ type }) => type === 'endpoint') === true;
  return fix !== undefined && isHere && isEndpoint ? fix : null;
}

/**
 * Returns the fix that links private DNS zones to the network; null if none is needed, or if it needs other changes.
 */
function zoneLinks(site: FixInput): Fix | null {
  const open = openAmong(site, needLinks);
  const alone = open.filter((id) => findFix(site, [id]) !== undefined);
  const fix = findFix(site, open)?.fix ?? findFix(site, alone)?.fix;
  return fix?.changes.every(({ type }) => type === 'zoneLink') === true ? fix : null;
}

/** Returns the plan in the proposed subnet, which is empty. */
export function planInProposedSubnet(
  proposed: ProposedNetwork,
  plan: PlanToCheck,
): PlanToCheck & { readonly subnetId: string } {
  return { ...plan, subnetId: proposedSubnetId(proposed), reservedAddresses: known(0) };
}

function withNetwork(model: NetworkModel, network: VirtualNetwork): NetworkModel {
  return { ...model, virtualNetworks: [...model.virtualNetworks, network] };
}

function fixOf(changes: readonly ResourceChange[]): Fix {
  return { requirements: [], effect: 'opens', changes, opens: [], closes: [], notes: [], alsoUsedBy: [] };
}

/** Returns the last rules of both directions, which require a rule for every needed flow before them. */
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

/**
 * Returns fixes with the allow rules for the plan: for the current requirements, because the network is created today,
 * then for the selected profile.
 */
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

/**
 * Returns a fix for everything that is open. If one of them doesn't have a fix, it returns a fix for those that have
 * one.
 */
function allowRuleFix(site: FixInput): Fix | undefined {
  const open = checkSubnet(site.model, site.plan, site.facts).filter(isRepairable);
  const all = open.map((one) => one.requirement);
  const together = findFix(site, all);
  if (together) return together.fix;
  const alone = all.filter((id) => findFix(site, [id]) !== undefined);
  return findFix(site, alone)?.fix;
}

/** True for flows, and for the outbound access that they need. */
function isRepairable({ requirement, subject, outcome }: CheckResult): boolean {
  if (isIdentifiedByName(requirement)) return false;
  return statusOf(outcome) === 'open' && (subject !== null || requirement === 'egress-explicit-for-npip');
}
