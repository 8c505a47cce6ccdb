import type { CheckResult, Decider, ExamplePacket, Severity } from './check-result';
import type { Direction, ResourceId } from './network/model';
import type { Reason } from './reason';

/** Kinds of causes, as codes that never change. */
export const causeKinds = [
  'nsg-rule-blocks',
  'nsg-default-blocks',
  'admin-rule-blocks',
  'route-drops',
  'reply-route',
  'no-outbound-access',
  'firewall-blocks',
  'appliance-decides',
  'dns-missing',
  'endpoint-missing',
  'service-firewall',
  'permission-missing',
  'quota-short',
  'policy-denies',
  'lock',
  'subnet-unfit',
  'addresses-short',
  'not-readable',
] as const;

export type CauseKind = (typeof causeKinds)[number];

/** The deciding component: a rule, a route, a setting, or data that wasn't read. */
export interface Component {
  readonly kind: CauseKind;
  /** Key that is the same for the same component in every run: kind, resource, rule or route, direction. */
  readonly key: string;
  /** The NSG, route table, or firewall that contains it, otherwise the subnet; null if none is known. */
  readonly resourceId: ResourceId | null;
  /** Name of the rule or route; null for a setting. */
  readonly name: string | null;
  readonly direction: Direction | null;
  /** The rule or route; null if a setting or unread data decides. */
  readonly by: Decider | null;
  /** Reason if no rule or route decides. */
  readonly because: Reason | null;
}

/** Flows that would reach a component if an earlier one on their path allowed them. */
export interface BlockedEarlier {
  readonly by: Component;
  readonly results: readonly [CheckResult, ...CheckResult[]];
}

/** The component that decides results which fail or aren't known. Each result belongs to a single cause. */
export interface Cause extends Component {
  /** `to-confirm` if nothing certainly fails, but another owner decides or data wasn't read. */
  readonly status: 'fails' | 'to-confirm';
  /** Severity of its most severe result. */
  readonly severity: Severity;
  /** Results with the most severe first, in the order of the requirements within a severity; never empty. */
  readonly results: readonly [CheckResult, ...CheckResult[]];
  /** Number of its results that are flows; the others are settings. */
  readonly flows: number;
  /** Packet of its most severe flow; null if there is none. */
  readonly packet: ExamplePacket | null;
  /** Components that decide the flow next, after this component allows it, by requirement. */
  readonly alsoBlockedBy: ReadonlyMap<string, readonly Component[]>;
  /** Flows that also depend on it, counted under the causes that block them first. */
  readonly blockedEarlier: readonly BlockedEarlier[];
}
