import type { Direction, NextHopType, ResourceId } from './network/model';
import type { CheckedKind } from './compute-kinds';
import type { Reason } from './reason';

export type Protocol = 'TCP' | 'UDP' | 'ICMP' | 'ESP' | 'AH' | 'other';
/** Level of a rule: the NSG of the subnet or of the network interface, or a network manager above both. */
export type GroupLevel = 'subnet' | 'network-interface' | 'network-manager';

/** The security rule that decided. Default rules have priorities from 65000. */
export interface DecidingRule {
  readonly kind: 'rule';
  readonly name: string;
  /** Null if unknown. */
  readonly priority: number | null;
  readonly direction: Direction;
  readonly isDefault: boolean;
  /** The NSG that contains it; for a network manager's rule, its security admin configuration. */
  readonly groupId: ResourceId;
  readonly groupName: string;
  readonly level: GroupLevel;
}

/** Returns a rule's priority for display: a dash if it isn't known. */
export function displayPriority({ priority }: Pick<DecidingRule, 'priority'>): number | string {
  return priority ?? '–';
}

/** The route that decided. `tableId` is null for a system route, and for a learned route. */
export interface DecidingRoute {
  readonly kind: 'route';
  readonly name: string;
  /** Prefix or service tag as written. */
  readonly destination: string;
  readonly nextHop: NextHopType;
  readonly nextHopAddress: string | null;
  /** Set if it was learned from a gateway or route server. */
  readonly learned?: true;
  readonly tableId: ResourceId | null;
  readonly tableName: string | null;
}

/** The Azure Firewall rule that decided. Packets that no rule matches are dropped by its default. */
export interface DecidingFirewallRule {
  readonly kind: 'firewall-rule';
  /** Empty for the default. */
  readonly name: string;
  readonly collection: string;
  readonly isDefault: boolean;
  readonly firewallId: ResourceId;
  readonly firewallName: string;
  /** Resource that contains it: a rule collection group, or the firewall itself. */
  readonly writtenIn: ResourceId;
}

/** A rule that can allow packets. */
export type Filter = DecidingRule | DecidingFirewallRule;
export type Decider = Filter | DecidingRoute;

/** Result of a requirement in a subnet (allowed or blocked for flows, passed or failed for settings). */
export type Outcome =
  /** `by` is null if no NSG filters. `explicit` is true if a user-defined rule allows it. */
  | { readonly is: 'allowed'; readonly explicit: boolean; readonly by: Filter | null }
  | { readonly is: 'partly-blocked'; readonly by: Decider }
  | { readonly is: 'blocked'; readonly by: Decider }
  | { readonly is: 'no-outbound-access'; readonly because: Reason }
  | { readonly is: 'reply-lost'; readonly by: DecidingRoute }
  | { readonly is: 'forwarded'; readonly to: 'appliance' | 'on-premises'; readonly by: DecidingRoute }
  | { readonly is: 'unknown'; readonly because: Reason }
  | { readonly is: 'passed'; readonly text: Reason }
  /** `by` is set if a rule or route decides the setting. */
  | { readonly is: 'failed'; readonly text: Reason; readonly by?: Decider }
  | { readonly is: 'not-applicable'; readonly because: Reason }
  /** Facts that a model can't show, or retired requirements (`retired` has the ISO date since when). */
  | { readonly is: 'note'; readonly text: Reason; readonly retired?: string; readonly by?: DecidingRule };

export interface ExamplePacket {
  readonly protocol: Protocol;
  readonly source: string;
  readonly sourcePort: number | null;
  readonly destination: string;
  /** The called host, if only names are known: `destination` is then an address for documentation. */
  readonly host?: string;
  readonly destinationPort: number | null;
}

/** A part of a flow, for the lines “Blocked” and “Allowed”, with ports as text (`443`, `0-442, 444-65535`). */
export interface FlowPart {
  readonly protocol: Protocol | 'Any';
  readonly ports: string;
  /** Number of address ranges on the far side. */
  readonly ranges: number;
  /** Names that it applies to, if a firewall decides by name. */
  readonly names?: readonly string[];
  /** Its far side, if the result covers several flows: service tags or prefixes. */
  readonly to?: string;
  /** Its share of the flow's far side; absent if it's all of it. */
  readonly far?: FarShare;
  /** Percentage of the subnet's addresses that it applies to; absent if it's all of them. */
  readonly near?: number;
}

/** A part of the far side of a flow. */
export interface FarShare {
  /** Percentage of its addresses, more than 0 and less than 100. */
  readonly percent: number;
  /**
   * Number of published prefixes of the service tags that it includes, completely or in part; absent if the flow
   * doesn't name tags.
   */
  readonly prefixes?: { readonly tags: readonly string[]; readonly some: number; readonly all: number };
}

