import type { Known } from '../known';
import { findSubnet, sameId } from './find';
import type { Firewall } from './firewall';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from './model';

/** A change of a resource between two reads. */
export type NetworkChange =
  | {
      readonly is: 'children';
      readonly id: ResourceId;
      readonly what: 'rule' | 'route';
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly changed: readonly string[];
    }
  /** Settings of the resource itself, by their names in this model. */
  | { readonly is: 'settings'; readonly id: ResourceId; readonly names: readonly string[] }
  /** The resource became readable, or isn't readable anymore. */
  | { readonly is: 'access'; readonly id: ResourceId; readonly readable: boolean };

/**
 * Returns the changes of a subnet and of everything that decides its traffic: its network, NSG, route table, and NAT
 * gateway. Addresses in use don't count as a change: machines come and go.
 */
export function networkChanges(
  before: NetworkModel,
  after: NetworkModel,
  subnetId: ResourceId,
): readonly NetworkChange[] {
  const [old, now] = [findSubnet(before, subnetId), findSubnet(after, subnetId)];
  if (!old || !now) return [];
  return [
    ...settingChanges(now.subnet.id, subnetSettings(old.subnet), subnetSettings(now.subnet)),
    ...settingChanges(now.network.id, networkSettings(old.network), networkSettings(now.network)),
    ...childChanges('rule', groupsOf(before), groupsOf(after)),
    ...childChanges('route', tablesOf(before), tablesOf(after)),
    ...gatewayChanges(before, after),
    ...firewallChanges(before, after),
  ];
}

type Settings = Readonly<Record<string, unknown>>;

function subnetSettings(subnet: Subnet): Settings {
  const { securityGroup, routeTable, natGateway, addressPrefixes, delegations } = subnet;
  const { serviceEndpoints, serviceEndpointPolicies, defaultOutboundAccess } = subnet;
  return {
    securityGroup: withoutCase(securityGroup),
    routeTable: withoutCase(routeTable),
    natGateway: withoutCase(natGateway),
    addressPrefixes,
    delegations,
    serviceEndpoints,
    serviceEndpointPolicies,
    defaultOutboundAccess,
  };
}

function withoutCase(id: Known<ResourceId | null>): unknown {
  return id.known ? id.value?.toLowerCase() : id;
}

function networkSettings(network: VirtualNetwork): Settings {
  const { addressPrefixes, dnsServers, peerings, hasGateway, adminRules } = network;
  return { addressPrefixes, dnsServers, peerings, hasGateway, adminRules };
}

function settingChanges(id: ResourceId, before: Settings, after: Settings): NetworkChange[] {
  const names = Object.keys(after).filter((name) => !same(before[name], after[name]));
  return names.length > 0 ? [{ is: 'settings', id, names }] : [];
}

interface Child {
  readonly name: string;
  readonly index: number;
}

interface Parent {
  readonly id: ResourceId;
  readonly children: Known<readonly Child[]>;
}

function groupsOf({ securityGroups }: NetworkModel): readonly Parent[] {
  return securityGroups.map(({ id, rules }) => ({ id, children: rules }));
}

function tablesOf({ routeTables }: NetworkModel): readonly Parent[] {
  return routeTables.map(({ id, routes }) => ({ id, children: routes }));
}

/** Compares resources that are in both reads. A new resource is reported by the subnet's own settings. */
function childChanges(
  what: 'rule' | 'route',
  before: readonly Parent[],
  after: readonly Parent[],
): NetworkChange[] {
  return after.flatMap((now): NetworkChange[] => {
    const old = before.find((one) => sameId(one.id, now.id));
    if (!old) return [];
    if (!old.children.known || !now.children.known) {
      const readable = now.children.known;
      return readable === old.children.known ? [] : [{ is: 'access', id: now.id, readable }];
    }
    const found = compared(old.children.value, now.children.value);
    return found.added.length + found.removed.length + found.changed.length === 0
      ? []
      : [{ is: 'children', id: now.id, what, ...found }];
  });
}

function compared(before: readonly Child[], after: readonly Child[]) {
  const inOld = new Map(before.map((one) => [one.name.toLowerCase(), one]));
  const inNew = new Map(after.map((one) => [one.name.toLowerCase(), one]));
  const isOther = (one: Child): boolean => {
    const old = inOld.get(one.name.toLowerCase());
    return old !== undefined && !same({ ...old, index: 0 }, { ...one, index: 0 });
  };
  return {
    added: after.filter((one) => !inOld.has(one.name.toLowerCase())).map((one) => one.name),
    removed: before.filter((one) => !inNew.has(one.name.toLowerCase())).map((one) => one.name),
    changed: after.filter(isOther).map((one) => one.name),
  };
}

function gatewayChanges(before: NetworkModel, after: NetworkModel): NetworkChange[] {
  return after.natGateways.flatMap((now) => {
    const old = before.natGateways.find((one) => sameId(one.id, now.id));
    if (!old) return [];
    const settings = ({ sku, publicAddresses }: typeof now): Settings => ({ sku, publicAddresses });
    return settingChanges(now.id, settings(old), settings(now));
  });
}

/** Compares firewalls that are in both reads. It doesn't distinguish whether a rule or an IP group changed. */
function firewallChanges(before: NetworkModel, after: NetworkModel): NetworkChange[] {
  return after.firewalls.flatMap((now) => {
    const old = before.firewalls.find((one) => sameId(one.id, now.id));
    if (!old) return [];
    const settings = ({ policies, ipGroups, addresses, hasPublicAddress }: Firewall): Settings => ({
      firewallRules: [policies, ipGroups],
      publicAddresses: hasPublicAddress,
      addressPrefixes: addresses,
    });
    return settingChanges(now.id, settings(old), settings(now));
  });
}

/** True if both parts are equal. They are plain data, created by the same functions, so equal parts serialize alike. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * True if two reads have the same content, whatever the order of their lists, so that nothing has to be checked again.
 */
export function sameModel(before: NetworkModel, after: NetworkModel): boolean {
  return (
    sameList(before.virtualNetworks, after.virtualNetworks) &&
    sameList(before.securityGroups, after.securityGroups) &&
    sameList(before.routeTables, after.routeTables) &&
    sameList(before.natGateways, after.natGateways) &&
    sameList(before.firewalls, after.firewalls) &&
    same(before.endpointPolicies ?? [], after.endpointPolicies ?? []) &&
    same(before.privateEndpoints, after.privateEndpoints)
  );
}

/**
 * True if both lists are equal. A part that wasn't read again is the same object, so only others are compared member by
 * member.
 */
function sameList(before: readonly Named[], after: readonly Named[]): boolean {
  if (before.length !== after.length) return false;
  const byId = new Map(before.map((one) => [one.id.toLowerCase(), one]));
  return after.every((one) => {
    const old = byId.get(one.id.toLowerCase());
    return old === one || same(old, one);
  });
}

interface Named {
  readonly id: ResourceId;
}
