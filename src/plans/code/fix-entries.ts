import { changedResource, settingText } from '../../core/fix';
import type { Fix, FixStep, NewRoute, NewRule, ServiceStep, SubnetPart } from '../../core/fix';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId, Subnet } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { serviceStepReason } from '../service-steps';
import { collectEndpoints, type CollectedEndpoints } from './endpoint-resources';

/** A rule or route that a deployment adds, with the requirements that ask for it. */
export type DeployedFixEntry =
  | { readonly what: 'rule'; readonly rule: NewRule; readonly requirements: readonly string[] }
  | { readonly what: 'route'; readonly route: NewRoute; readonly requirements: readonly string[] };

/** The entries of one security group or route table, in the order in which they were chosen. */
export interface FixTarget {
  readonly what: 'rule' | 'route';
  readonly id: ResourceId;
  readonly entries: readonly DeployedFixEntry[];
}

export type CreateStep = Extract<FixStep, { readonly do: 'create' }>;
type AttachStep = Extract<FixStep, { readonly do: 'attach' }>;
export type LinkStep = Extract<FixStep, { readonly zone: ResourceId }>;

/** What the subnet names afterwards; a part that is not said stays. */
export interface SubnetChange {
  readonly subnet: Subnet;
  readonly attached: ReadonlyMap<SubnetPart, ResourceId>;
  /** Lists and values that are set; one that is not said stays. */
  readonly delegations: readonly string[] | null;
  readonly serviceEndpoints: readonly string[] | null;
  readonly privateEndpointNetworkPolicies: string | null;
}

export interface CollectedFixes {
  readonly made: readonly CreateStep[];
  /** Ids of public IP addresses by the gateway, one of `made`, that takes them. */
  readonly addresses: ReadonlyMap<ResourceId, readonly ResourceId[]>;
  readonly targets: readonly FixTarget[];
  readonly subnet: SubnetChange | null;
  /** Networks that ask private DNS zones, each zone and network once. */
  readonly links: readonly LinkStep[];
  readonly endpoints: CollectedEndpoints;
  /** Steps that a template cannot carry, as what remains to be done. */
  readonly leftOut: readonly Reason[];
}

/**
 * Sorts the steps of the chosen fixes into what a deployment can add and what it cannot do: a deployment never
 * removes anything, and writing one property of a resource that exists would reset its others. Only a subnet that is
 * wholly known can be written anew. The same step asked for twice is written once; one that Azure would refuse beside
 * an earlier one is left out. `newNetwork` is made by the same files: nothing of another resource group can wait for it.
 */
export function collectFixes(
  fixes: readonly Fix[],
  subnet: Subnet | null = null,
  newNetwork: ResourceId | null = null,
): CollectedFixes {
  const steps = fixes.flatMap((fix) => fix.steps);
  const made = steps.filter((one) => one.do === 'create');
  const { targets, leftOut } = collectEntries(fixes);
  const attaches = steps.filter((one) => one.do === 'attach');
  const toMade = attaches.filter((one) => isMade(made, one.to));
  const change = subnet && subnetChange(subnet, steps);
  const links = steps
    .filter(isLink)
    .filter(({ network }) => newNetwork === null || !sameId(network, newNetwork));
  const endpoints = collectEndpoints(steps);
  const byHand = steps.filter((one) => isByHand(one, { made, links, change, endpoints }));
  return {
    made,
    addresses: new Map(made.map((one) => [one.id, idsFor(toMade, one.id)])),
    targets,
    subnet: change,
    endpoints,
    links: links.filter((link, index) => links.findIndex((other) => sameId(other.id, link.id)) === index),
    leftOut: [...leftOut, ...byHand.map(toDo)],
  };
}

function isLink(step: FixStep): step is LinkStep {
  return step.do === 'link';
}

function idsFor(attaches: readonly AttachStep[], to: ResourceId): readonly ResourceId[] {
  return attaches.filter((one) => sameId(one.to, to)).map((one) => one.id);
}

function isMade(made: readonly CreateStep[], id: ResourceId): boolean {
  return made.some((one) => sameId(one.id, id));
}

interface Carried {
  readonly made: readonly CreateStep[];
  readonly links: readonly LinkStep[];
  readonly change: SubnetChange | null;
  readonly endpoints: CollectedEndpoints;
}

function isByHand(step: FixStep, { made, links, change, endpoints }: Carried): step is ByHand {
  if (step.do === 'insert' || step.do === 'create' || isOfEndpoint(step, endpoints)) return false;
  if (isLink(step)) return !links.includes(step);
  if (step.do === 'attach' && isMade(made, step.to)) return false;
  return change === null || !sameId(changedResource(step), change.subnet.id);
}

