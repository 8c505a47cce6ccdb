import type { Known } from '../known';
import type { ResourceId } from './resource-id';
import type { FirewallProtocol } from './enums';

export type { FirewallProtocol };

/** One side of a firewall rule: prefixes, addresses, ranges, `*` or service tags as written, and IP groups by their ids. */
export interface FirewallSide {
  readonly addresses: Known<readonly string[]>;
  readonly ipGroups: readonly ResourceId[];
}

/** What network rules and DNAT rules have in common. */
interface PacketRule {
  readonly name: string;
  readonly protocols: Known<readonly FirewallProtocol[]>;
  readonly sources: FirewallSide;
  readonly destinations: FirewallSide;
  /** Ports as written: `443`, `8000-9000`, `*`. */
  readonly ports: Known<readonly string[]>;
}

export interface FirewallNetworkRule extends PacketRule {
  readonly is: 'network';
  /** Names that the firewall looks up itself; without wildcards. */
  readonly names: Known<readonly string[]>;
}

/** Sends what it takes on to another address. */
export interface FirewallNatRule extends PacketRule {
  readonly is: 'nat';
}

export interface WebProtocol {
  readonly kind: 'Http' | 'Https' | 'Mssql';
  readonly port: number;
}

export interface FirewallApplicationRule {
  readonly is: 'application';
  readonly name: string;
  readonly sources: FirewallSide;
  /** Addresses that the rule is limited to; empty where it is not. */
  readonly destinations: Known<readonly string[]>;
  readonly protocols: Known<readonly WebProtocol[]>;
  /** `login.microsoftonline.com`, `*.azureml.ms`, `*`. */
  readonly names: Known<readonly string[]>;
  /** Names of Microsoft's own lists of hosts, such as `WindowsUpdate`. */
  readonly nameTags: readonly string[];
  readonly webCategories: readonly string[];
  readonly urls: readonly string[];
  /** The firewall opens TLS with a certificate of its own. */
  readonly opensTls: boolean;
}

export type FirewallRule = FirewallNatRule | FirewallNetworkRule | FirewallApplicationRule;

/** Rules of one kind that share what they do. */
export interface RuleCollection {
  readonly name: string;
  /** 100 to 65000, lower decides first. */
  readonly priority: Known<number>;
  /** Of DNAT rules it says nothing. */
  readonly access: Known<'Allow' | 'Deny'>;
  readonly rules: Known<readonly FirewallRule[]>;
}

export interface RuleCollectionGroup {
  readonly id: ResourceId;
  readonly name: string;
  readonly priority: Known<number>;
  readonly collections: Known<readonly RuleCollection[]>;
}

export interface FirewallPolicy {
  readonly id: ResourceId;
  readonly name: string;
  readonly groups: Known<readonly RuleCollectionGroup[]>;
}

export interface IpGroup {
  readonly id: ResourceId;
  readonly name: string;
  readonly addresses: Known<readonly string[]>;
}

/** An Azure Firewall with all that its rules stand in. One that may not be read is in no model: it is an appliance. */
export interface Firewall {
  readonly id: ResourceId;
  readonly name: string;
  readonly networkId: ResourceId;
  /** Its addresses in the network, which routes name as next hop. */
  readonly addresses: Known<readonly string[]>;
  /** False where it has no address of its own to reach the internet with (forced tunnelling). */
  readonly hasPublicAddress: Known<boolean>;
  /**
   * In the order in which they decide: the first parent first, the firewall's own last. Rules that are written on the
   * firewall itself are a policy of their own, with one group.
   */
  readonly policies: Known<readonly FirewallPolicy[]>;
  readonly ipGroups: readonly IpGroup[];
  /** Machines ask it for names, so that names in network rules have addresses. */
  readonly dnsProxy: Known<boolean>;
  /** Servers that it asks on; none where it asks Azure's own. */
  readonly nameServers: Known<readonly string[]>;
  /** Threat intelligence or intrusion detection may drop what rules allow. */
  readonly dropsThreats: Known<boolean>;
}
