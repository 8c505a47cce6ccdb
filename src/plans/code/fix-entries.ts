import type { Fix } from '../../core/fix';
import { idSet, nameOf, sameId } from '../../core/network/find';
import type { ResourceId, Subnet } from '../../core/network/model';
import {
  associationsOf,
  changesOf,
  createdParts,
  isEntryChange,
  settingsOf,
  type Association,
  type CreatedPart,
  type NewRoute,
  type NewRule,
  type ResourceChange,
  type RouteChange,
  type RuleChange,
  type SubnetPart,
  type SubnetSettings,
} from '../../core/resource-change';
import { endpointOf } from '../../core/service-change';
import { collectEndpoints, type CollectedEndpoints } from './endpoint-resources';
import { stepsByHand, type LeftOutStep } from './left-out';

/** A rule or route that a deployment adds, with the requirements that need it. */
export type DeployedFixEntry =
  | { readonly what: 'rule'; readonly rule: NewRule; readonly requirements: readonly string[] }
  | { readonly what: 'route'; readonly route: NewRoute; readonly requirements: readonly string[] };

/** The entries of an NSG or route table, in the order in which they were chosen. */
export interface FixTarget {
  readonly what: 'rule' | 'route';
  readonly id: ResourceId;
  readonly entries: readonly DeployedFixEntry[];
}

/** The subnet's references after the fixes. Omitted parts stay. */
export interface WrittenSubnet {
  readonly subnet: Subnet;
  readonly associated: ReadonlyMap<SubnetPart, ResourceId>;
  /** Settings that change. Omitted ones stay. */
  readonly settings: Partial<SubnetSettings>;
}

/** A link of a private DNS zone to a virtual network. */
interface CollectedLink {
  readonly id: ResourceId;
  readonly network: ResourceId;
}

export interface CollectedFixes {
  readonly made: readonly CreatedPart[];
  /** IDs of public IP addresses, by the new NAT gateway (one of `made`) that gets them. */
  readonly addresses: ReadonlyMap<ResourceId, readonly ResourceId[]>;
  readonly targets: readonly FixTarget[];
  readonly subnet: WrittenSubnet | null;
  /** Links of private DNS zones, once for each zone and network. */
  readonly links: readonly CollectedLink[];
  readonly endpoints: CollectedEndpoints;
  /** Changes that a template can't contain, as tasks for the user. */
  readonly leftOut: readonly LeftOutStep[];
}

/**
 * Sorts the changes of the chosen fixes into those that a deployment can add, and those that it can't.
 * A deployment never removes anything, and writing one property of an existing resource would reset its others. Only a
 * completely known subnet can be rewritten.
 * A change that occurs twice is written once. One that Azure would refuse together with an earlier one is omitted.
 */
export function collectFixes(fixes: readonly Fix[], subnet: Subnet | null = null): CollectedFixes {
  const changes = fixes.flatMap((fix) => fix.changes);
  const made = createdParts(changes);
  const { targets, leftOut } = collectEntries(fixes);
  const associated = changes.flatMap(associationsOf).filter((one) => one.isAssociated);
  const written = subnet && writtenSubnet(subnet, changes);
  const links = changes.flatMap((one) =>
    one.type === 'zoneLink' && one.after ? [{ id: one.id, ...one.after }] : [],
  );
  const endpoints = collectEndpoints(changes);
  const carried = { made, links, subnet: written, endpoints };
  return {
    ...carried,
    addresses: new Map(made.map(({ id }) => [id, idsFor(associated, id)])),
    targets,
    links: links.filter((link, index) => links.findIndex((other) => sameId(other.id, link.id)) === index),
    leftOut: [...leftOut, ...byHand(changes, carried).flatMap(stepsByHand)],
  };
}

function idsFor(associated: readonly Association[], to: ResourceId): readonly ResourceId[] {
  return associated.filter((one) => sameId(one.to, to)).map((one) => one.id);
}

type Carried = Pick<CollectedFixes, 'made' | 'links' | 'subnet' | 'endpoints'>;

/** Returns the changes that a template can't contain: removals, and changes of parts of existing resources. */
function byHand(
  changes: readonly ResourceChange[],
  { made, links, subnet, endpoints }: Carried,
): readonly ResourceChange[] {
  // A zone group is a child of its endpoint, so it's written only with a new endpoint.
  const zoneGroups = endpoints.zoneGroups.filter(({ id }) =>
    endpoints.endpoints.some((one) => sameId(one.id, endpointOf(id))),
  );
  const whole = [...made, ...links, ...endpoints.endpoints, ...zoneGroups].map(({ id }) => id);
  const isCarried = idSet([...whole, ...endpoints.zones, ...(subnet ? [subnet.subnet.id] : [])]);
  return changes.filter((one) =>
    isEntryChange(one) ? one.before !== null : one.after === null || !isCarried(one.id),
  );
}

