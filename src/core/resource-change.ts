import { valueOr } from './known';
import { idUpTo, sameId } from './network/find';
import type { Access, Direction, NextHopType, ResourceId, RuleProtocol, Subnet } from './network/model';
import type { Reason } from './reason';
import type { BuildCompute } from './services/services';

/** A rule to add, in Azure's own words; `source` and `destination` are one prefix or tag each, or several prefixes. */
export interface NewRule {
  readonly name: string;
  /** Sentence for the rule's `description`, at most 140 characters once worded. */
  readonly why: Reason;
  readonly priority: number;
  readonly direction: Direction;
  readonly access: Access;
  readonly protocol: RuleProtocol;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly destinationPorts: readonly string[];
}

export interface NewRoute {
  readonly name: string;
  readonly destination: string;
  readonly nextHop: NextHopType;
  readonly nextHopAddress: string | null;
}

/** An entry of an NSG or a route table as it is; only its name where a change couldn't write it like that. */
export type NamedEntry<Entry extends { readonly name: string }> = Entry | Pick<Entry, 'name'>;

/** What a subnet names: one of each at most. */
export type SubnetPart = 'securityGroup' | 'routeTable' | 'natGateway';

/** Types of resources that a subnet or a NAT gateway names. */
export type AttachedType = SubnetPart | 'publicIpAddress';

/** Settings of a subnet; a list is replaced as a whole. */
export interface SubnetSettings {
  readonly delegations: readonly string[];
  readonly serviceEndpoints: readonly string[];
  readonly privateEndpointNetworkPolicies: string;
}

type SubnetState = Partial<Readonly<Record<SubnetPart, ResourceId | null>> & SubnetSettings>;

interface CreatedState {
  readonly location: string;
}

interface BilledState extends CreatedState {
  /** Of gateways and addresses, which must have the same. */
  readonly sku?: string;
}

/** A service with the subnets that its network rules name, and whether trusted services of Azure pass these rules. */
interface DataServiceState {
  readonly subnetRules?: readonly ResourceId[];
  readonly trustsAzure?: boolean;
}

export interface EndpointState extends CreatedState {
  readonly subnet: ResourceId;
  readonly target: ResourceId;
  /** `amlworkspace`, `blob`, `file`, `vault`, `registry` … */
  readonly group: string;
}

interface Change<Type extends string, State, Before = State> {
  /** The resource that is written; of a rule or a route its NSG or its route table. */
  readonly id: ResourceId;
  readonly type: Type;
  /** What it is like before, as far as it changes; null where it's created. */
  readonly before: Before | null;
  /** What it is like after; null where it's deleted. */
  readonly after: State | null;
}

export type DataServiceType = 'storage' | 'keyVault' | 'registry';

export type RuleChange = Change<'rule', NewRule, NamedEntry<NewRule>>;
export type RouteChange = Change<'route', NewRoute, NamedEntry<NewRoute>>;
export type SubnetChange = Change<'subnet', SubnetState>;
type GatewayChange = Change<'natGateway', BilledState | GatewayAddresses>;
export type DataServiceChange = Change<DataServiceType, DataServiceState>;
export type BuilderChange = Change<'workspace', { readonly buildCompute: BuildCompute | null }>;
export type EndpointChange = Change<'endpoint', EndpointState>;
export type ZoneLinkChange = Change<'zoneLink', { readonly network: ResourceId }>;
export type ZoneGroupChange = Change<'zoneGroup', { readonly zones: readonly ResourceId[] }>;

interface GatewayAddresses {
  readonly publicIpAddresses: readonly ResourceId[];
}

/** A change outside the network: of a workspace, of a service that keeps its data, of a private endpoint or its DNS. */
export type ServiceChange =
  | DataServiceChange
  | BuilderChange
  | EndpointChange
  | Change<'zone', object>
  | ZoneLinkChange
  | ZoneGroupChange;

/** One change to one part of a resource. Changes are applied in order. */
export type ResourceChange =
  | RuleChange
  | RouteChange
  | Change<'securityGroup' | 'routeTable', CreatedState>
  | Change<'publicIpAddress', BilledState>
  | GatewayChange
  | SubnetChange
  | ServiceChange;

interface ChangeTraits {
  /** It's outside the network: the facts show it, and no copy of the network does. */
  readonly isService: boolean;
  /** Azure bills it from its creation. */
  readonly isBilled: boolean;
}

