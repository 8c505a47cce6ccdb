import type { Basis, RequirementGroup, Effect, Level, Severity } from '../core/check-result';
import type { CauseKind } from '../core/cause';
import type { Cloud, Direction, RuleProtocol } from '../core/network/model';
import type { CheckedKind } from '../core/compute-kinds';
import type { Profile } from '../core/plan';
import type { SourceKey } from './sources';

/** Whose plan a requirement concerns. Every part must hold; a part that is not said concerns every plan. */
export interface AppliesTo {
  /** Attached kinds only where they are named; serverless compute as `serverless.ts` names it. */
  readonly kinds: readonly CheckedKind[];
  /** A plan whose kind isn't known is asked as well, and not as a hint. */
  readonly evenIfKindUnknown?: true;
  /** `with`: only nodes that have a public IP; `without`: only nodes that have none. */
  readonly publicIp: 'any' | 'with' | 'without';
  /** `private-link`: only workspaces for which a private endpoint stands. */
  readonly workspace: 'any' | 'private-link';
  /** Clouds in which the requirement's service tag exists. */
  readonly clouds: readonly Cloud[];
  /** `own`: not where the workspace runs its own network, nor where what is attached is in no network of yours. */
  readonly network: 'own' | 'any';
  /** Of an HDInsight cluster: only of that type. */
  readonly clusterType: 'any' | 'Kafka';
}

/**
 * Which regional forms of a service tag are meant. `subnet+workspace`: for the region of the subnet and of the workspace.
 * `storage`: also for those of the workspace's storage accounts. `registry`, `key-vault`: for the region of that service.
 * `registry-layers`: for the region in which the registry keeps layers, where it's none of `subnet+workspace`.
 * `hdinsight`, which is no scope of the others: those that serve the subnet's region.
 */
export type RegionScope = 'subnet+workspace' | 'storage' | 'registry' | 'registry-layers' | 'key-vault';

/** The far side of a flow. */
export type RemoteTemplate =
  /** A service tag, as a whole or in the regional forms of `scope`. */
  | { readonly is: 'tag'; readonly tag: string; readonly scope: 'none' | RegionScope | 'hdinsight' }
  /** The subnet's own addresses. */
  | { readonly is: 'own-subnet' }
  /** The addresses of the network and its peers, without what routes add to `VirtualNetwork`. */
  | { readonly is: 'own-network' }
  /** The addresses of every subnet of what is attached. */
  | { readonly is: 'target-subnets' }
  /**
   * Addresses of private endpoints with one of `groups` (`blob`, `amlworkspace` …) in this network or a peered
   * one. A flow to endpoints that do not exist is not needed.
   */
  | { readonly is: 'private-endpoints'; readonly groups: readonly string[] };

/** One flow that must pass, without the subnet and region that fill it. */
export interface FlowTemplate {
  readonly direction: Direction;
  /** What is proven to pass. */
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  /** Ports of the listening side as written in rules (`443`, `8704-8710`, `*`). */
  readonly ports: readonly string[];
  readonly remote: RemoteTemplate;
  /** The protocol of a new rule, as documented: Batch is documented for any protocol. */
  readonly writeProtocol: RuleProtocol;
  /**
   * The service compared the text of the rule before it created a compute resource (AzureTRE issue 2780, 2022-10-25),
   * so a rule that allows the flow in other words may not count.
   */
  readonly preflightByText: boolean;
  /** The port of SSH, which what is attached may have changed. */
  readonly isSsh?: true;
  /** Base of a new rule's name; made unique in its group. */
  readonly ruleName: string;
  /**
   * Requirement whose host names machines call; a firewall that goes by name is asked for them. Where a definition has `hosts`,
   * its flows to service tags have its own ID.
   */
  readonly names?: string;
}

/** Settings of subnet, network, routes or plan that a function of `checks` checks. */
export type SettingName =
  | 'same-subscription'
  | 'same-region'
  | 'workspace-connection'
  | 'free-addresses'
  | 'subnet-size'
  | 'delegation'
  | 'reserved-name'
  | 'databricks-subnet'
  | 'container-overlap'
  | 'disallowed-addresses'
  | 'resource-manager'
  | 'existing-compute'
  | 'managed-network'
  | 'managed-network-set-up'
  | 'compute-name'
  | 'old-batch-opening'
  | 'no-inbound'
  | 'ssh'
  | 'both-groups-agree'
  | 'open-default'
  | 'tag-regions'
  | 'endpoint-policy'
  | 'list-of-2020'
  | 'way-out'
  | 'default-access'
  | 'direct-routes'
  | 'batch-replies'
  | 'direct-replies'
  | 'nat-used'
  | 'no-blackhole'
  | 'appliance-health'
  | 'group-limits'
  | 'group-rules'
  | 'route-limits'
  | 'route-tags'
  | 'hidden-default-route'
  | 'nat-gateway'
  | 'private-endpoint'
  | 'compute-write'
  | 'network-join'
  | 'subnet-join'
  | 'network-lock'
  | 'workspace-lock'
  | 'network-policy'
  | 'network-quota'
  | 'attach-support'
  | 'attached-once'
  | 'attach-network'
  | 'machine-system'
  | 'machine-address'
  | 'cluster-address'
  | 'cluster-policy'
  | 'platform-dns'
  | 'management-replies'
  | 'databricks-place'
  | 'databricks-storage'
  | 'databricks-default-subnet'
  | 'databricks-subnets'
  | 'databricks-size'
  | 'databricks-public-ip'
  | 'databricks-routes'
  | 'storage-network'
  | 'storage-rule'
  | 'storage-endpoints'
  | 'storage-trust'
  | 'shared-key'
  | 'endpoint-mix'
  | 'data-region'
  | 'key-vault'
  | 'registry-sku'
  | 'registry-place'
  | 'registry-trust'
  | 'build-compute'
  | 'monitoring'
  | 'several-endpoints'
  | 'public-door'
  | 'address-list'
  | 'perimeter-smb'
  | 'endpoint-policies'
  | 'workspace-zones'
  | 'service-zones'
  | 'name-servers'
  | 'instance-record'
  | 'batch-names';

