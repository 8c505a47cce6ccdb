import type { BlockedEarlier, Cause, CauseKind, Component } from '../core/cause';
import {
  statusOf,
  type CheckResult,
  type Decider,
  type DecidingRoute,
  type RequirementGroup,
  type Severity,
} from '../core/check-result';
import type { Direction, ResourceId } from '../core/network/model';
import type { Reason } from '../core/reason';
import { findRequirement } from '../requirements/requirements';

/** Results by requirement, after each component that blocks it first is removed in turn (`causesIn`). */
export type ResultsBehind = ReadonlyMap<string, readonly CheckResult[]>;

/**
 * Groups results that fail or aren't known by the component that decides. Each such result is in exactly one cause. A
 * packet ends at the first component on its path that stops it, so its result belongs to that component.
 * @param results of one subnet and plan, in the order of the requirements
 * @param behind the results behind the components that block first
 * @returns errors, causes to confirm, warnings, and information, in this order; then those with more flows first, then
 *   those with more other results
 */
export function causesOf(
  results: readonly CheckResult[],
  behind: ResultsBehind = new Map(),
): readonly Cause[] {
  const grouped = groupResults(results);
  const later = laterComponents(results, behind);
  return grouped.map((one) => causeOf(one, { grouped, later })).sort(byImportance);
}

/** Number of causes, and number of flows that they decide. */
interface CauseCount {
  readonly causes: number;
  readonly flows: number;
}

/** Counts that every surface shows: each cause once. */
export type CauseCounts = Readonly<Record<CauseLevel, CauseCount>>;

/** Level at which a cause is counted. */
export type CauseLevel = 'errors' | 'toConfirm' | 'warnings' | 'infos';

/** Counts causes, as every surface shows them. */
export function countCauses(causes: readonly Cause[]): CauseCounts {
  const countOf = (level: CauseLevel): CauseCount => {
    const its = causes.filter((one) => causeLevel(one) === level);
    return { causes: its.length, flows: its.reduce((sum, { flows }) => sum + flows, 0) };
  };
  return {
    errors: countOf('errors'),
    toConfirm: countOf('toConfirm'),
    warnings: countOf('warnings'),
    infos: countOf('infos'),
  };
}

/** Returns the level of a cause. A cause of severity info is never one to confirm. */
export function causeLevel({ status, severity }: Pick<Cause, 'status' | 'severity'>): CauseLevel {
  if (severity === 'info') return 'infos';
  if (status === 'to-confirm') return 'toConfirm';
  return severity === 'error' ? 'errors' : 'warnings';
}

const levels: readonly CauseLevel[] = ['errors', 'toConfirm', 'warnings', 'infos'];
const severities: readonly Severity[] = ['error', 'warning', 'info'];

function byImportance(a: Cause, b: Cause): number {
  const byLevel = levels.indexOf(causeLevel(a)) - levels.indexOf(causeLevel(b));
  return byLevel || b.flows - a.flows || b.results.length - a.results.length;
}

interface Grouped {
  readonly component: Component;
  readonly results: [CheckResult, ...CheckResult[]];
}

function groupResults(results: readonly CheckResult[]): readonly Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const result of results) {
    const component = componentOf(result);
    if (!component) continue;
    const group = groups.get(component.key);
    if (group) group.results.push(result);
    else groups.set(component.key, { component, results: [result] });
  }
  return [...groups.values()];
}

/** Returns the components behind the first deciding one by requirement, each once. */
function laterComponents(
  results: readonly CheckResult[],
  behind: ResultsBehind,
): ReadonlyMap<string, readonly Component[]> {
  if (behind.size === 0) return new Map();
  return new Map(
    results.flatMap((result) => {
      const first = componentOf(result);
      const later = (behind.get(result.requirement) ?? []).flatMap((one) => componentOf(one) ?? []);
      const once = new Map(later.filter(({ key }) => key !== first?.key).map((one) => [one.key, one]));
      return once.size === 0 ? [] : [[result.requirement, [...once.values()]] as const];
    }),
  );
}