/** A step in how a result was decided, in order; `decides` marks the deciding step. */
export interface TraceStep {
  readonly text: Reason;
  readonly by: Decider | null;
  readonly decides: boolean;
}

/** Result of a flow, always with its trace. */
export interface FlowResult {
  readonly outcome: Outcome;
  /** A packet that fails (or, if all pass, one that passes). */
  readonly packet: ExamplePacket | null;
  readonly blocked: readonly FlowPart[];
  readonly allowed: readonly FlowPart[];
  readonly trace: readonly TraceStep[];
  readonly assumptions: readonly Reason[];
}

/** Severity of an open result. */
export type Severity = 'error' | 'warning' | 'info';
/**
 * Effect of a failed requirement: Azure refuses the creation; something fails at run time; or a page states it, and no
 * enforcement was seen. In the order in which rows of the same severity are shown.
 */
const effects = ['refused', 'fails', 'documented'] as const;
export type Effect = (typeof effects)[number];
export type Level = 'required' | 'recommended' | 'optional' | 'forbidden' | 'situational';
export type Basis = 'documented' | 'derived' | 'observed';

/** Groups of Readiness in display order. */
export type RequirementGroup =
  | 'outbound'
  | 'inbound'
  | 'routes'
  | 'placement'
  | 'addresses'
  | 'permissions'
  | 'quota'
  | 'services'
  | 'names';

/** Subject of a requirement, for the short line “TCP 443 to AzureMachineLearning”. */
export interface FlowSubject {
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  /** Ports for display: `443`, `80, 443`, `any`. */
  readonly ports: string;
  /** Service tag with region, or prefix, of the far side. */
  readonly remote: string;
}

/** Result of a requirement for a subnet and a plan. */
export interface CheckResult {
  /** Requirement ID: permanent, kebab-case. */
  readonly requirement: string;
  readonly subnetId: ResourceId | null;
  /** Kind for which it was checked; null if the kind isn't known. */
  readonly kind: CheckedKind | null;
  readonly group: RequirementGroup;
  readonly severity: Severity;
  readonly level: Level;
  readonly basis: Basis;
  readonly effect: Effect;
  readonly outcome: Outcome;
  readonly subject: FlowSubject | null;
  readonly packet: ExamplePacket | null;
  readonly blocked: readonly FlowPart[];
  readonly allowed: readonly FlowPart[];
  readonly trace: readonly TraceStep[];
  readonly assumptions: readonly Reason[];
  /** Action to take or to confirm, with the hosts and names of the plan. */
  readonly advice: Reason;
}

/** Status of a result. */
export type ResultStatus = 'open' | 'unknown' | 'fine' | 'note' | 'hidden';

const standings: Readonly<Record<Outcome['is'], ResultStatus>> = {
  allowed: 'fine',
  'partly-blocked': 'open',
  blocked: 'open',
  'no-outbound-access': 'open',
  'reply-lost': 'open',
  forwarded: 'unknown',
  unknown: 'unknown',
  passed: 'fine',
  failed: 'open',
  'not-applicable': 'hidden',
  note: 'note',
};

/** Returns the status of an outcome in Readiness. */
export function statusOf(outcome: Pick<Outcome, 'is'>): ResultStatus {
  return standings[outcome.is];
}

/**
 * Sorts failed and unknown results by effect, the most severe first, with missing outbound access before the flows that
 * it blocks. The others follow in their order.
 */
export function byEffect<T extends Ranked>(results: readonly T[]): readonly T[] {
  const rank = ({ outcome, effect }: Ranked): number => {
    if (!['open', 'unknown'].includes(statusOf(outcome))) return effects.length;
    return effects.indexOf(effect) + (outcome.is === 'no-outbound-access' ? 0.5 : 0);
  };
  return [...results].sort((a, b) => rank(a) - rank(b));
}

interface Ranked {
  readonly effect: Effect;
  readonly outcome: Pick<Outcome, 'is'>;
}

/** True if nothing is open and, except for DNS, nothing is unknown with severity error. */
export function isReady(results: readonly Pick<CheckResult, 'severity' | 'outcome' | 'group'>[]): boolean {
  return results.every(({ severity, outcome, group }) => {
    const standing = statusOf(outcome);
    return severity !== 'error' || (standing !== 'open' && (standing !== 'unknown' || group === 'names'));
  });
}

/** True if DNS resolution isn't known. A ready state must mention that. */
export function isDnsUnchecked(
  results: readonly Pick<CheckResult, 'severity' | 'outcome' | 'group'>[],
): boolean {
  return results.some(
    ({ group, severity, outcome }) =>
      group === 'names' && severity !== 'info' && statusOf(outcome) === 'unknown',
  );
}

/** Returns the part of a result that counts as a change if it differs: the outcome, and whether a rule states it. */
export function outcomeKind({ outcome }: CheckResult): string {
  return outcome.is === 'allowed' ? `allowed ${outcome.explicit}` : outcome.is;
}