/** What is asked. */
export type RequirementKind =
  | {
      readonly is: 'flows';
      /** All must pass. */
      readonly flows: readonly FlowTemplate[];
      /** A private endpoint with this group in reach makes the flow unnecessary. */
      readonly unlessEndpoint?: string;
      /** Databricks that says its workers reach it over a private link does without the flow. */
      readonly unlessLinked?: true;
    }
  | { readonly is: 'setting'; readonly setting: SettingName }
  /** No network model decides it. `unlessInternet`: not asked where the whole internet is reachable on TCP 443. */
  | {
      readonly is: 'note';
      readonly unlessInternet: boolean;
      /** What a readable firewall on the way decides by the names of its hosts. */
      readonly byName?: FlowTemplate;
      /** The hosts are no service of Azure: what is said of service tags does not concern them. */
      readonly elsewhere?: boolean;
      /** Asked only where a route leads to an appliance, or to a gateway. */
      readonly behindAppliance?: boolean;
    };

/** When an open or unknown result of a flow is graver or milder than the default; the first that holds decides. */
export type SeverityCondition =
  /** Nothing is blocked but these ports. */
  | { readonly if: 'only-ports'; readonly ports: readonly string[]; readonly severity: Severity }
  /**
   * The workspace holds high business impact data, and its vault isn't reached by a private endpoint; `unknown` where the
   * former was not read.
   */
  | { readonly if: 'high-business-impact'; readonly severity: Severity; readonly unknown: Severity }
  /**
   * The workspace names a compute that builds its images into a registry that lets the subnet in on its public addresses;
   * `none`: it has no registry yet.
   */
  | { readonly if: 'registry-filled'; readonly severity: Severity; readonly none: Severity }
  /** Only the flow to the service tag fails, while the private endpoints are reached. */
  | { readonly if: 'only-beside-endpoints'; readonly severity: Severity };

/** A requirement as one profile has it. */
export interface InProfile {
  /** ISO date of the first source that asks it, or of the change that brought it. */
  readonly from: string;
  /** ISO date from which nobody needs it any more. */
  readonly until: string | null;
  readonly level: Level;
  readonly basis: Basis;
  readonly appliesTo: AppliesTo;
  readonly what: RequirementKind;
  /** Of an open result, unless a condition or the setting's own check has another one. */
  readonly severity: Severity;
  readonly severityIf: readonly SeverityCondition[];
  /** What is otherwise of attached kinds: Microsoft asks less of a machine that stands already. */
  readonly ofAttached?: Partial<Pick<InProfile, 'level' | 'severity'>>;
}

/** Host names by cloud; `{region}` stands for the ARM location. */
export type HostsByCloud = Readonly<Partial<Record<Cloud, readonly string[]>>>;

/** What a compute resource of Azure ML needs from its network, dated and sourced. */
export interface RequirementDefinition {
  readonly group: RequirementGroup;
  /**
   * What decides where it fails and no rule or route does, where it isn't what decides for most of its group; null where
   * nothing does, such as a default rule that allows.
   */
  readonly cause?: CauseKind | null;
  readonly profiles: Readonly<Partial<Record<Profile, InProfile>>>;
  /** The one to show first comes first. */
  readonly sources: readonly SourceKey[];
  /** ISO date on which pages and threads were last compared with it. */
  readonly checked: string;
  /**
   * What happens without it, where it isn't that something fails. `refused`: Azure refuses the creation, the change, or the
   * attachment. `documented`: a page states it, and nobody is known to have failed for lack of it; or it only informs.
   */
  readonly effect?: Exclude<Effect, 'fails'>;
  /** Sources contradict each other: message `requirement.<id>.disagree` says how. */
  readonly disagreement?: true;
  /**
   * Also asked of serverless compute with a subnet of its own, today. `documented`: by Microsoft's pages (secure training,
   * 2025-06-12; required public internet access, 2025-02-10). `derived`: its nodes are in the subnet like those of a cluster.
   */
  readonly serverless?: 'documented' | 'derived';
  /** Good to know once, and nothing to confirm with a network team. */
  readonly isSameForEverySubnet?: true;
  /** For firewalls that filter by name (how-to-access-azureml-behind-firewall, 2026-03-19). */
  readonly hosts?: HostsByCloud;
  /** Hosts that only its advice names: no firewall is asked for them by a rule. */
  readonly adviceHosts?: HostsByCloud;
}

/** A requirement with its permanent ID, which is the name of its folder. */
export interface Requirement extends RequirementDefinition {
  readonly id: string;
}

/** How an outbound flow is tried, by tests and in the example of its page: a rule that denies all blocks it. */
export interface FlowCases {
  /** Protocol, service tag, and ports of the rule that allows it. */
  readonly allow: `${RuleProtocol} ${string} ${string}`;
  /** Of the result without that rule. */
  readonly severity: Severity;
  /** A cluster where nothing is stated. */
  readonly kind?: 'instance';
  readonly profile?: '2020-12';
}
