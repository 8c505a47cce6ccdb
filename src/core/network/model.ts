import type { Known } from '../known';
import type { Reason } from '../reason';
import type { Firewall } from './firewall';
import type { ResourceId } from './resource-id';
import type { Access, AdminAccess, Direction, NextHopType, RuleProtocol } from './enums';

/** The Azure clouds whose service tags and requirements differ. */
export type Cloud = 'public' | 'usgov' | 'china';

export type { ResourceId };

export type { Access, AdminAccess, Direction, NextHopType, RuleProtocol };

/** One security rule; singular and plural Azure properties are already merged into lists. */
export interface SecurityRule {
  readonly name: string;
  /** 100 to 4096, lower decides first. */
  readonly priority: Known<number>;
  readonly direction: Known<Direction>;
  readonly access: Known<Access>;
  readonly protocol: Known<RuleProtocol>;
  /** Prefixes, addresses, ranges, `*` or a service tag, as written. Empty where only application groups are named. */
  readonly sources: Known<readonly string[]>;
  readonly destinations: Known<readonly string[]>;
  /** Sides whose plural member names a service tag, `*` or `Any`, which Azure takes in the singular one alone. */
  readonly tagsInLists?: readonly ('sources' | 'destinations')[];
  /** Ports as written: `443`, `8704-8710`, `*`. */
  readonly sourcePorts: Known<readonly string[]>;
  readonly destinationPorts: Known<readonly string[]>;
  /** Ids of application security groups. */
  readonly sourceApplicationGroups: readonly ResourceId[];
  readonly destinationApplicationGroups: readonly ResourceId[];
  /** Place in the group's list, for pointing at it. */
  readonly index: number;
}

/** A security admin rule that a network manager puts on a virtual network; it is tried before every security group. */
export interface AdminRule extends Omit<SecurityRule, 'access'> {
  readonly id: ResourceId;
  readonly access: Known<AdminAccess>;
  readonly managerId: ResourceId;
  /** The security admin configuration that holds the rule. */
  readonly configurationId: ResourceId;
}

export interface SecurityGroup {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: Known<string>;
  readonly rules: Known<readonly SecurityRule[]>;
  /** Rules that a file adds to a group that stands already, where its `rules` are in no file. */
  readonly addedRules?: readonly SecurityRule[];
  /** Subnets that use the group, this model's or not; unknown where the list is cut. */
  readonly usedBy: Known<readonly ResourceId[]>;
  readonly etag?: string;
}

export interface Route {
  readonly name: string;
  /** A prefix or a service tag, as written. */
  readonly destination: Known<string>;
  readonly nextHop: Known<NextHopType>;
  /** Address of the appliance; null where the next hop has none. */
  readonly nextHopAddress: Known<string | null>;
  readonly index: number;
}

export interface RouteTable {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: Known<string>;
  readonly routes: Known<readonly Route[]>;
  /** Routes that files add to a table that exists already; absent where they add none. */
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
  /** Number of public addresses and prefixes; a gateway without any gives no outbound access. */
  readonly publicAddresses: Known<number>;
  /** An address or prefix of another kind than the gateway's: Azure refuses to attach it, so that only files have one. */
  readonly unlike?: { readonly address: string; readonly sku: Known<string> };
  /** A file makes it together with its networks. */
  readonly isMadeHere?: true;
}

/** A route that a gateway or route server taught the network (BGP). */
export interface LearnedRoute {
  readonly prefix: string;
  /** Where it leads, as Azure tells it; null where it does not. */
  readonly nextHopAddress: string | null;
}

/** What effective routes show that no resource holds: a network interface of the subnet tells them, or a file. */
export interface EffectiveRoutes {
  readonly learned: readonly LearnedRoute[];
  /** Prefixes that Azure's own routes drop. */
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
  /** Absent where the networks are peered as a whole. */
  readonly parts?: PeeredSubnets;
  /** Carries no IPv4. */
  readonly onlyIpv6?: boolean;
  /** The peer is kept out of `VirtualNetwork`. */
  readonly blocksAccess?: boolean;
}

