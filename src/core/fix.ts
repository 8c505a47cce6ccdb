import type { Direction, ResourceId } from './network/model';
import type { Reason } from './reason';
import { isBilled, type ResourceChange } from './resource-change';

/** Traffic that a fix opens or closes. */
export interface FixFlow {
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'ICMP' | 'Any';
  readonly ports: string;
  readonly remote: string;
  /** Number of address ranges of `remote`. */
  readonly ranges: number;
  /** The subnet of the traffic, if it isn't the one that the fix is for. */
  readonly subnet?: ResourceId;
}

/** A fix that was tested on a copy of the model before it is offered. */
export interface Fix {
  /** Requirements that become fine. */
  readonly requirements: readonly string[];
  /** The most severe of its effects. */
  readonly effect: 'none' | 'opens' | 'costs' | 'closes';
  readonly changes: readonly ResourceChange[];
  readonly opens: readonly FixFlow[];
  readonly closes: readonly FixFlow[];
  /** Further information for the user before it is applied: cost, outbound access, delayed effects. */
  readonly notes: readonly Reason[];
  /** Subnets, other than the checked one, that use a resource which the fix changes. */
  readonly alsoUsedBy: readonly ResourceId[];
}

/** Returns the most severe effect of a fix: blocked traffic, then cost, then allowed traffic. */
export function fixEffectOf({
  changes,
  opens,
  closes,
}: Pick<Fix, 'changes' | 'opens' | 'closes'>): Fix['effect'] {
  if (closes.length > 0) return 'closes';
  if (changes.some(isBilled)) return 'costs';
  return opens.length > 0 ? 'opens' : 'none';
}
