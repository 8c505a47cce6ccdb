import type { CheckResult, Decider, ExamplePacket, Severity } from './check-result';
import type { Direction, ResourceId } from './network/model';
import type { Reason } from './reason';

/** What decides, as codes that never change. */
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

/** What decides: a rule, a route, or a setting, or what wasn't read. */
export interface Component {
  readonly kind: CauseKind;
  /** The same for the same component in every run: kind, resource, rule or route, direction. */
  readonly key: string;
  /** The NSG, route table, or firewall that holds it, else the subnet; null where none is known. */
  readonly resourceId: ResourceId | null;
  /** Of the rule or route; null of a setting. */
  readonly name: string | null;
  readonly direction: Direction | null;
  /** The rule or route; null where a setting decides, or something that wasn't read. */
  readonly by: Decider | null;
  /** Why, where no rule or route decides. */
  readonly because: Reason | null;
}

/** Flows that reach a component only once another one, earlier on their path, lets them pass. */
export interface BlockedEarlier {
  readonly by: Component;
  readonly results: readonly [CheckResult, ...CheckResult[]];
}

/** The component that decides over results which fail or aren't known. Each result belongs to one cause. */
export interface Cause extends Component {
  /** `to-confirm` where nothing certainly fails, but another owner decides or something wasn't read. */
  readonly status: 'fails' | 'to-confirm';
  /** Of its most severe result. */
  readonly severity: Severity;
  /** The most severe first, and in the order of the requirements within a severity; never empty. */
  readonly results: readonly [CheckResult, ...CheckResult[]];
  /** How many of its results are of flows; the others are of settings. */
  readonly flows: number;
  /** Of its most severe flow; null where it has none. */
  readonly packet: ExamplePacket | null;
  /** By requirement: what decides over the flow next, once this component lets it pass. */
  readonly alsoBlockedBy: ReadonlyMap<string, readonly Component[]>;
  /** Flows that depend on it too, counted under the causes that block them first. */
  readonly blockedEarlier: readonly BlockedEarlier[];
}
