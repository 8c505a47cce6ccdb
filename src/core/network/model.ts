import type { Known } from '../known';
import type { Reason } from '../reason';
import type { Firewall } from './firewall';
import type { ResourceId } from './resource-id';
import type { Access, AdminAccess, Direction, NextHopType, RuleProtocol } from './enums';

/** The Azure clouds whose service tags and requirements differ. */
export type Cloud = 'public' | 'usgov' | 'china';

export type { ResourceId };

export type { Access, AdminAccess, Direction, NextHopType, RuleProtocol };

/** A security rule. Singular and plural Azure properties are already merged into lists. */
export interface SecurityRule {
  readonly name: string;
  /** 100 to 4096; the lowest decides first. */
  readonly priority: Known<number>;
  readonly direction: Known<Direction>;
  readonly access: Known<Access>;
  readonly protocol: Known<RuleProtocol>;
  /**
   * Prefixes, addresses, ranges, `*`, or a service tag, as written. Empty if only application security groups are set.
   */
  readonly sources: Known<readonly string[]>;
  readonly destinations: Known<readonly string[]>;
  /** Sides whose plural member has a service tag, `*`, or `Any`, which Azure accepts only in the singular member. */
  readonly tagsInLists?: readonly ('sources' | 'destinations')[];
  /** Ports as written: `443`, `8704-8710`, `*`. */
  readonly sourcePorts: Known<readonly string[]>;
  readonly destinationPorts: Known<readonly string[]>;
  /** IDs of application security groups. */
  readonly sourceApplicationGroups: readonly ResourceId[];
  readonly destinationApplicationGroups: readonly ResourceId[];
  /** Index in the NSG's list, for references. */
  readonly index: number;
  /** Why it isn't known whether the rule exists. Absent if it exists. */
  readonly mayNotExist?: Reason;
}

/** A security admin rule that a network manager applies to a virtual network, evaluated before every NSG. */
export interface AdminRule extends Omit<SecurityRule, 'access'> {
  readonly id: ResourceId;
  readonly access: Known<AdminAccess>;
  readonly managerId: ResourceId;
  /** The security admin configuration that contains the rule. */
  readonly configurationId: ResourceId;
}

export interface SecurityGroup {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: Known<string>;
  readonly rules: Known<readonly SecurityRule[]>;
  /** Rules that a file adds to an existing NSG whose `rules` aren't in a file. */
  readonly addedRules?: readonly SecurityRule[];
  /** Subnets that use the NSG, in this model or not; unknown if the list is truncated. */
  readonly usedBy: Known<readonly ResourceId[]>;
  readonly etag?: string;
}

export interface Route {
  readonly name: string;
  /** A prefix or a service tag, as written. */
  readonly destination: Known<string>;
  readonly nextHop: Known<NextHopType>;
  /** Address of the appliance; null if the next hop doesn't have one. */
  readonly nextHopAddress: Known<string | null>;
  readonly index: number;
  /** Why it isn't known whether the route exists. Absent if it exists. */
  readonly mayNotExist?: Reason;
}

export interface RouteTable {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: Known<string>;
  readonly routes: Known<readonly Route[]>;
  /** Routes that files add to a route table that already exists; absent if they add none. */
  readonly addedRoutes?: readonly Route[];
  readonly disableBgpRoutePropagation: Known<boolean>;
  readonly usedBy: Known<readonly ResourceId[]>;
  readonly etag?: string;
}

export interface NatGateway {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: Known<string>;
  readonly sku: Known<string>;
  /** Number of public addresses and prefixes. A NAT gateway without any doesn't provide outbound access. */
  readonly publicAddresses: Known<number>;
  /**
   * An address or prefix with another SKU than the gateway's. Azure refuses to associate it, so only files have one.
   */
  readonly unlike?: { readonly address: string; readonly sku: Known<string> };
  /** Whether a file creates it together with its networks. */
  readonly isCreatedHere?: true;
}

/** A route that the network learned from a gateway or route server (BGP). */
export interface LearnedRoute {
  readonly prefix: string;
  /** Its next hop as reported by Azure; null if it isn't reported. */
  readonly nextHopAddress: string | null;
}

/**
 * Routes that effective routes show and no resource contains, from a network interface of the subnet or from a file.
 */
export interface EffectiveRoutes {
  readonly learned: readonly LearnedRoute[];
  /** Prefixes that system routes drop. */
  readonly dropped: readonly string[];
}

/** Subnets of both sides that a subnet peering connects, by name. */
export interface PeeredSubnets {
  readonly local: readonly string[];
  readonly remote: readonly string[];
}

export interface Peering {
  readonly name: string;
  readonly remoteId: ResourceId;
  readonly state: Known<string>;
  readonly remotePrefixes: Known<readonly string[]>;
  readonly allowForwardedTraffic: Known<boolean>;
  readonly useRemoteGateways: Known<boolean>;
  /** Absent if the networks are peered as a whole. */
  readonly parts?: PeeredSubnets;
  /** Whether it doesn't carry IPv4. */
  readonly onlyIpv6?: boolean;
  /** Whether the peer is excluded from `VirtualNetwork`. */
  readonly blocksAccess?: boolean;
}