const traits: Readonly<Record<ResourceChange['type'], ChangeTraits>> = {
  rule: { isService: false, isBilled: false },
  route: { isService: false, isBilled: false },
  subnet: { isService: false, isBilled: false },
  securityGroup: { isService: false, isBilled: false },
  routeTable: { isService: false, isBilled: false },
  natGateway: { isService: false, isBilled: true },
  publicIpAddress: { isService: false, isBilled: true },
  storage: { isService: true, isBilled: false },
  keyVault: { isService: true, isBilled: false },
  registry: { isService: true, isBilled: false },
  workspace: { isService: true, isBilled: false },
  endpoint: { isService: true, isBilled: true },
  zone: { isService: true, isBilled: true },
  zoneLink: { isService: true, isBilled: false },
  zoneGroup: { isService: true, isBilled: false },
};

/** True for a change outside the network, which no copy of the network shows. */
export function isServiceChange(change: ResourceChange): change is ServiceChange {
  return traits[change.type].isService;
}

/** True where something is created that Azure bills: NSGs and route tables are free. */
export function isBilled(change: ResourceChange): boolean {
  return change.before === null && isOfResource(change) && traits[change.type].isBilled;
}

/** True for a change of a service that keeps a workspace's data. */
export function isDataServiceChange(change: ResourceChange): change is DataServiceChange {
  return change.type === 'storage' || change.type === 'keyVault' || change.type === 'registry';
}

/** What a change creates, or deletes, or leaves. */
export function stateOf<Before, After>(change: {
  readonly before: Before | null;
  readonly after: After | null;
}): Before | After {
  const state = change.after ?? change.before;
  if (state === null) throw new Error('a change is of something');
  return state;
}

/** True for a change of a rule or a route, which is a part of its NSG or its route table. */
export function isEntryChange(change: ResourceChange): change is RuleChange | RouteChange {
  return change.type === 'rule' || change.type === 'route';
}

/** Rules as changes leave them, each with its NSG. */
export function addedRules(
  changes: readonly ResourceChange[],
): readonly { readonly id: ResourceId; readonly rule: NewRule }[] {
  return changes.flatMap(({ type, id, after }) => (type === 'rule' && after ? [{ id, rule: after }] : []));
}

/** Routes as changes leave them, each with its route table. */
export function addedRoutes(
  changes: readonly ResourceChange[],
): readonly { readonly id: ResourceId; readonly route: NewRoute }[] {
  return changes.flatMap(({ type, id, after }) => (type === 'route' && after ? [{ id, route: after }] : []));
}

/** The name of the rule or the route that a change is of. */
export function entryName({ before, after }: RuleChange | RouteChange): string {
  return (after ?? before)?.name ?? '';
}

/** The resources that changes write, each once, in the order of the changes. */
export function changedResources(changes: readonly Pick<ResourceChange, 'id'>[]): readonly ResourceId[] {
  const ids = changes.map(({ id }) => id);
  return ids.filter((one, index) => ids.findIndex((other) => sameId(other, one)) === index);
}

/** The changes of one resource. */
export function changesOf(changes: readonly ResourceChange[], id: ResourceId): readonly ResourceChange[] {
  return changes.filter((one) => sameId(one.id, id));
}

/** True for a change that creates its resource, or deletes it: an entry of a list is part of one. */
export function isOfResource(change: ResourceChange): boolean {
  return (change.before === null || change.after === null) && !isEntryChange(change);
}

/** True for a resource that the changes create. */
export function isCreatedBy(changes: readonly ResourceChange[], id: ResourceId): boolean {
  return changes.some((one) => one.before === null && isOfResource(one) && sameId(one.id, id));
}

/** A resource of the network that changes create. */
export interface CreatedPart extends BilledState {
  readonly type: AttachedType;
  readonly id: ResourceId;
}

/** The resources of the network that changes create. */
export function createdParts(changes: readonly ResourceChange[]): readonly CreatedPart[] {
  return changes.flatMap(({ type, id, before, after }): readonly CreatedPart[] => {
    if (before !== null || after === null || !isAttachedType(type) || !('location' in after)) return [];
    return [{ type, id, ...after }];
  });
}

function isAttachedType(type: string): type is AttachedType {
  return ['securityGroup', 'routeTable', 'natGateway', 'publicIpAddress'].includes(type);
}

/** The NAT gateway of a subnet, an address of a NAT gateway, and their like: named from then on, or no longer. */
export interface Attachment {
  readonly type: AttachedType;
  readonly id: ResourceId;
  readonly to: ResourceId;
  readonly isAttached: boolean;
}

