import type { Governance } from '../core/governance';
import type { FlowResult, CheckResult } from '../core/check-result';
import type { NetworkModel, Subnet, VirtualNetwork } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import type { KnownZones, WorkspaceServices } from '../core/services/services';
import type { TagCatalog } from '../core/tags/tag-catalog';
import type { FlowTemplate } from '../requirements/requirement';
import type { SettingResult } from './setting-result';

/** The checked subnet and the network that holds it. */
export interface SubnetInNetwork {
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
}

/** What the check of a setting of the plan may look at. */
export interface PlanContext {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly facts: {
    readonly governance?: Governance;
    readonly services?: WorkspaceServices;
    readonly hosts?: readonly string[];
    readonly lacksServices?: true;
    readonly zones?: KnownZones;
  };
}

/** What the check of a setting of the subnet may look at. */
export interface SubnetContext extends PlanContext {
  readonly place: SubnetInNetwork;
  readonly tags: TagCatalog;
  /** The result of a flow, which is decided before any setting; undefined where the profile has none. */
  readonly checked: (requirement: string) => CheckResult | undefined;
  /** Every result of a flow. */
  readonly flows: readonly CheckResult[];
  /** Asks one flow of the subnet as if no security group were attached. */
  readonly askUnfiltered: (flow: FlowTemplate) => FlowResult;
}

export type PlanSettingCheck = (context: PlanContext) => SettingResult;
export type SubnetSettingCheck = (context: SubnetContext) => SettingResult;