export interface Subnet {
  readonly id: ResourceId;
  readonly name: string;
  readonly virtualNetworkId: ResourceId;
  readonly addressPrefixes: Known<readonly string[]>;
  /** ID of the associated resource; null if none is associated. */
  readonly securityGroup: Known<ResourceId | null>;
  readonly routeTable: Known<ResourceId | null>;
  readonly natGateway: Known<ResourceId | null>;
  /** Service names such as `Microsoft.Databricks/workspaces`. */
  readonly delegations: Known<readonly string[]>;
  /** Service names such as `Microsoft.Storage`. */
  readonly serviceEndpoints: Known<readonly string[]>;
  readonly serviceEndpointPolicies: Known<readonly ResourceId[]>;
  /** Value in Azure; null if it was never set (its meaning depends on `writtenWith`). */
  readonly defaultOutboundAccess: Known<boolean | null>;
  /** API version that wrote a null `defaultOutboundAccess`, if a file states it. */
  readonly writtenWith?: string;
  readonly privateEndpointNetworkPolicies: Known<string>;
  /** Absent if unknown; a gateway may then advertise any route. */
  readonly effectiveRoutes?: EffectiveRoutes;
  /** Number of IP configurations that currently have an address, without Azure's own five. */
  readonly addressesInUse: Known<number>;
}

/** A route that a Virtual WAN hub advertises to its connected networks. */
export interface HubRoute {
  readonly prefix: string;
  /**
   * Address of the hub's firewall; null if the next hop is another owner's appliance, or if a further route decides.
   */
  readonly nextHopAddress: string | null;
}

/** The Virtual WAN hub that a network is connected to. */
export interface ConnectedHub {
  /** Null if the hub wasn't found: only its name is known then. */
  readonly id: ResourceId | null;
  readonly name: string;
  /** The Azure Firewall in it; null if there is none, or none that is known. */
  readonly firewallId: ResourceId | null;
  /** Routes of its routing intent; it may advertise more. */
  readonly routes: Known<readonly HubRoute[]>;
}

export interface VirtualNetwork {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: Known<string>;
  readonly addressPrefixes: Known<readonly string[]>;
  readonly dnsServers: Known<readonly string[]>;
  readonly peerings: Known<readonly Peering[]>;
  /** Peerings that files add to a network that already exists; absent if they add none. */
  readonly addedPeerings?: readonly Peering[];
  /** Whether it has a VPN or ExpressRoute gateway, or a route server, that may advertise BGP routes. */
  readonly hasGateway: Known<boolean>;
  /** Absent if it isn't connected to a hub, or if that wasn't read. */
  readonly hub?: ConnectedHub;
  /**
   * Security admin rules of network managers in effect. Absent if they weren't read, or if the account can't read them
   * and nothing indicates a manager: none are assumed then.
   */
  readonly adminRules?: Known<readonly AdminRule[]>;
  readonly subnets: readonly Subnet[];
  /**
   * Set for a network that a file creates without peerings. The owner of another network can peer it in a separate
   * file.
   */
  readonly peersElsewhere?: true;
  /** Why there may be other subnets; absent if all are known. */
  readonly moreSubnets?: Reason;
}

/** Limits the resources that a subnet's service endpoints can reach. */
export interface ServiceEndpointPolicy {
  readonly id: ResourceId;
  readonly name: string;
  /** IDs of accounts, resource groups, and subscriptions, and aliases of services that are allowed. */
  readonly resources: Known<readonly string[]>;
}

export interface PrivateEndpoint {
  readonly id: ResourceId;
  readonly name: string;
  readonly subnetId: ResourceId;
  /** ID of the endpoint's target resource. */
  readonly targetId: ResourceId;
  /** Sub-resources: `amlworkspace`, `blob`, `file`, `vault`, `registry`. */
  readonly groups: readonly string[];
  readonly addresses: Known<readonly string[]>;
  /** `Pending`, `Rejected`, `Disconnected`: it can't carry traffic. Absent if its connection is approved. */
  readonly notApproved?: string;
}

/** Known data of a network, from Azure or from files. IDs are compared ignoring case. */
export interface NetworkModel {
  readonly cloud: Cloud;
  readonly virtualNetworks: readonly VirtualNetwork[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly routeTables: readonly RouteTable[];
  readonly natGateways: readonly NatGateway[];
  /** Policies of subnets that were read individually; absent if none was. */
  readonly endpointPolicies?: readonly ServiceEndpointPolicy[];
  readonly privateEndpoints: Known<readonly PrivateEndpoint[]>;
  /** Readable firewalls to which routes of these networks lead, in these networks or in peers. */
  readonly firewalls: readonly Firewall[];
}
