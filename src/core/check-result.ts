import type { Direction, NextHopType, ResourceId } from './network/model';
import type { CheckedKind } from './compute-kinds';
import type { Reason } from './reason';

export type Protocol = 'TCP' | 'UDP' | 'ICMP' | 'ESP' | 'AH' | 'other';
/** Whose rules they are: security groups of the subnet or the network interface, or a network manager above both. */
export type GroupLevel = 'subnet' | 'network-card' | 'network-manager';

/** The security rule that decided; Azure's own have priorities from 65000. */
export interface DecidingRule {
  readonly kind: 'rule';
  readonly name: string;
  /** Null where it is not known. */
  readonly priority: number | null;
  readonly direction: Direction;
  readonly isDefault: boolean;
  /** The security group that holds it; of a network manager's rule its security admin configuration. */
  readonly groupId: ResourceId;
  readonly groupName: string;
  readonly level: GroupLevel;
}

/** A rule's priority as it is told: a dash where it is not known. */
export function displayPriority({ priority }: Pick<DecidingRule, 'priority'>): number | string {
  return priority ?? '–';
}

/** The route that decided; `tableId` is null for a system route, and for one that a gateway brought. */
export interface DecidingRoute {
  readonly kind: 'route';
  readonly name: string;
  /** Prefix or service tag as written. */
  readonly destination: string;
  readonly nextHop: NextHopType;
  readonly nextHopAddress: string | null;
  /** A gateway or route server brought it. */
  readonly learned?: true;
  readonly tableId: ResourceId | null;
  readonly tableName: string | null;
}

/** The rule of an Azure Firewall that decided; what no rule takes is dropped by its default. */
export interface DecidingFirewallRule {
  readonly kind: 'firewall-rule';
  /** Empty of the default. */
  readonly name: string;
  readonly collection: string;
  readonly isDefault: boolean;
  readonly firewallId: ResourceId;
  readonly firewallName: string;
  /** Where it is written: a group of rule collections, or the firewall itself. */
  readonly writtenIn: ResourceId;
}

/** What may let packets through. */
export type Filter = DecidingRule | DecidingFirewallRule;
export type Decider = Filter | DecidingRoute;

/** What one requirement finds in one subnet (model: allowed / blocked for flows, met / not met for settings). */
export type Outcome =
  /** `by` is null where no security group filters. `explicit` is true where somebody wrote the rule. */
  | { readonly is: 'allowed'; readonly explicit: boolean; readonly by: Filter | null }
  | { readonly is: 'partly-blocked'; readonly by: Decider }
  | { readonly is: 'blocked'; readonly by: Decider }
  | { readonly is: 'no-way-out'; readonly because: Reason }
  | { readonly is: 'reply-lost'; readonly by: DecidingRoute }
  | { readonly is: 'handed-on'; readonly to: 'appliance' | 'on-premises'; readonly by: DecidingRoute }
  | { readonly is: 'undecided'; readonly because: Reason }
  | { readonly is: 'met'; readonly text: Reason }
  /** `by` where a rule or route decides what the setting is about. */
  | { readonly is: 'not-met'; readonly text: Reason; readonly by?: Decider }
  | { readonly is: 'not-applicable'; readonly because: Reason }
  /** What no model can see, or what is retired (`retired` holds the ISO date since when). */
  | { readonly is: 'note'; readonly text: Reason; readonly retired?: string; readonly by?: DecidingRule };

export interface ExamplePacket {
  readonly protocol: Protocol;
  readonly source: string;
  readonly sourcePort: number | null;
  readonly destination: string;
  /** The host that is called, where only names are known: `destination` is then an address for documentation. */
  readonly host?: string;
  readonly destinationPort: number | null;
}

/** A part of a flow, for the lines “Blocked” and “Allowed”: ports as text (`443`, `0-442, 444-65535`). */
export interface FlowPart {
  readonly protocol: Protocol | 'Any';
  readonly ports: string;
  /** Number of address ranges on the far side. */
  readonly ranges: number;
  /** Names that it is about, where a firewall goes by name. */
  readonly names?: readonly string[];
  /** Its far side, where the answer is of several flows: service tags or prefixes. */
  readonly to?: string;
  /** How much of the flow's far side it is; absent where it's all of it. */
  readonly far?: FarShare;
  /** Percent of the subnet's addresses that it is about; absent where it's all of them. */
  readonly near?: number;
}

