import { missingFrom, type ChangeOf, type CreatedState } from './change';
import { valueOr, type Known } from './known';
import { sameId } from './network/find';
import type { Access, Direction, NextHopType, ResourceId, RuleProtocol, Subnet } from './network/model';
import type { Reason } from './reason';
import { applyServiceChange, endpointOf, isBilledService, type ServiceChange } from './service-change';
import type { WorkspaceServices } from './services/services';

/** A rule to add, with Azure's values. `sources` and `destinations` are a prefix or a tag each, or several prefixes. */
export interface NewRule {
  readonly name: string;
  /** Text for the rule's `description`, at most 140 characters when formatted. */
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

/** An existing entry of an NSG or a route table; only its name if a change couldn't write it in that form. */
export type NamedEntry<Entry extends { readonly name: string }> = Entry | Pick<Entry, 'name'>;

/** Parts of a subnet that changes can set. */
export const subnetParts = ['securityGroup', 'routeTable', 'natGateway'] as const;

/** A reference of a subnet: at most one of each. */
export type SubnetPart = (typeof subnetParts)[number];

/** Types of resources that a subnet or a NAT gateway references. */
export type AssociatedType = SubnetPart | 'publicIpAddress';

/** Settings of a subnet. A list is replaced as a whole. */
export interface SubnetSettings {
  readonly delegations: readonly string[];
  readonly serviceEndpoints: readonly string[];
  readonly privateEndpointNetworkPolicies: string;
}

/** Settings that changes can set, each once. All comparisons of two states of a subnet are based on them. */
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

/** Returns everything that a change can set in a subnet, as far as it is known. */
export function settableOf(subnet: Subnet): readonly Known<SettingValue | null>[] {
  return [...subnetParts, ...subnetSettings].map((name) => subnet[name]);
}

type SubnetState = Partial<Readonly<Record<SubnetPart, ResourceId | null>> & SubnetSettings>;

interface BilledState extends CreatedState {
  /** SKU of NAT gateways and addresses, which must be the same. */
  readonly sku?: string;
}

export type RuleChange = ChangeOf<'rule', NewRule, NamedEntry<NewRule>>;
export type RouteChange = ChangeOf<'route', NewRoute, NamedEntry<NewRoute>>;
export type SubnetChange = ChangeOf<'subnet', SubnetState>;
type GatewayChange = ChangeOf<'natGateway', BilledState | GatewayAddresses>;
interface GatewayAddresses {
  readonly publicIpAddresses: readonly ResourceId[];
}

/** A change of a part of a resource. Changes are applied in order. */
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

/** True for a change outside the network, which is in the facts but not in a copy of the network. */
export function isServiceChange(change: ResourceChange): change is ServiceChange {
  return Object.hasOwn(isBilledService, change.type);
}

/** Returns the services and zones after the changes are applied. */
export function applyServiceChanges(
  services: WorkspaceServices,
  changes: readonly ResourceChange[],
): WorkspaceServices {
  return changes.filter(isServiceChange).reduce(applyServiceChange, services);
}

/** True if the change creates a resource that Azure bills: NSGs and route tables are free. */
export function isBilled(change: ResourceChange): boolean {
  return change.before === null && isOfResource(change) && isBilledType[change.type];
}

/**
 * True if the change creates a resource that Azure also bills for the data that it processes, per GB (prices of NAT
 * gateway and of private endpoints, read 2026-12-01).
 */
export function isBilledByData(change: ResourceChange): boolean {
  return isBilled(change) && (change.type === 'natGateway' || change.type === 'endpoint');
}

/** True for a change of a rule or a route, which is part of its NSG or its route table. */
export function isEntryChange(change: ResourceChange): change is RuleChange | RouteChange {
  return change.type === 'rule' || change.type === 'route';
}

/** Returns the rules after changes, each with its NSG. */
export function addedRules(
  changes: readonly ResourceChange[],
): readonly { readonly id: ResourceId; readonly rule: NewRule }[] {
  return changes.flatMap(({ type, id, after }) => (type === 'rule' && after ? [{ id, rule: after }] : []));
}

/** Returns the routes after changes, each with its route table. */
export function addedRoutes(
  changes: readonly ResourceChange[],
): readonly { readonly id: ResourceId; readonly route: NewRoute }[] {
  return changes.flatMap(({ type, id, after }) => (type === 'route' && after ? [{ id, route: after }] : []));
}

/** Returns the name of the rule or the route that a change applies to. */
export function entryName({ before, after }: RuleChange | RouteChange): string {
  return (after ?? before)?.name ?? '';
}

/** Returns the resources that changes write, each once, in the order of the changes. */
export function changedResources(changes: readonly Pick<ResourceChange, 'id'>[]): readonly ResourceId[] {
  const ids = changes.map(({ id }) => id);
  return ids.filter((one, index) => ids.findIndex((other) => sameId(other, one)) === index);
}

/** Returns the changes of a resource. */
export function changesOf(changes: readonly ResourceChange[], id: ResourceId): readonly ResourceChange[] {
  return changes.filter((one) => sameId(one.id, id));
}

/** True for a change that creates or deletes its resource. An entry of a list is only a part of a resource. */
export function isOfResource(change: ResourceChange): boolean {
  return (change.before === null || change.after === null) && !isEntryChange(change);
}

/** True for a resource that the changes create. */
export function isCreatedBy(changes: readonly ResourceChange[], id: ResourceId): boolean {
  return changes.some((one) => one.before === null && isOfResource(one) && sameId(one.id, id));
}

/** A resource of the network that changes create. */
export interface CreatedPart extends BilledState {
  readonly type: AssociatedType;
  readonly id: ResourceId;
}

/** Returns the resources of the network that changes create. */
export function createdParts(changes: readonly ResourceChange[]): readonly CreatedPart[] {
  return changes.flatMap(({ type, id, before, after }): readonly CreatedPart[] => {
    if (before !== null || after === null || !isAssociatedType(type) || !('location' in after)) return [];
    return [{ type, id, ...after }];
  });
}

function isAssociatedType(type: string): type is AssociatedType {
  return ['securityGroup', 'routeTable', 'natGateway', 'publicIpAddress'].includes(type);
}

/** An association, such as the NAT gateway of a subnet or an address of a NAT gateway, which is added or removed. */
export interface Association {
  readonly type: AssociatedType;
  readonly id: ResourceId;
  readonly to: ResourceId;
  readonly isAssociated: boolean;
}

/** Returns the associations with a subnet or a NAT gateway that a change adds or removes. */
export function associationsOf(change: ResourceChange): readonly Association[] {
  if (change.type === 'natGateway') return addressesOf(change);
  if (change.type !== 'subnet') return [];
  const { id: to, before, after } = change;
  return subnetParts.flatMap((type): readonly Association[] => {
    const id = after?.[type];
    if (id === undefined) return [];
    return id === null
      ? [{ type, id: before?.[type] ?? '', to, isAssociated: false }]
      : [{ type, id, to, isAssociated: true }];
  });
}

function addressesOf({ id: to, before, after }: GatewayChange): readonly Association[] {
  const [was, is] = [before, after].map((one) =>
    one !== null && 'publicIpAddresses' in one ? one.publicIpAddresses : [],
  );
  return [
    ...missingFrom(is, was).map((id) => ({ type: 'publicIpAddress', id, to, isAssociated: false }) as const),
    ...missingFrom(was, is).map((id) => ({ type: 'publicIpAddress', id, to, isAssociated: true }) as const),
  ];
}

/** A single value, or a list of names. */
type SettingValue = readonly string[] | string;

/** A setting of a subnet with its new value. */
export interface SettingChange {
  readonly id: ResourceId;
  readonly property: keyof SubnetSettings;
  readonly before: SettingValue | undefined;
  readonly after: SettingValue;
}

/** Returns the settings of a subnet that a change sets. */
export function settingsOf(change: ResourceChange): readonly SettingChange[] {
  if (change.type !== 'subnet' || change.after === null) return [];
  const { id, before, after } = change;
  return subnetSettings.flatMap((property) => {
    const value = after[property];
    return value === undefined ? [] : [{ id, property, before: before?.[property], after: value }];
  });
}

/** Returns a setting for display; empty for an empty list. */
export function settingText(value: SettingValue = ''): string {
  return typeof value === 'string' ? value : value.join(', ');
}

/** Returns a change of a subnet to other parts or settings. Its current known state is what an undo restores. */
export function subnetWith(subnet: Subnet, after: SubnetState): SubnetChange {
  const before = Object.fromEntries(
    (Object.keys(after) as (keyof SubnetState)[])
      .filter((name) => subnet[name].known)
      .map((name) => [name, valueOr<unknown, null>(subnet[name], null)]),
  );
  return { type: 'subnet', id: subnet.id, before, after };
}

/** Returns the changes that undo `changes`, the last first. */
export function undoOf(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  return [...changes]
    .reverse()
    .filter((one) => !isUndoneByDeletion(one, changes))
    .map((one): ResourceChange => swapped(one))
    .filter(isWritable);
}

/** True if a change modified a resource that the changes create, because deleting that resource undoes it. */
function isUndoneByDeletion(change: ResourceChange, changes: readonly ResourceChange[]): boolean {
  if (change.type === 'zoneGroup') return isCreatedBy(changes, endpointOf(change.id));
  return !(change.before === null && isOfResource(change)) && isCreatedBy(changes, change.id);
}

function swapped(change: ResourceChange): ResourceChange {
  return { ...change, before: change.after, after: change.before } as ResourceChange;
}

/** False if the previous state isn't known, or if no request can restore it. */
function isWritable(change: ResourceChange): boolean {
  const { type, after } = change;
  switch (type) {
    case 'rule':
    case 'route':
      return after === null || Object.keys(after).length > 1;
    case 'workspace':
      // No documentation was found on how to remove the image build compute from a workspace.
      return (after?.buildCompute ?? null) !== null;
    default:
      return type === 'zone' || after === null || Object.keys(after).length > 0;
  }
}
