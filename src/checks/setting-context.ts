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

/** Input for the check of a setting of the plan. */
export interface PlanContext {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: {
    readonly governance?: Governance;
    readonly services?: WorkspaceServices;
    readonly hosts?: readonly string[];
    readonly servicesNotRead?: true;
    readonly zones?: KnownZones;
    readonly outcomesOnly?: true;
  };
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