/** What a change attaches to a subnet or a NAT gateway, and detaches from it. */
export function attachmentsOf(change: ResourceChange): readonly Attachment[] {
  if (change.type === 'natGateway') return addressesOf(change);
  if (change.type !== 'subnet') return [];
  const { id: to, before, after } = change;
  return (['securityGroup', 'routeTable', 'natGateway'] as const).flatMap((type): readonly Attachment[] => {
    const id = after?.[type];
    if (id === undefined) return [];
    return id === null
      ? [{ type, id: before?.[type] ?? '', to, isAttached: false }]
      : [{ type, id, to, isAttached: true }];
  });
}

function addressesOf({ id: to, before, after }: GatewayChange): readonly Attachment[] {
  const [was, is] = [before, after].map((one) =>
    one !== null && 'publicIpAddresses' in one ? one.publicIpAddresses : [],
  );
  return [
    ...missingFrom(is, was).map((id) => ({ type: 'publicIpAddress', id, to, isAttached: false }) as const),
    ...missingFrom(was, is).map((id) => ({ type: 'publicIpAddress', id, to, isAttached: true }) as const),
  ];
}

/** The IDs of a list that another one lacks. */
export function missingFrom(
  some: readonly ResourceId[] = [],
  all: readonly ResourceId[] = [],
): readonly ResourceId[] {
  return all.filter((id) => !some.some((one) => sameId(one, id)));
}

/** What a change of a service's network rules comes to. */
export interface AccessChange {
  readonly added: readonly ResourceId[];
  readonly removed: readonly ResourceId[];
  /** Undefined where it stays. */
  readonly trusts: boolean | undefined;
}

/** The subnets that a change adds to the network rules of a service, and removes from them. */
export function accessOf({ before, after }: DataServiceChange): AccessChange {
  const [was, is] = [before?.subnetRules, after?.subnetRules];
  return { added: missingFrom(was, is), removed: missingFrom(is, was), trusts: after?.trustsAzure };
}

/** A setting of a subnet and what it is set to. */
export interface SettingChange {
  readonly id: ResourceId;
  readonly property: keyof SubnetSettings;
  readonly before: readonly string[] | string | undefined;
  readonly after: readonly string[] | string;
}

/** The settings of a subnet that a change sets. */
export function settingsOf(change: ResourceChange): readonly SettingChange[] {
  if (change.type !== 'subnet' || change.after === null) return [];
  const { id, before, after } = change;
  return (['delegations', 'serviceEndpoints', 'privateEndpointNetworkPolicies'] as const).flatMap(
    (property) => {
      const value = after[property];
      return value === undefined ? [] : [{ id, property, before: before?.[property], after: value }];
    },
  );
}

/** A setting as it's shown; empty for an empty list. */
export function settingText(value: readonly string[] | string = ''): string {
  return typeof value === 'string' ? value : value.join(', ');
}

/** A subnet with other parts or settings: what is known of them now is what an undo restores. */
export function subnetWith(subnet: Subnet, after: SubnetState): SubnetChange {
  const before = Object.fromEntries(
    (Object.keys(after) as (keyof SubnetState)[])
      .filter((name) => subnet[name].known)
      .map((name) => [name, valueOr<unknown, null>(subnet[name], null)]),
  );
  return { type: 'subnet', id: subnet.id, before, after };
}

/** The changes that undo `changes`, the last first. */
export function undoOf(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  return [...changes]
    .reverse()
    .filter((one) => !goesWithAnother(one, changes))
    .map((one): ResourceChange => swapped(one))
    .filter(isWritable);
}

/** What a change put into a resource that the changes create goes with it. */
function goesWithAnother(change: ResourceChange, changes: readonly ResourceChange[]): boolean {
  if (change.type === 'zoneGroup') return isCreatedBy(changes, endpointOf(change.id));
  return !(change.before === null && isOfResource(change)) && isCreatedBy(changes, change.id);
}

function swapped(change: ResourceChange): ResourceChange {
  return { ...change, before: change.after, after: change.before } as ResourceChange;
}

/** False where it isn't known what was there, or no request restores it. */
function isWritable(change: ResourceChange): boolean {
  const { type, after } = change;
  switch (type) {
    case 'rule':
    case 'route':
      return after === null || Object.keys(after).length > 1;
    case 'workspace':
      // No text found says how a workspace is made to name nobody again.
      return (after?.buildCompute ?? null) !== null;
    default:
      return type === 'zone' || after === null || Object.keys(after).length > 0;
  }
}

/** The private endpoint whose DNS zone group this is. */
export function endpointOf(zoneGroup: ResourceId): ResourceId {
  return idUpTo(zoneGroup, 'privateDnsZoneGroups');
}

/** The private DNS zone whose link this is. */
export function zoneOf(link: ResourceId): ResourceId {
  return idUpTo(link, 'virtualNetworkLinks');
}
