import type { Governance } from '../core/governance';
import type { FlowResult, CheckResult } from '../core/check-result';
import type { NetworkModel, Subnet, VirtualNetwork } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import type { KnownZones, WorkspaceServices } from '../core/services/services';
import type { TagCatalog } from '../core/tags/tag-catalog';
import type { FlowTemplate } from '../requirements/requirement';
import type { SettingResult } from './setting-result';

/** The checked subnet and its network. */
export interface SubnetInNetwork {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
}

/** Data besides network and plan, if it was read. */
export interface PlanFacts {
  /** Roles, locks, policies, and quotas at the plan's location. Only Azure reports them; a file never does. */
  readonly governance?: Governance;
  /** Services of the plan's workspace and the private DNS zones, if they were read. */
  readonly services?: WorkspaceServices;
  /** Hosts that the plan's workspace calls, from Azure's own list, if it was read. They replace Microsoft's table. */
  readonly hosts?: readonly string[];
  /** Set if reading is complete and it doesn't include the workspace's services. */
  readonly servicesNotRead?: true;
  /** Private DNS zones in the files, if the workspace's services weren't read. */
  readonly zones?: KnownZones;
  /** Whether only outcomes are needed, such as for thousands of subnets: without packets, traces, and shares. */
  readonly outcomesOnly?: true;
}

/** Input for the check of a setting of the plan. */
export interface PlanContext {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: PlanFacts;
}

/** Input for the check of a setting of the subnet that doesn't depend on service tags. */
export interface PlaceContext extends PlanContext {
  readonly place: SubnetInNetwork;
}

/** Input for the check of a setting of the subnet that depends on service tags, which flows do, too. */
export interface TrafficContext extends PlaceContext {
  readonly tags: TagCatalog;
  /**
   * Returns the result of a flow, which is evaluated before any setting; undefined if the profile doesn't have the
   * flow.
   */
  readonly checked: (requirement: string) => CheckResult | undefined;
  /** All results of flows. */
  readonly flows: readonly CheckResult[];
  /** Evaluates a flow of the subnet without NSGs. */
  readonly evaluateUnfiltered: (flow: FlowTemplate) => FlowResult;
}

export type PlanSettingCheck = (context: PlanContext) => SettingResult;
export type PlaceSettingCheck = (context: PlaceContext) => SettingResult;
export type TrafficSettingCheck = (context: TrafficContext) => SettingResult;
