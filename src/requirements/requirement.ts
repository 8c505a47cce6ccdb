import type { Basis, RequirementGroup, Effect, Level, Severity } from '../core/check-result';
import type { CauseKind } from '../core/cause';
import type { Cloud, Direction, RuleProtocol } from '../core/network/model';
import type { CheckedKind } from '../core/compute-kinds';
import type { Profile } from '../core/plan';
import type { SourceKey } from './sources';

/** Plans to which a requirement applies. Every condition must hold; a missing condition applies to every plan. */
export interface AppliesTo {
  /**
   * Kinds of compute resources. Attached kinds apply only if they are listed; `serverless.ts` defines serverless
   * compute.
   */
  readonly kinds: readonly CheckedKind[];
  /** Whether it also applies to a plan whose kind isn't known, with full severity. */
  readonly evenIfKindUnknown?: true;
  /** `with`: only for nodes with a public IP; `without`: only for nodes without one. */
  readonly publicIp: 'any' | 'with' | 'without';
  /** `private-link`: only for workspaces with a private endpoint. */
  readonly workspace: 'any' | 'private-link';
  /** Clouds in which the requirement's service tag exists. */
  readonly clouds: readonly Cloud[];
  /**
   * `own`: not for a workspace with a managed virtual network, nor for an attached resource outside of the user's
   * networks.
   */
  readonly network: 'own' | 'any';
  /** For an HDInsight cluster: only of that type. */
  readonly clusterType: 'any' | 'Kafka';
}

/**
 * Regional forms of a service tag. `subnet+workspace`: for the region of the subnet and of the workspace. `storage`:
 * also for those of the workspace's storage accounts. `registry`, `key-vault`: for the region of that service.
 * `registry-layers`: for the region in which the registry stores layers, if it isn't one of `subnet+workspace`.
 * `hdinsight`, which isn't a scope of the others: those that serve the subnet's region.
 */
export type RegionScope = 'subnet+workspace' | 'storage' | 'registry' | 'registry-layers' | 'key-vault';

/** The remote side of a flow. */
export type RemoteTemplate =
  /** A service tag, global or in the regional forms of `scope`. */
  | { readonly is: 'tag'; readonly tag: string; readonly scope: 'none' | RegionScope | 'hdinsight' }
  /** The subnet's own addresses. */
  | { readonly is: 'own-subnet' }
  /** The addresses of the network and its peers, without addresses that routes add to `VirtualNetwork`. */
  | { readonly is: 'own-network' }
  /** The addresses of every subnet of the attached resource. */
  | { readonly is: 'target-subnets' }
  /**
   * Addresses of private endpoints with one of `groups` (`blob`, `amlworkspace` …) in this network or a peered network.
   * A flow to endpoints that don't exist isn't needed.
   */
  | { readonly is: 'private-endpoints'; readonly groups: readonly string[] };

/** A flow that must pass, without the values for subnet and region. */
export interface FlowTemplate {
  readonly direction: Direction;
  /** Protocol for which the flow is evaluated. */
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  /** Ports of the listening side as rules state them (`443`, `8704-8710`, `*`). */
  readonly ports: readonly string[];
  readonly remote: RemoteTemplate;
  /** The protocol of a new rule, as documented: Batch is documented for any protocol. */
  readonly writeProtocol: RuleProtocol;
  /**
   * Whether the service compared the text of the rule before it created a compute resource (AzureTRE issue 2780,
   * 2022-10-25). A rule that allows the flow in other words may not count then.
   */
  readonly preflightByText: boolean;
  /** Set for the SSH port, which an attached resource can change. */
  readonly isSsh?: true;
  /** Base of a new rule's name, which is made unique in its NSG. */
  readonly ruleName: string;
  /**
   * Requirement with the host names that machines call, for firewalls that decide by name. If a definition has `hosts`,
   * its flows to service tags have its own ID.
   */
  readonly names?: string;
}

/** Settings of subnet, network, routes, or plan that a function of `checks` checks. */
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
  | 'outbound-access'
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
  | 'core-quota'
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
  | 'public-access'
  | 'address-list'
  | 'perimeter-smb'
  | 'endpoint-policies'
  | 'workspace-zones'
  | 'service-zones'
  | 'name-servers'
  | 'instance-record'
  | 'batch-names';