/** The zone group of an endpoint that stands is its own, and is made where that is. */
function isOfEndpoint(step: FixStep, { endpoints }: CollectedEndpoints): boolean {
  if (step.do === 'register') return endpoints.some(({ id }) => sameId(id, step.endpoint));
  return step.do === 'connect' || step.do === 'addZone';
}

/** Null where nothing of the subnet changes, or where a part of it is not known and would be lost. */
function subnetChange(subnet: Subnet, steps: readonly FixStep[]): SubnetChange | null {
  const own = steps.filter((one) => sameId(changedResource(one), subnet.id));
  if (own.length === 0 || !isWhollyKnown(subnet)) return null;
  const attached = new Map<SubnetPart, ResourceId>();
  for (const one of own) {
    if (one.do === 'attach' && one.what !== 'publicIpAddress') attached.set(one.what, one.id);
  }
  return { subnet, attached, ...settingsOf(own) };
}

/** The last of each counts. */
function settingsOf(
  steps: readonly FixStep[],
): Pick<SubnetChange, 'delegations' | 'serviceEndpoints' | 'privateEndpointNetworkPolicies'> {
  const set = steps.filter((one) => one.do === 'set');
  const delegations = set.findLast((one) => one.property === 'delegations');
  const endpoints = set.findLast((one) => one.property === 'serviceEndpoints');
  const policies = set.findLast((one) => one.property === 'privateEndpointNetworkPolicies');
  return {
    delegations: delegations?.value ?? null,
    serviceEndpoints: endpoints?.value ?? null,
    privateEndpointNetworkPolicies: policies?.value ?? null,
  };
}

function isWhollyKnown(subnet: Subnet): boolean {
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
  const leftOut: Reason[] = [];
  for (const fix of fixes) {
    for (const step of fix.steps) {
      if (step.do !== 'insert') continue;
      let target = targets.find((one) => one.what === step.what && sameId(one.id, step.into));
      if (!target) {
        target = { what: step.what, id: step.into, entries: [] };
        targets.push(target);
      }
      const refused = add(target, entryOf(step, fix));
      if (refused) leftOut.push(refused);
    }
  }
  return { targets: targets.filter((one) => one.entries.length > 0), leftOut };
}

type Insert = Extract<FixStep, { readonly do: 'insert' }>;

function entryOf(step: Insert, fix: Fix): DeployedFixEntry {
  if (step.what === 'route') return { what: 'route', route: step.route, requirements: fix.requirements };
  const named = step.rule.why.values?.['id'];
  const own = fix.requirements.filter((id) => id === named);
  return { what: 'rule', rule: step.rule, requirements: own.length > 0 ? own : fix.requirements };
}

/** Adds `entry`, or says why it cannot stand beside what is there. */
function add(
  target: { readonly id: ResourceId; readonly entries: DeployedFixEntry[] },
  entry: DeployedFixEntry,
): Reason | null {
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
  return reason(`write.leftOut.${entry.what}`, {
    name: nameOfEntry(entry),
    other: nameOfEntry(other),
    resource: nameOf(target.id),
  });
}

/** Azure refuses two rules of one name, or of one direction and priority; two routes of one name or destination. */
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

/** What the entry does, apart from why. */
function contentOf(entry: DeployedFixEntry): string {
  return JSON.stringify(entry.what === 'rule' ? { ...entry.rule, why: null } : entry.route);
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

type ByHand = Exclude<FixStep, Insert | CreateStep>;

function toDo(step: ByHand): Reason {
  const resource = nameOf(changedResource(step));
  switch (step.do) {
    case 'remove':
      return reason('write.leftOut.remove', { name: step.name, resource });
    case 'set':
      if (step.value.length === 0) return reason('write.leftOut.undelegate', { resource });
      return reason('write.leftOut.set', { property: step.property, resource, value: settingText(step) });
    case 'attach':
      return reason('write.leftOut.attach', { resource: nameOf(step.id), to: resource });
    case 'detach':
      return reason('write.leftOut.detach', { resource: nameOf(step.id), from: resource });
    case 'delete':
      return reason('write.leftOut.delete', { resource });
    default:
      return besideByHand(step);
  }
}

/** A template cannot write a part of a service that exists; what is taken back is in no code. */
function besideByHand(step: ServiceStep): Reason {
  const name = nameOf(changedResource(step));
  switch (step.do) {
    case 'admit':
      return reason('write.leftOut.admit', { name, subnet: nameOf(step.subnet) });
    case 'trust':
      return reason('write.leftOut.trust', { name });
    case 'appoint':
      return reason('write.leftOut.appoint', { name, compute: step.builder.name });
    case 'link':
      return reason('write.leftOut.link', { zone: nameOf(step.zone), network: nameOf(step.network) });
    default:
      return serviceStepReason(step);
  }
}