interface Among {
  readonly grouped: readonly Grouped[];
  readonly later: ReadonlyMap<string, readonly Component[]>;
}

function causeOf({ component, results }: Grouped, { grouped, later }: Among): Cause {
  const [first, ...others] = results;
  const [worst = first, ...rest] = [first, ...others].sort(bySeverity);
  const all = [worst, ...rest] as const;
  const fails = all.some(({ outcome }) => statusOf(outcome) === 'open');
  return {
    ...component,
    status: fails ? 'fails' : 'to-confirm',
    severity: worst.severity,
    results: all,
    flows: all.filter(isFlow).length,
    packet: all.find(isFlow)?.packet ?? null,
    alsoBlockedBy: new Map(
      all.flatMap(({ requirement: id }) => {
        const next = later.get(id);
        return next ? [[id, next] as const] : [];
      }),
    ),
    blockedEarlier:
      later.size === 0 ? [] : grouped.flatMap((other) => blockedEarlier(component, other, later)),
  };
}

/** Returns the results of another component that would reach this component behind it. */
function blockedEarlier(
  { key }: Component,
  { component: by, results }: Grouped,
  later: Among['later'],
): readonly BlockedEarlier[] {
  const [first, ...others] = results
    .filter(({ requirement }) => later.get(requirement)?.some((one) => one.key === key))
    .sort(bySeverity);
  return first && by.key !== key ? [{ by, results: [first, ...others] }] : [];
}

function bySeverity(a: CheckResult, b: CheckResult): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function isFlow({ subject }: CheckResult): boolean {
  return subject !== null;
}

/** Returns the deciding component; undefined for results that pass or don't apply, and for notes. */
function componentOf(result: CheckResult): Component | undefined {
  const { outcome } = result;
  switch (outcome.is) {
    case 'blocked':
    case 'partly-blocked':
      return decided('route-drops', outcome.by);
    case 'reply-lost':
      return decided('reply-route', outcome.by);
    case 'forwarded':
      return decided('appliance-decides', outcome.by);
    case 'no-outbound-access':
      return stated(result, 'no-outbound-access', outcome.because);
    case 'unknown':
      return stated(result, 'not-readable', outcome.because);
    case 'failed':
      return componentOfSetting(result, outcome);
    default:
      return undefined;
  }
}

function componentOfSetting(
  result: CheckResult,
  { text, by }: { readonly text: Reason; readonly by?: Decider },
): Component | undefined {
  const kind = kindOfSetting(result);
  if (kind === null) return undefined;
  if (!by) return stated(result, kind, text);
  // A setting that depends on outbound access is caused by the route that drops it.
  return decided(kind === 'reply-route' ? kind : 'route-drops', by);
}

/** @param ofRoute the kind of cause if a route decides */
function decided(ofRoute: CauseKind, by: Decider): Component {
  const kind = by.kind === 'route' ? ofRoute : kindOfFilter(by);
  return { kind, key: keyOf([kind, ...identityOf(by)]), ...placeOf(by), by, because: null };
}

function kindOfFilter(by: Exclude<Decider, DecidingRoute>): CauseKind {
  if (by.kind === 'firewall-rule') return 'firewall-blocks';
  if (by.level === 'network-manager') return 'admin-rule-blocks';
  return by.isDefault ? 'nsg-default-blocks' : 'nsg-rule-blocks';
}

function placeOf(by: Decider): Pick<Component, 'resourceId' | 'name' | 'direction'> {
  switch (by.kind) {
    case 'rule':
      return { resourceId: by.groupId, name: by.name, direction: by.direction };
    case 'firewall-rule':
      return { resourceId: by.firewallId, name: by.name === '' ? null : by.name, direction: 'Outbound' };
    case 'route':
      return { resourceId: by.tableId, name: by.name, direction: null };
  }
}

