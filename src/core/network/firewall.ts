import type { Known } from '../known';
import type { ResourceId } from './resource-id';
import type { FirewallProtocol } from './enums';

export type { FirewallProtocol };

/** One side of a firewall rule: prefixes, addresses, ranges, `*`, or service tags as written, and IP groups by ID. */
export interface FirewallSide {
  readonly addresses: Known<readonly string[]>;
  readonly ipGroups: readonly ResourceId[];
}

/** Members of both network rules and DNAT rules. */
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
  /** Host names that the firewall resolves itself; without wildcards. */
  readonly names: Known<readonly string[]>;
}

/** A rule that forwards matching packets to another address. */
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
  /** Addresses that the rule is limited to; empty if it isn't limited. */
  readonly destinations: Known<readonly string[]>;
  readonly protocols: Known<readonly WebProtocol[]>;
  /** `login.microsoftonline.com`, `*.azureml.ms`, `*`. */
  readonly names: Known<readonly string[]>;
  /** Names of Microsoft's own host lists, such as `WindowsUpdate`. */
  readonly nameTags: readonly string[];
  readonly webCategories: readonly string[];
  readonly urls: readonly string[];
  /** Whether the firewall terminates TLS with its own certificate. */
  readonly opensTls: boolean;
}

export type FirewallRule = FirewallNatRule | FirewallNetworkRule | FirewallApplicationRule;

/** Rules of a kind with the same action. */
export interface RuleCollection {
  readonly name: string;
  /** 100 to 65000; the lowest decides first. */
  readonly priority: Known<number>;
  /** Not meaningful for DNAT rules. */
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

/**
 * An Azure Firewall with everything that contains its rules. A firewall that can't be read isn't in a model: it is an
 * appliance.
 */
export interface Firewall {
  readonly id: ResourceId;
  readonly name: string;
  readonly networkId: ResourceId;
  /** Its addresses in the network, which routes use as next hop. */
  readonly addresses: Known<readonly string[]>;
  /** False if it doesn't have an address to reach the internet (forced tunneling). */
  readonly hasPublicAddress: Known<boolean>;
  /**
   * Policies in the order in which they decide: the root parent first, the firewall's own last. Rules on the firewall
   * itself form a separate policy with a single group.
   */
  readonly policies: Known<readonly FirewallPolicy[]>;
  readonly ipGroups: readonly IpGroup[];
  /** Whether machines use it as DNS server, so that names in network rules have addresses. */
  readonly dnsProxy: Known<boolean>;
  /** Servers to which it forwards; empty if it uses Azure's. */
  readonly nameServers: Known<readonly string[]>;
  /** Whether threat intelligence or intrusion detection can drop what rules allow. */
  readonly dropsThreats: Known<boolean>;
}
