import { missingFrom, type ChangeOf, type CreatedState } from './change';
import { valueOr, type Known } from './known';
import { sameId } from './network/find';
import type { Access, Direction, NextHopType, ResourceId, RuleProtocol, Subnet } from './network/model';
import type { Reason } from './reason';
import { applyServiceChange, endpointOf, isBilledService, type ServiceChange } from './service-change';
import type { WorkspaceServices } from './services/services';

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

/** The parts of a subnet that changes can set. */
export const subnetParts = ['securityGroup', 'routeTable', 'natGateway'] as const;

/** What a subnet names: one of each at most. */
export type SubnetPart = (typeof subnetParts)[number];

/** Types of resources that a subnet or a NAT gateway names. */
export type AttachedType = SubnetPart | 'publicIpAddress';

/** Settings of a subnet; a list is replaced as a whole. */
export interface SubnetSettings {
  readonly delegations: readonly string[];
  readonly serviceEndpoints: readonly string[];
  readonly privateEndpointNetworkPolicies: string;
}

/** The settings that changes can set, each once. Whatever compares two states of a subnet follows from them. */
const isSetting: Readonly<Record<keyof SubnetSettings, true>> = {
  delegations: true,
  serviceEndpoints: true,
  privateEndpointNetworkPolicies: true,
};
const subnetSettings = Object.keys(isSetting) as readonly (keyof SubnetSettings)[];

/** True for the name of a setting that changes can set. */
export function isSubnetSetting(name: string): name is keyof SubnetSettings {
  return Object.hasOwn(isSetting, name);
}

/** All that a change can set in a subnet, as it is known. */
export function settableOf(subnet: Subnet): readonly Known<SettingValue | null>[] {
  return [...subnetParts, ...subnetSettings].map((name) => subnet[name]);
}

type SubnetState = Partial<Readonly<Record<SubnetPart, ResourceId | null>> & SubnetSettings>;

interface BilledState extends CreatedState {
  /** Of gateways and addresses, which must have the same. */
  readonly sku?: string;
}

export type RuleChange = ChangeOf<'rule', NewRule, NamedEntry<NewRule>>;
export type RouteChange = ChangeOf<'route', NewRoute, NamedEntry<NewRoute>>;
export type SubnetChange = ChangeOf<'subnet', SubnetState>;
type GatewayChange = ChangeOf<'natGateway', BilledState | GatewayAddresses>;
interface GatewayAddresses {
  readonly publicIpAddresses: readonly ResourceId[];
}

/** One change to one part of a resource. Changes are applied in order. */
export type ResourceChange =
  | RuleChange
  | RouteChange
  | ChangeOf<'securityGroup' | 'routeTable', CreatedState>
  | ChangeOf<'publicIpAddress', BilledState>
  | GatewayChange
  | SubnetChange
  | ServiceChange;

/** Whether Azure bills it from its creation. */
const isBilledType: Readonly<Record<ResourceChange['type'], boolean>> = {
  rule: false,
  route: false,
  subnet: false,
  securityGroup: false,
  routeTable: false,
  natGateway: true,
  publicIpAddress: true,
  ...isBilledService,
};

/** True for a change outside the network: the facts show it, and no copy of the network does. */
export function isServiceChange(change: ResourceChange): change is ServiceChange {
  return Object.hasOwn(isBilledService, change.type);
}

/** The services and zones as they will be once the changes are applied. */
export function applyServiceChanges(
  services: WorkspaceServices,
  changes: readonly ResourceChange[],
): WorkspaceServices {
  return changes.filter(isServiceChange).reduce(applyServiceChange, services);
}

/** True where something is created that Azure bills: NSGs and route tables are free. */
export function isBilled(change: ResourceChange): boolean {
  return change.before === null && isOfResource(change) && isBilledType[change.type];
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
  return subnetParts.flatMap((type): readonly Attachment[] => {
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

/** One value, or a list of names. */
type SettingValue = readonly string[] | string;

/** A setting of a subnet and what it is set to. */
export interface SettingChange {
  readonly id: ResourceId;
  readonly property: keyof SubnetSettings;
  readonly before: SettingValue | undefined;
  readonly after: SettingValue;
}

/** The settings of a subnet that a change sets. */
export function settingsOf(change: ResourceChange): readonly SettingChange[] {
  if (change.type !== 'subnet' || change.after === null) return [];
  const { id, before, after } = change;
  return subnetSettings.flatMap((property) => {
    const value = after[property];
    return value === undefined ? [] : [{ id, property, before: before?.[property], after: value }];
  });
}

/** A setting as it's shown; empty for an empty list. */
export function settingText(value: SettingValue = ''): string {
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
