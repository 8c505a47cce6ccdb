import type { CheckResult, Decider, Severity } from './check-result';
import type { Reason } from './reason';

/** What decides, as a code that never changes. */
export type CauseKind =
  | 'nsg-rule-blocks'
  | 'nsg-default-blocks'
  | 'admin-rule-blocks'
  | 'route-drops'
  | 'reply-route'
  | 'no-outbound-access'
  | 'firewall-blocks'
  | 'appliance-decides'
  | 'dns-missing'
  | 'endpoint-missing'
  | 'service-firewall'
  | 'permission-missing'
  | 'quota-short'
  | 'policy-denies'
  | 'lock'
  | 'subnet-unfit'
  | 'addresses-short'
  | 'not-readable';

/** The component that decides over results which fail or aren't known. Each result belongs to one cause. */
export interface Cause {
  readonly kind: CauseKind;
  /** The same for the same component in every run: kind, resource, rule or route, direction. */
  readonly key: string;
  /** `to-confirm` where nothing certainly fails, but somebody else decides or something wasn't read. */
  readonly status: 'fails' | 'to-confirm';
  /** Of its most severe result. */
  readonly severity: Severity;
  /** The most severe first, and in the order of the requirements within a severity; never empty. */
  readonly results: readonly [CheckResult, ...CheckResult[]];
  /** The rule or route; null where a setting decides, or something that wasn't read. */
  readonly by: Decider | null;
  /** Why, where no rule or route decides. */
  readonly because: Reason | null;
}
