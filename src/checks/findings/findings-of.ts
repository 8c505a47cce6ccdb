import { getOrCreate } from '../../core/get-or-create';
import { findingKey, type Finding } from '../../core/finding';
import { valueOr } from '../../core/known';
import { findSubnet, readableRules, routeTableOf, sameId, securityGroupOf } from '../../core/network/find';
import type { NetworkModel, ResourceId, RouteTable, SecurityGroup } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import type { CheckInput } from '../check-subnet';
import { plainRegion } from '../regions';
import { serviceLocations } from '../service-regions';
import { withDuplicateNames, refusedValue } from '../rule-values';
import { nicSecurityGroup } from '../target';
import { findingChecks } from './finding-catalog';
import { type FindingContext, type RuleCase, ofRule, ruleFinding } from './finding-context';
import { findDuplicatePriority, findPriorityOutOfRange } from './priorities';
import { findDuplicateRoute } from './routes';
import { findRefusedRoute } from './route-values';
import { findEdited, isServiceGroup, serviceSecurityGroupsOf } from './service-groups';
import { findStaleAllowRules } from './stale-allow-rules';
import { findTagInList } from './tag-lists';
import { findWrongRegion } from './tag-regions';
import { findMisspelled, findMisspelledRoute } from './tag-spelling';
import { findUnused, type UnusedRules } from './unused-rules';
import { findWide } from './wide-rules';
import { reason } from '../../core/reason';

/**
 * Finds faults of NSGs and route tables, rule by rule, that no requirement’s result reports. It covers those that the
 * plan’s subnet uses (its NSG, its route table, the NSG of a machine’s network interface), and NSGs that the service
 * created in the network's resource group.
 */
export function findingsOfSubnet(
  model: NetworkModel,
  plan: PlanToCheck,
  facts: CheckInput,
): readonly Finding[] {
  return usedFindings(model, plan, { facts });
}

/** A finding that was removed, and all findings before that. */
export interface RemovedFinding {
  readonly facts: CheckInput;
  readonly finding: Finding;
  readonly before: readonly Finding[];
}

/**
 * Returns the findings after an unused rule is removed. The rules before it still match its packets, so the other
 * unused rules stay unused. Searching for them again would be the most expensive part by far.
 */
export function findingsWithout(
  model: NetworkModel,
  plan: PlanToCheck,
  { facts, finding, before }: RemovedFinding,
): readonly Finding[] {
  const left = before.filter((one) => findingKey(one) !== findingKey(finding));
  return usedFindings(model, plan, { facts, left });
}

/** True for a finding of an unused rule. */
export function isOfUnused({ check }: Finding): boolean {
  return check === 'shadowed-security-rule' || check === 'contradicted-security-rule';
}

function usedFindings(
  model: NetworkModel,
  plan: PlanToCheck,
  { facts, left }: { readonly facts: CheckInput; readonly left?: readonly Finding[] },
): readonly Finding[] {
  const used = resourcesOf(model, plan);
  const isUsed = ({ id }: { readonly id: ResourceId }): boolean => used.some((one) => sameId(one, id));
  const part = {
    securityGroups: model.securityGroups.filter(isUsed),
    routeTables: model.routeTables.filter(isUsed),
  };
  const context = { model, tags: facts.tags, ...findingsFor(plan, facts) };
  const unusedIn = ({ id }: SecurityGroup): UnusedRules | undefined =>
    left && unusedAmong(left.filter(({ place }) => sameId(place.resource, id)));
  return [
    ...part.securityGroups.flatMap((group) =>
      left ? groupFindings(context, group, unusedIn(group)) : findingsOfGroup(context, group),
    ),
    ...part.routeTables.flatMap((table) => tableFindings(context, table)),
  ];
}

/** Returns the unused rules according to findings of the same NSG. */
function unusedAmong(findings: readonly Finding[]): UnusedRules {
  const wide = findings.filter(({ check }) => check === 'wide-security-rule');
  return {
    findings: findings.filter(isOfUnused),
    covered: new Map(wide.map(({ place, because }) => [place.name, because])),
  };
}

/** Returns the profile and the regions for which a plan’s findings apply. */
export function findingsFor(
  plan: PlanToCheck,
  facts: Pick<CheckInput, 'services'>,
): Pick<FindingContext, 'profile' | 'workspaceRegions'> {
  const { profile, workspace } = plan;
  const location = workspace.known ? workspace.value.location : workspace;
  const ofServices = serviceLocations({ plan, facts });
  return {
    profile,
    workspaceRegions:
      location.known && ofServices.every((one) => one !== undefined)
        ? [...new Set([location.value, ...ofServices].map(plainRegion))]
        : null,
  };
}

