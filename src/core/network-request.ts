import type { CheckResult, Decider, DecidingRoute, Severity } from './check-result';
import type { Cloud, Direction, ResourceId } from './network/model';
import { groupBy } from './group-by';
import type { Reason } from './reason';

/** Where a change is requested, in the order in which packets meet them; then what isn't a part of the path. */
export const requestLayers = [
  'admin-rules',
  'nsg',
  'route-table',
  'outbound-access',
  'peering',
  'firewall',
  'private-dns',
  'role',
  'subnet',
  'resource',
] as const;
export type RequestLayer = (typeof requestLayers)[number];

/** How one layer treats a flow. */
export type LayerState =
  /** It was read, and it stops the flow or a part of it. */
  | {
      readonly is: 'blocked';
      readonly partly: boolean;
      readonly by: Decider | null;
      readonly why: Reason | null;
    }
  /** It wasn't read, or its owner alone knows. */
  | { readonly is: 'unknown'; readonly why: Reason | null }
  /** It was read, and it lets the flow pass. */
  | { readonly is: 'allowed' }
  /** A route of the subnet sends the flow on. */
  | { readonly is: 'passes-on'; readonly route: DecidingRoute }
  /** It isn't on the path. */
  | { readonly is: 'none' };

/** An Azure Firewall that was read, an NVA of which only the address is known, or what is on-premises. */
export type FirewallKind = 'azure' | 'appliance' | 'on-premises' | 'unknown';

/** Who a request is for: a resource, or all resources of a type in a resource group. */
export interface RequestOwner {
  readonly layer: RequestLayer;
  /** Name, or IP address, of the resource; null where it isn't known. */
  readonly name: string | null;
  /** Null where only an address is known. */
  readonly id: ResourceId | null;
  /** ARM type, such as `Microsoft.Network/networkSecurityGroups`; null where only an address is known. */
  readonly type: string | null;
  readonly resourceGroup: string | null;
  /** Built-in role that can make the change; null where it depends on the resource. */
  readonly role: string | null;
  /** Of the layer *firewall* only. */
  readonly firewall: FirewallKind | null;
  /** The policy of an Azure Firewall that new rules go into; null where its rules are its own, or weren't read. */
  readonly policyId: ResourceId | null;
}

/** A flow that the plan needs, with the state of each layer. */
export interface RequestFlow {
  readonly requirement: string;
  readonly severity: Severity;
  readonly direction: Direction;
  /** Also the other way: nodes of a subnet that reach each other need both. */
  readonly isBothWays: boolean;
  /** As a rule states it: Microsoft documents some flows for any protocol. */
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  /** As rules state them: `443`, `8443-8451`; `*` for any. Only those that fail, where others pass. */
  readonly ports: readonly string[];
  /** Service tags or prefixes; empty where only host names are known. */
  readonly remotes: readonly string[];
  /** FQDNs for firewalls that go by name; empty where Microsoft lists none. */
  readonly hosts: readonly string[];
  readonly layers: Readonly<Partial<Record<RequestLayer, LayerState>>>;
  /** Whom each layer belongs to that has something to do. */
  readonly owners: Readonly<Partial<Record<RequestLayer, RequestOwner>>>;
  readonly result: CheckResult;
}

/** Something that is no flow, such as a role or a DNS zone. */
export interface RequestSetting {
  readonly requirement: string;
  readonly severity: Severity;
  readonly state: 'blocked' | 'unknown';
  readonly owner: RequestOwner;
  /** The user's own, the same for every subnet, or information: it's requested only where it's named. */
  readonly isOptional: boolean;
  readonly result: CheckResult;
}

/** What is requested of one owner. */
export interface OwnerRequest {
  readonly owner: RequestOwner;
  readonly flows: readonly RequestFlow[];
  readonly settings: readonly RequestSetting[];
}

/** What a subnet needs from its network's owners. */
export interface NetworkRequest {
  readonly subnet: string;
  readonly network: string;
  readonly addressPrefixes: readonly string[];
  /** ARM location; empty where it isn't known. */
  readonly region: string;
  readonly cloud: Cloud;
  /** ISO time; null where it isn't known. */
  readonly readAt: string | null;
  /** Every flow, also those that are allowed. */
  readonly flows: readonly RequestFlow[];
  readonly settings: readonly RequestSetting[];
}

/** True where a layer stops the flow, or where only its owner knows. */
export function isRequested(layerState: LayerState | undefined): boolean {
  return layerState?.is === 'blocked' || layerState?.is === 'unknown';
}

/** What is requested of each owner, in the order of the layers. What is allowed is never in it. */
export function ownerRequests({
  flows,
  settings,
}: Pick<NetworkRequest, 'flows' | 'settings'>): readonly OwnerRequest[] {
  return requestLayers.flatMap((layer) => {
    const asked = flows.flatMap((flow) => {
      const owner = flow.owners[layer];
      return owner ? [{ owner, flow }] : [];
    });
    const own = settings.filter(({ owner, isOptional }) => owner.layer === layer && !isOptional);
    const [first, ...others] = [...groupBy(asked, ({ owner }) => keyOf(owner)).values()].map(
      ([one, ...rest]): OwnerRequest | undefined =>
        one && { owner: one.owner, flows: [one, ...rest].map(({ flow }) => flow), settings: [] },
    );
    const [setting] = own;
    const withSettings = first ?? (setting && { owner: setting.owner, flows: [], settings: [] });
    const all = withSettings ? [{ ...withSettings, settings: own }, ...others] : [];
    return all.filter((one) => one !== undefined);
  });
}

function keyOf({ firewall, id, name }: RequestOwner): string {
  return JSON.stringify([firewall, id?.toLowerCase() ?? name]);
}

/** Which part of a request is shown or copied. */
export interface RequestScope {
  /** Requirement IDs; all where it's left out. */
  readonly ids?: readonly string[];
  /** What one layer alone has to do. */
  readonly layer?: RequestLayer;
}

/** A part of a request. What only concerns the user is in it where it's named. */
export function narrowRequest(request: NetworkRequest, { ids, layer }: RequestScope): NetworkRequest {
  const isNamed = ({ requirement }: { readonly requirement: string }): boolean =>
    ids === undefined || ids.includes(requirement);
  // A route table is changed once, for every reply that is lost.
  const isLost = ({ result: { outcome } }: RequestFlow): boolean => outcome.is === 'reply-lost';
  const isTogether = request.flows.some((one) => isNamed(one) && isLost(one));
  return {
    ...request,
    flows: request.flows
      .filter((one) => isNamed(one) || (isTogether && isLost(one)))
      .filter(({ owners }) => layer === undefined || owners[layer] !== undefined)
      .map((one) => (layer === undefined ? one : { ...one, owners: onlyOf(one.owners, layer) })),
    settings: request.settings
      .filter((one) => isNamed(one) && (layer === undefined || one.owner.layer === layer))
      .map((one) => (ids === undefined ? one : { ...one, isOptional: false })),
  };
}

function onlyOf(owners: RequestFlow['owners'], layer: RequestLayer): RequestFlow['owners'] {
  const owner = owners[layer];
  return owner ? { [layer]: owner } : {};
}

/** How many flows and settings the owners have to change or to confirm. */
export function requestedCount({ flows, settings }: Pick<NetworkRequest, 'flows' | 'settings'>): number {
  const asked = flows.filter(({ owners }) => Object.keys(owners).length > 0);
  return asked.length + settings.filter(({ isOptional }) => !isOptional).length;
}
