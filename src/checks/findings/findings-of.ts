import { findingKey, type Finding } from '../../core/finding';
import { valueOr } from '../../core/known';
import { findSubnet, readableRules, routeTableOf, sameId, securityGroupOf } from '../../core/network/find';
import type { NetworkModel, ResourceId, RouteTable, SecurityGroup } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import type { CheckInput } from '../check-subnet';
import { plainRegion } from '../regions';
import { serviceLocations } from '../service-regions';
import { withTakenNames, refusedValue } from '../rule-values';
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
import { findMisspelt, findMisspeltRoute } from './tag-spelling';
import { findUnused, type UnusedRules } from './unused-rules';
import { findWide } from './wide-rules';
import { reason } from '../../core/reason';

/**
 * What groups and tables have that no requirement’s result says, rule by rule: those that the plan’s subnet uses
 * (its group, its table, the group of a machine’s network interface), and groups that the service made beside its network.
 */
export function findingsOfSubnet(
  model: NetworkModel,
  plan: PlanToCheck,
  facts: CheckInput,
): readonly Finding[] {
  return usedFindings(model, plan, { facts });
}

/** A finding that is gone, and all that there were with it. */
export interface Gone {
  readonly facts: CheckInput;
  readonly finding: Finding;
  readonly before: readonly Finding[];
}

/**
 * What is found once a rule is gone that nothing reaches. What it names is taken still by those before it, so the other
 * rules that nothing reaches stay what they were, and looking for them anew would cost the most by far.
 */
export function findingsWithout(
  model: NetworkModel,
  plan: PlanToCheck,
  { facts, finding, before }: Gone,
): readonly Finding[] {
  const left = before.filter((one) => findingKey(one) !== findingKey(finding));
  return usedFindings(model, plan, { facts, left });
}

/** True for a finding of a rule that nothing reaches. */
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

/** What is known of unused rules from findings of the same group. */
function unusedAmong(findings: readonly Finding[]): UnusedRules {
  const wide = findings.filter(({ check }) => check === 'wide-security-rule');
  return {
    findings: findings.filter(isOfUnused),
    covered: new Map(wide.map(({ place, because }) => [place.name, because])),
  };
}

/** For whom a plan’s findings are. */
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
  const card = nicSecurityGroup(model, plan);
  const attached = [
    valueOr(securityGroupOf(model, found.subnet), null),
    valueOr(routeTableOf(model, found.subnet), null),
    card ? valueOr(card, null) : null,
  ].flatMap((one) => (one === null ? [] : [one.id]));
  return [...attached, ...serviceSecurityGroupsOf(model, found.network.id)];
}

/** What was found in the groups of a model: subnets that share one ask for the same. */
const foundInGroups = new WeakMap<NetworkModel, Map<SecurityGroup, FoundInGroup[]>>();

interface FoundInGroup extends Omit<FindingContext, 'model'> {
  readonly found: readonly Finding[];
}

function findingsOfGroup(context: FindingContext, group: SecurityGroup): readonly Finding[] {
  const { model, tags, profile, workspaceRegions } = context;
  const groups = foundInGroups.get(model) ?? new Map<SecurityGroup, FoundInGroup[]>();
  foundInGroups.set(model, groups);
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
  // Of rules that only come to others nobody knows which are reached.
  const { findings: unused, covered } = group.rules.known
    ? (unusedBefore ?? findUnused(context, group))
    : nothingUnused;
  const named = withTakenNames(rules);
  const places = [...unused.map(({ place }) => place), ...[...covered.values()].flat()];
  const isUnused = new Set(places.map(({ name }) => name));
  const each = rules.flatMap((rule) => {
    const one: RuleCase = { group, rules, rule };
    const written = [
      ...findPriorityOutOfRange(one),
      ...findDuplicatePriority(one),
      ...findTagInList(one),
      ...findRefusedValue(one, named.has(rule)),
      ...findMisspelt(context, one),
    ];
    // What a rule would let through matters little where nothing reaches it.
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
  const named = withTakenNames(routes);
  return inOrder(
    routes.flatMap((route) => [
      ...findDuplicateRoute(table, routes, route),
      ...findRefusedRoute(table, route, named.has(route)),
      ...findMisspeltRoute(context, table, route),
    ]),
  );
}

/** By check, in the order of the catalogue, then as they are written. */
function inOrder(all: readonly Finding[]): readonly Finding[] {
  const rank = (id: string): number => findingChecks.findIndex((one) => one.id === id);
  return [...all].sort((a, b) => rank(a.check) - rank(b.check) || a.place.index - b.place.index);
}

/** Ports, an address or a name that Azure does not take. One finding a rule, of the first such value. */
function findRefusedValue(one: RuleCase, hasTakenName: boolean): readonly Finding[] {
  const refused = refusedValue(one.rule, hasTakenName);
  if (!refused) return [];
  const text = reason(`finding.refused.${refused.what}`, { value: refused.value });
  return [ofRule('invalid-rule-value', one, ruleFinding(one, refused.severity, text))];
}