/** Returns the changed subnet; null if it doesn't change, or if an unknown part of it would be lost. */
function writtenSubnet(subnet: Subnet, changes: readonly ResourceChange[]): WrittenSubnet | null {
  const own = changesOf(changes, subnet.id);
  if (own.length === 0 || !isCompletelyKnown(subnet)) return null;
  const associated = new Map<SubnetPart, ResourceId>();
  for (const { type, id, isAssociated } of own.flatMap(associationsOf)) {
    if (isAssociated && type !== 'publicIpAddress') associated.set(type, id);
  }
  // The last value of each setting applies.
  const settings = Object.fromEntries(
    own.flatMap(settingsOf).map(({ property, after }) => [property, after]),
  );
  return { subnet, associated, settings };
}

function isCompletelyKnown(subnet: Subnet): boolean {
  return [
    subnet.addressPrefixes,
    subnet.securityGroup,
    subnet.routeTable,
    subnet.natGateway,
    subnet.delegations,
    subnet.serviceEndpoints,
    subnet.serviceEndpointPolicies,
    subnet.defaultOutboundAccess,
    subnet.privateEndpointNetworkPolicies,
  ].every((one) => one.known);
}

function collectEntries(fixes: readonly Fix[]): Pick<CollectedFixes, 'targets' | 'leftOut'> {
  const targets: { what: 'rule' | 'route'; id: ResourceId; entries: DeployedFixEntry[] }[] = [];
  const leftOut: LeftOutStep[] = [];
  for (const fix of fixes) {
    for (const change of fix.changes) {
      const entry = isEntryChange(change) ? entryOf(change, fix) : undefined;
      if (!entry) continue;
      let target = targets.find((one) => one.what === entry.what && sameId(one.id, change.id));
      if (!target) {
        target = { what: entry.what, id: change.id, entries: [] };
        targets.push(target);
      }
      const refused = add(target, entry);
      if (refused) leftOut.push(refused);
    }
  }
  return { targets: targets.filter((one) => one.entries.length > 0), leftOut };
}

function entryOf(change: RuleChange | RouteChange, { requirements }: Fix): DeployedFixEntry | undefined {
  if (change.after === null) return undefined;
  if (change.type === 'route') return { what: 'route', route: change.after, requirements };
  const named = change.after.why.values?.['id'];
  const own = requirements.filter((id) => id === named);
  return { what: 'rule', rule: change.after, requirements: own.length > 0 ? own : requirements };
}

/** Adds `entry`, or returns why it conflicts with an existing one. */
function add(
  target: { readonly id: ResourceId; readonly entries: DeployedFixEntry[] },
  entry: DeployedFixEntry,
): LeftOutStep | null {
  const at = target.entries.findIndex((one) => clash(one, entry));
  const other = target.entries[at];
  if (!other) {
    target.entries.push(entry);
    return null;
  }
  if (contentOf(other) === contentOf(entry)) {
    target.entries[at] = { ...other, requirements: union(other.requirements, entry.requirements) };
    return null;
  }
  const values = { name: nameOfEntry(entry), other: nameOfEntry(other), resource: nameOf(target.id) };
  return { key: `write.leftOut.${entry.what}`, values };
}

/**
 * Checks for a conflict. Azure refuses two rules with the same name, or with the same direction and priority, and two
 * routes with the same name or destination.
 */
function clash(a: DeployedFixEntry, b: DeployedFixEntry): boolean {
  if (nameOfEntry(a).toLowerCase() === nameOfEntry(b).toLowerCase()) return true;
  if (a.what === 'rule' && b.what === 'rule') {
    return a.rule.direction === b.rule.direction && a.rule.priority === b.rule.priority;
  }
  if (a.what === 'route' && b.what === 'route') {
    return a.route.destination.toLowerCase() === b.route.destination.toLowerCase();
  }
  return false;
}

export function nameOfEntry(entry: DeployedFixEntry): string {
  return entry.what === 'rule' ? entry.rule.name : entry.route.name;
}

/** Returns the content of an entry without its reason. */
function contentOf(entry: DeployedFixEntry): string {
  return JSON.stringify(entry.what === 'rule' ? { ...entry.rule, why: null } : entry.route);
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
