import type { CheckResult, Decider, DecidingRoute, Severity } from './check-result';
import type { Cloud, Direction, ResourceId } from './network/model';
import { groupBy } from './group-by';
import type { Reason } from './reason';

/**
 * Layers at which a change is requested, in the order in which packets reach them; then those that aren't on the path.
 */
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

/** How a layer handles a flow. */
export type LayerState =
  /** The layer was read, and blocks the flow or a part of it. */
  | {
      readonly is: 'blocked';
      readonly partly: boolean;
      readonly by: Decider | null;
      readonly why: Reason | null;
    }
  /** The layer wasn't read, or can't be read from Azure. */
  | { readonly is: 'unknown'; readonly why: Reason | null }
  /** The layer was read, and allows the flow. */
  | { readonly is: 'allowed' }
  /** A route of the subnet forwards the flow. */
  | { readonly is: 'passes-on'; readonly route: DecidingRoute }
  /** The layer isn't on the path. */
  | { readonly is: 'none' };

/** An Azure Firewall that was read, an NVA of which only the address is known, or an on-premises firewall. */
export type FirewallKind = 'azure' | 'appliance' | 'on-premises' | 'unknown';

/** Recipient of a request: the owner of a resource, or of all resources of a type in a resource group. */
export interface RequestOwner {
  readonly layer: RequestLayer;
  /** Name, or IP address, of the resource; null if it isn't known. */
  readonly name: string | null;
  /** Null if only an address is known. */
  readonly id: ResourceId | null;
  /** ARM type, such as `Microsoft.Network/networkSecurityGroups`; null if only an address is known. */
  readonly type: string | null;
  readonly resourceGroup: string | null;
  /** Built-in role that can make the change; null if it depends on the resource. */
  readonly role: string | null;
  /** Only for the layer *firewall*. */
  readonly firewall: FirewallKind | null;
  /** Azure Firewall policy for new rules; null if the firewall has its own rules, or if they weren't read. */
  readonly policyId: ResourceId | null;
}

/** A flow that the plan needs, with the state of each layer. */
export interface RequestFlow {
  readonly requirement: string;
  readonly severity: Severity;
  readonly direction: Direction;
  /** Whether it also applies in the other direction: nodes of a subnet that reach each other need both. */
  readonly isBothWays: boolean;
  /** Protocol as a rule states it: Microsoft documents some flows for any protocol. */
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  /** Ports as rules state them: `443`, `8443-8451`; `*` for any. If some pass, only those that fail. */
  readonly ports: readonly string[];
  /** Service tags or prefixes; empty if only host names are known. */
  readonly remotes: readonly string[];
  /** FQDNs for firewalls that decide by name; empty if Microsoft lists none. */
  readonly hosts: readonly string[];
  readonly layers: Readonly<Partial<Record<RequestLayer, LayerState>>>;
  /** Owners of all layers on its path, whether they have to act or not. */
  readonly path: Readonly<Partial<Record<RequestLayer, RequestOwner>>>;
  /** Owners of the layers that have to act. */
  readonly owners: Readonly<Partial<Record<RequestLayer, RequestOwner>>>;
  readonly result: CheckResult;
}

/** A setting that isn't a flow, such as a role or a DNS zone. */
export interface RequestSetting {
  readonly requirement: string;
  readonly severity: Severity;
  readonly state: 'blocked' | 'unknown';
  readonly owner: RequestOwner;
  /**
   * Whether it is the user's own setting, the same for every subnet, or information. It's requested only if the user
   * names it.
   */
  readonly isOptional: boolean;
  readonly result: CheckResult;
}

/** Everything that is requested from an owner. */
export interface OwnerRequest {
  readonly owner: RequestOwner;
  readonly flows: readonly RequestFlow[];
  readonly settings: readonly RequestSetting[];
}

/** A subnet's needs from its network's owners. */
export interface NetworkRequest {
  readonly subnet: string;
  readonly network: string;
  readonly addressPrefixes: readonly string[];
  /** ARM location; empty if it isn't known. */
  readonly region: string;
  readonly cloud: Cloud;
  /** Time in ISO format; null if it isn't known. */
  readonly readAt: string | null;
  /** All flows, including those that are allowed. */
  readonly flows: readonly RequestFlow[];
  readonly settings: readonly RequestSetting[];
}

/** True if a layer blocks the flow, or if only its owner knows. */
export function isRequested(layerState: LayerState | undefined): boolean {
  return layerState?.is === 'blocked' || layerState?.is === 'unknown';
}

/** Returns the requests to each owner in the order of the layers. They never include what is allowed. */
export function ownerRequests({
  flows,
  settings,
}: Pick<NetworkRequest, 'flows' | 'settings'>): readonly OwnerRequest[] {
  return requestLayers.flatMap((layer) => {
    const requested = flows.flatMap((flow) => {
      const owner = flow.owners[layer];
      return owner ? [{ owner, flow }] : [];
    });
    const own = settings.filter(({ owner, isOptional }) => owner.layer === layer && !isOptional);
    const [first, ...others] = [...groupBy(requested, ({ owner }) => keyOf(owner)).values()].map(
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

/** Part of a request to show or copy. */
export interface RequestScope {
  /** Requirement IDs; all if omitted. */
  readonly ids?: readonly string[];
  /** Only what a single layer has to do. */
  readonly layer?: RequestLayer;
}

/** Returns a part of a request. Settings that concern only the user are included only if they are named. */
export function narrowRequest(request: NetworkRequest, { ids, layer }: RequestScope): NetworkRequest {
  const isNamed = ({ requirement }: { readonly requirement: string }): boolean =>
    ids === undefined || ids.includes(requirement);
  // A route table is changed once for all lost replies.
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

/** Returns the number of flows and settings that owners have to change or to confirm. */
export function requestedCount({ flows, settings }: Pick<NetworkRequest, 'flows' | 'settings'>): number {
  const requested = flows.filter(({ owners }) => Object.keys(owners).length > 0);
  return requested.length + settings.filter(({ isOptional }) => !isOptional).length;
}