/** Returns the identity of a component. Letter case doesn't count, as in Azure. */
function identityOf(by: Decider): readonly string[] {
  switch (by.kind) {
    case 'rule':
      return [by.groupId, by.name, by.direction];
    case 'firewall-rule':
      return [by.writtenIn, by.collection, by.name];
    case 'route':
      return routeIdentity(by);
  }
}

/**
 * Returns the identity of a route. A system route doesn't have a table, and a learned route doesn't have its own name,
 * so its content is part of it.
 */
function routeIdentity({
  tableId,
  name,
  destination,
  nextHop,
  nextHopAddress,
}: DecidingRoute): readonly string[] {
  return [tableId ?? '', name, destination, nextHop, nextHopAddress ?? ''];
}

function stated(result: CheckResult, kind: CauseKind, because: Reason): Component {
  const resourceId = result.subnetId;
  const identity = identityOfSetting(result, kind, because) ?? [resourceId ?? '', result.requirement];
  return {
    kind,
    key: keyOf([kind, ...identity]),
    resourceId,
    name: null,
    direction: null,
    by: null,
    because,
  };
}

/** Values of the reason that identify the lock, role, zone, or account, whichever requirement reports it. */
const identifyingValues: Partial<Readonly<Record<CauseKind, readonly string[]>>> = {
  lock: ['name', 'scope'],
  'policy-denies': ['policy', 'scope'],
  'permission-missing': ['role', 'name'],
  'quota-short': ['kind'],
  'dns-missing': ['zone', 'network'],
};

/** Two checks of one shortage: of all addresses of a subnet, and of the free ones. */
const addressShortages = ['check.free.short', 'check.size.small'];

/** Returns the identity of a setting's cause; undefined if the requirement itself identifies it. */
function identityOfSetting(
  { subnetId }: CheckResult,
  kind: CauseKind,
  because: Reason,
): readonly string[] | undefined {
  if (kind === 'no-outbound-access' || addressShortages.includes(because.key)) return [subnetId ?? ''];
  if (kind === 'not-readable') return unreadIdentity(because);
  if (kind === 'subnet-unfit') return delegationIdentity(subnetId, because);
  const found = identifyingValues[kind]?.map((name) => because.values?.[name]);
  return found?.every((value) => typeof value === 'string') ? found : undefined;
}

/** A delegation is one cause, whichever requirement fails because of it. */
function delegationIdentity(subnetId: ResourceId | null, { values }: Reason): readonly string[] | undefined {
  const service = values?.['service'];
  return typeof service === 'string' ? [subnetId ?? '', service] : undefined;
}

/**
 * A resource that wasn't read is one cause, whichever of its parts a check needs. Numbers are ignored, because they
 * change from run to run.
 */
function unreadIdentity(because: Reason): readonly string[] {
  const name = unreadResource(because);
  if (name !== undefined) return [name];
  const texts = Object.entries(because.values ?? {}).flatMap(([value, text]) => {
    if (typeof text === 'number') return [];
    return [[value, typeof text === 'string' ? text : text.toSorted()]];
  });
  return [because.key, JSON.stringify(texts)];
}

/** Returns the reason that names the role without which a cause can't be read; undefined if there is none. */
export function neededRole({ because }: Pick<Component, 'because'>): Reason | undefined {
  return because?.key === 'unknown.permission' ? because : undefined;
}

/**
 * Returns the name of the resource that wasn't read or can't be read; undefined if a reason is about something else.
 */
export function unreadResource({ key, values }: Reason): string | undefined {
  const name = values?.['name'];
  return ['unknown.permission', 'unknown.notRead', 'unknown.endpointSubnet'].includes(key) &&
    typeof name === 'string'
    ? name
    : undefined;
}

function keyOf(parts: readonly (string | ResourceId | Direction)[]): string {
  return JSON.stringify(parts.map((part) => part.toLowerCase()));
}

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

function kindOfSetting({ requirement, group }: CheckResult): CauseKind | null {
  const stated = findRequirement(requirement)?.cause;
  return stated === undefined ? kindsOfGroups[group] : stated;
}