/** Kind of a requirement, with its content. */
export type RequirementKind =
  | {
      readonly is: 'flows';
      /** Flows that must all pass. */
      readonly flows: readonly FlowTemplate[];
      /** A reachable private endpoint with this group makes the flow unnecessary. */
      readonly unlessEndpoint?: string;
      /** Set if the flow isn't needed when Databricks reports that its workers use private link. */
      readonly unlessLinked?: true;
    }
  | { readonly is: 'setting'; readonly setting: SettingName }
  /** A network model can't decide it. `unlessInternet`: not needed if the whole internet is reachable on TCP 443. */
  | {
      readonly is: 'note';
      readonly unlessInternet: boolean;
      /** Flow that a readable firewall on the path decides by the names of its hosts. */
      readonly byName?: FlowTemplate;
      /** Whether the hosts aren't an Azure service, so that service tags don't apply to them. */
      readonly elsewhere?: boolean;
      /** Whether it is needed only if a route leads to an appliance, or to a gateway. */
      readonly behindAppliance?: boolean;
    };

/**
 * Conditions under which an open or unknown flow has another severity than the default. The first that holds decides.
 */
export type SeverityCondition =
  /** Only these ports are blocked. */
  | { readonly if: 'only-ports'; readonly ports: readonly string[]; readonly severity: Severity }
  /**
   * The workspace holds high business impact data, and its key vault isn't reached by a private endpoint. `unknown`
   * applies if the former wasn't read.
   */
  | { readonly if: 'high-business-impact'; readonly severity: Severity; readonly unknown: Severity }
  /**
   * The workspace has an image build compute, whose registry allows the subnet on its public addresses. `none` applies
   * if it doesn't have a registry yet.
   */
  | { readonly if: 'registry-filled'; readonly severity: Severity; readonly none: Severity }
  /** Only the flow to the service tag fails, and the private endpoints are reachable. */
  | { readonly if: 'only-beside-endpoints'; readonly severity: Severity };

/** A requirement's definition in a profile. */
export interface InProfile {
  /** ISO date of the first source that requires it, or of the change that introduced it. */
  readonly from: string;
  /** ISO date from which it isn't required anymore. */
  readonly until: string | null;
  readonly level: Level;
  readonly basis: Basis;
  readonly appliesTo: AppliesTo;
  readonly what: RequirementKind;
  /** Severity of an open result, unless a condition or the setting's own check overrides it. */
  readonly severity: Severity;
  readonly severityIf: readonly SeverityCondition[];
  /** Overrides for attached kinds: Microsoft requires less of an existing machine. */
  readonly ofAttached?: Partial<Pick<InProfile, 'level' | 'severity'>>;
}

/** Host names by cloud, with the placeholder `{region}` for the ARM location. */
export type HostsByCloud = Readonly<Partial<Record<Cloud, readonly string[]>>>;

/** A dated and sourced network requirement of a compute resource of Azure ML. */
export interface RequirementDefinition {
  readonly group: RequirementGroup;
  /**
   * Kind of cause if it fails without a deciding rule or route, if it differs from the default of its group. Null if
   * there is none, such as for a default rule that allows.
   */
  readonly cause?: CauseKind | null;
  readonly profiles: Readonly<Partial<Record<Profile, InProfile>>>;
  /** Sources in display order. */
  readonly sources: readonly SourceKey[];
  /** ISO date on which it was last compared with pages and threads. */
  readonly checked: string;
  /**
   * Effect if it isn't fulfilled, unless it is a failure. `refused`: Azure refuses the creation, the change, or the
   * attachment. `documented`: a page states it, but no failure without it is known; or it is only information.
   */
  readonly effect?: Exclude<Effect, 'fails'>;
  /** Whether sources contradict each other; message `requirement.<id>.disagree` explains how. */
  readonly disagreement?: true;
  /**
   * Set if it currently also applies to serverless compute with a subnet. `documented`: by Microsoft's pages (secure
   * training, 2025-06-12; required public internet access, 2025-02-10). `derived`: its nodes are in the subnet like
   * those of a cluster.
   */
  readonly serverless?: 'documented' | 'derived';
  /** Whether it is general information, with nothing to confirm with a network team. */
  readonly isSameForEverySubnet?: true;
  /** Hosts for firewalls that filter by name (how-to-access-azureml-behind-firewall, 2026-03-19). */
  readonly hosts?: HostsByCloud;
  /** Hosts that only its advice names, without a check of firewall rules. */
  readonly adviceHosts?: HostsByCloud;
}

/** A requirement with its permanent ID, which is the name of its folder. */
export interface Requirement extends RequirementDefinition {
  readonly id: string;
}

/** Cases to test an outbound flow, in tests and in the example of its page: a rule that denies all blocks it. */
export interface FlowCases {
  /** Protocol, service tag, and ports of the rule that allows it. */
  readonly allow: `${RuleProtocol} ${string} ${string}`;
  /** Severity of the result without that rule. */
  readonly severity: Severity;
  /** Kind of compute resource; a cluster by default. */
  readonly kind?: 'instance';
  readonly profile?: '2020-12';
}