function resourcesOf(model: NetworkModel, plan: PlanToCheck): readonly ResourceId[] {
  const found = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  if (!found) return [];
  const nic = nicSecurityGroup(model, plan);
  const associated = [
    valueOr(securityGroupOf(model, found.subnet), null),
    valueOr(routeTableOf(model, found.subnet), null),
    nic ? valueOr(nic, null) : null,
  ].flatMap((one) => (one === null ? [] : [one.id]));
  return [...associated, ...serviceSecurityGroupsOf(model, found.network.id)];
}

/** Cache of findings by NSG: subnets that share an NSG need the same findings. */
const foundInGroups = new WeakMap<NetworkModel, Map<SecurityGroup, FoundInGroup[]>>();

interface FoundInGroup extends Omit<FindingContext, 'model'> {
  readonly found: readonly Finding[];
}

function findingsOfGroup(context: FindingContext, group: SecurityGroup): readonly Finding[] {
  const { model, tags, profile, workspaceRegions } = context;
  const groups = getOrCreate(foundInGroups, model, () => new Map<SecurityGroup, FoundInGroup[]>());
  const before = groups.get(group) ?? [];
  const regions = workspaceRegions?.join();
  const same = before.find(
    (one) => one.tags === tags && one.profile === profile && one.workspaceRegions?.join() === regions,
  );
  if (same) return same.found;
  const found = groupFindings(context, group);
  groups.set(group, [...before, { tags, profile, workspaceRegions, found }]);
  return found;
}

function groupFindings(
  context: FindingContext,
  group: SecurityGroup,
  unusedBefore?: UnusedRules,
): readonly Finding[] {
  const rules = readableRules(group);
  // Rules that the service writes aren't checked, only those that a user added between them.
  if (isServiceGroup(group)) return rules.flatMap((rule) => findEdited({ group, rules, rule }));
  // If some rules aren't known, it isn't known which of the others are unused.
  const { findings: unused, covered } = group.rules.known
    ? (unusedBefore ?? findUnused(context, group))
    : nothingUnused;
  const named = withDuplicateNames(rules);
  const places = [...unused.map(({ place }) => place), ...[...covered.values()].flat()];
  const isUnused = new Set(places.map(({ name }) => name));
  const each = rules.flatMap((rule) => {
    const one: RuleCase = { group, rules, rule };
    const written = [
      ...findPriorityOutOfRange(one),
      ...findDuplicatePriority(one),
      ...findTagInList(one),
      ...findRefusedValue(one, named.has(rule)),
      ...findMisspelled(context, one),
    ];
    // For an unused rule, it doesn't matter what it would allow.
    if (isUnused.has(rule.name)) return written;
    const stale = findStaleAllowRules(context, one);
    const wide = stale.length > 0 ? [] : findWide(context, one, covered.get(rule.name) ?? []);
    return [...written, ...findWrongRegion(context, one), ...stale, ...wide];
  });
  return inOrder([...each, ...unused]);
}

const nothingUnused: UnusedRules = { findings: [], covered: new Map() };

function tableFindings(context: FindingContext, table: RouteTable): readonly Finding[] {
  if (!table.routes.known) return [];
  const routes = table.routes.value;
  const named = withDuplicateNames(routes);
  return inOrder(
    routes.flatMap((route) => [
      ...findDuplicateRoute(table, routes, route),
      ...findRefusedRoute(table, route, named.has(route)),
      ...findMisspelledRoute(context, table, route),
    ]),
  );
}

/** Sorts findings by check in the order of the catalog, then by position. */
function inOrder(all: readonly Finding[]): readonly Finding[] {
  const rank = (id: string): number => findingChecks.findIndex((one) => one.id === id);
  return [...all].sort((a, b) => rank(a.check) - rank(b.check) || a.place.index - b.place.index);
}

/** Finds ports, an address, or a name that Azure rejects: one finding per rule, for the first such value. */
function findRefusedValue(one: RuleCase, hasDuplicateName: boolean): readonly Finding[] {
  const refused = refusedValue(one.rule, hasDuplicateName);
  if (!refused) return [];
  const text = reason(`finding.refused.${refused.what}`, { value: refused.value });
  return [ofRule('invalid-rule-value', one, ruleFinding(one, refused.severity, text))];
}