export interface Subnet {
  readonly id: ResourceId;
  readonly name: string;
  readonly virtualNetworkId: ResourceId;
  readonly addressPrefixes: Known<readonly string[]>;
  /** Id of the attached resource, null where none is attached. */
  readonly securityGroup: Known<ResourceId | null>;
  readonly routeTable: Known<ResourceId | null>;
  readonly natGateway: Known<ResourceId | null>;
  /** Service names such as `Microsoft.Databricks/workspaces`. */
  readonly delegations: Known<readonly string[]>;
  /** Service names such as `Microsoft.Storage`. */
  readonly serviceEndpoints: Known<readonly string[]>;
  readonly serviceEndpointPolicies: Known<readonly ResourceId[]>;
  /** As Azure holds it; null where it was never said (its meaning depends on `writtenWith`). */
  readonly defaultOutboundAccess: Known<boolean | null>;
  /** Api version that wrote a null `defaultOutboundAccess`, where a file says it. */
  readonly writtenWith?: string;
  readonly privateEndpointNetworkPolicies: Known<string>;
  /** Absent where nothing tells them; then a gateway may bring any route. */
  readonly effectiveRoutes?: EffectiveRoutes;
  /** IP configurations that hold an address now; Azure's own five are not among them. */
  readonly addressesInUse: Known<number>;
}

/** A route that a Virtual WAN hub brings to the networks connected to it. */
export interface HubRoute {
  readonly prefix: string;
  /** Address of the hub's firewall; null where somebody else's appliance, or one more way, comes next. */
  readonly nextHopAddress: string | null;
}

/** The Virtual WAN hub that a network is connected to. */
export interface ConnectedHub {
  /** Null where the hub was not found: then only its name is known. */
  readonly id: ResourceId | null;
  readonly name: string;
  /** The Azure Firewall in it; null where it has none, or none that is known. */
  readonly firewallId: ResourceId | null;
  /** Those of its routing intent; it may bring more. */
  readonly routes: Known<readonly HubRoute[]>;
}

export interface VirtualNetwork {
  readonly id: ResourceId;
  readonly name: string;
  readonly location: Known<string>;
  readonly addressPrefixes: Known<readonly string[]>;
  readonly dnsServers: Known<readonly string[]>;
  readonly peerings: Known<readonly Peering[]>;
  /** Peerings that files add to a network that exists already; absent where they add none. */
  readonly addedPeerings?: readonly Peering[];
  /** A VPN or ExpressRoute gateway, or a route server, that may bring BGP routes. */
  readonly hasGateway: Known<boolean>;
  /** Absent where it is connected to none, or nobody asked. */
  readonly hub?: ConnectedHub;
  /**
   * Security admin rules of network managers, in effect here. Absent where nobody asked, or where one may not ask and
   * nothing speaks of a manager: then none are taken for granted.
   */
  readonly adminRules?: Known<readonly AdminRule[]>;
  readonly subnets: readonly Subnet[];
  /** Set of a network that a file makes without peerings: whoever owns another network may peer it in a file of theirs. */
  readonly peersElsewhere?: true;
  /** Why there may be subnets beside these; absent where all of them are here. */
  readonly moreSubnets?: Reason;
}

/** Limits which resources service endpoints of a subnet reach. */
export interface ServiceEndpointPolicy {
  readonly id: ResourceId;
  readonly name: string;
  /** Ids of accounts, resource groups and subscriptions, and aliases of services that pass. */
  readonly resources: Known<readonly string[]>;
}

export interface PrivateEndpoint {
  readonly id: ResourceId;
  readonly name: string;
  readonly subnetId: ResourceId;
  /** Id of the resource that the endpoint stands for. */
  readonly targetId: ResourceId;
  /** Sub-resources: `amlworkspace`, `blob`, `file`, `vault`, `registry`. */
  readonly groups: readonly string[];
  readonly addresses: Known<readonly string[]>;
  /** `Pending`, `Rejected`, `Disconnected`: it carries nothing. Absent where its connection is approved. */
  readonly notApproved?: string;
}

/** What is known of a network, from Azure or from files. Ids compare without regard to case. */
export interface NetworkModel {
  readonly cloud: Cloud;
  readonly virtualNetworks: readonly VirtualNetwork[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly routeTables: readonly RouteTable[];
  readonly natGateways: readonly NatGateway[];
  /** Of subnets that were looked at by themselves; absent where none was. */
  readonly endpointPolicies?: readonly ServiceEndpointPolicy[];
  readonly privateEndpoints: Known<readonly PrivateEndpoint[]>;
  /** Firewalls that routes of these networks lead to and that could be read, in these networks or in peers. */
  readonly firewalls: readonly Firewall[];
}