/** A part of the far side of a flow. */
export interface FarShare {
  /** Percent of its addresses, more than 0 and less than 100. */
  readonly percent: number;
  /** Published prefixes of the service tags that are in it, wholly or in part; absent where the flow names none. */
  readonly prefixes?: { readonly tags: readonly string[]; readonly some: number; readonly all: number };
}

/** One step of how a result came about, in order; `decides` marks the last word. */
export interface TraceStep {
  readonly text: Reason;
  readonly by: Decider | null;
  readonly decides: boolean;
}

/** The answer for one flow: never bare, always with the way to it. */
export interface FlowResult {
  readonly outcome: Outcome;
  /** A packet that fails (or, where all pass, one that passes). */
  readonly packet: ExamplePacket | null;
  readonly blocked: readonly FlowPart[];
  readonly allowed: readonly FlowPart[];
  readonly trace: readonly TraceStep[];
  readonly assumptions: readonly Reason[];
}

/** How severe an open result is. */
export type Severity = 'error' | 'warning' | 'info';
/**
 * What happens where a requirement isn't met: Azure refuses the creation; something fails at run time; or a page states
 * it, and it wasn't seen enforced. In the order in which rows of one severity are shown.
 */
const effects = ['refused', 'fails', 'documented'] as const;
export type Effect = (typeof effects)[number];
export type Level = 'required' | 'recommended' | 'optional' | 'forbidden' | 'situational';
export type Basis = 'documented' | 'derived' | 'observed';

/** The groups of the readiness board, in its order. */
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

/** What a requirement is about, for the short line “TCP 443 to AzureMachineLearning”. */
export interface FlowSubject {
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  /** As shown: `443`, `80, 443`, `any`. */
  readonly ports: string;
  /** Service tag with region, or prefix, of the far side. */
  readonly remote: string;
}

/** What one requirement says of one subnet and plan. */
export interface CheckResult {
  /** Requirement id: permanent, kebab-case. */
  readonly requirement: string;
  readonly subnetId: ResourceId | null;
  /** What it was checked for; null where the kind isn't known. */
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
  /** What to do or to confirm, with the hosts and names of the plan. */
  readonly advice: Reason;
}

/** How a result counts. */
export type ResultStatus = 'open' | 'unknown' | 'fine' | 'note' | 'hidden';

const standings: Readonly<Record<Outcome['is'], ResultStatus>> = {
  allowed: 'fine',
  'partly-blocked': 'open',
  blocked: 'open',
  'no-way-out': 'open',
  'reply-lost': 'open',
  'handed-on': 'unknown',
  undecided: 'unknown',
  met: 'fine',
  'not-met': 'open',
  'not-applicable': 'hidden',
  note: 'note',
};

/** How an outcome counts in Readiness. */
export function statusOf(outcome: Pick<Outcome, 'is'>): ResultStatus {
  return standings[outcome.is];
}

/**
 * What isn't met or isn't known, the most severe effect first, and missing outbound access before the flows that it stops; the
 * rest as it was, behind.
 */
export function byEffect<T extends Ranked>(results: readonly T[]): readonly T[] {
  const rank = ({ outcome, effect }: Ranked): number => {
    if (!['open', 'unknown'].includes(statusOf(outcome))) return effects.length;
    return effects.indexOf(effect) + (outcome.is === 'no-way-out' ? 0.5 : 0);
  };
  return [...results].sort((a, b) => rank(a) - rank(b));
}

interface Ranked {
  readonly effect: Effect;
  readonly outcome: Pick<Outcome, 'is'>;
}

/** Ready: nothing open and, but for DNS, nothing unknown at severity error. */
export function isReady(results: readonly Pick<CheckResult, 'severity' | 'outcome' | 'group'>[]): boolean {
  return results.every(({ severity, outcome, group }) => {
    const standing = statusOf(outcome);
    return severity !== 'error' || (standing !== 'open' && (standing !== 'unknown' || group === 'names'));
  });
}

/** What DNS answers isn't known: no result of it may pass as ready without saying so. */
export function isDnsUnchecked(
  results: readonly Pick<CheckResult, 'severity' | 'outcome' | 'group'>[],
): boolean {
  return results.some(
    ({ group, severity, outcome }) =>
      group === 'names' && severity !== 'info' && statusOf(outcome) === 'unknown',
  );
}
