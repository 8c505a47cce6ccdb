import type { Direction, ResourceId } from './network/model';
import type { Reason } from './reason';
import { isBilled, type ResourceChange } from './resource-change';

/** A traffic that a fix opens or closes. */
export interface FixFlow {
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'Any';
  readonly ports: string;
  readonly remote: string;
  /** Address ranges behind `remote`. */
  readonly ranges: number;
  /** The subnet whose traffic it is, where that isn't the one that the fix is for. */
  readonly subnet?: ResourceId;
}

/** A repair that was tried on a copy of the model before it is offered. */
export interface Fix {
  /** Requirements that become fine. */
  readonly requirements: readonly string[];
  /** The most severe of what it comes to. */
  readonly effect: 'none' | 'opens' | 'costs' | 'closes';
  readonly changes: readonly ResourceChange[];
  readonly opens: readonly FixFlow[];
  readonly closes: readonly FixFlow[];
  /** What else a person should know before it is applied: cost, outbound access, what takes effect later. */
  readonly notes: readonly Reason[];
  /** Subnets, other than the checked one, that use a resource which the fix changes. */
  readonly alsoUsedBy: readonly ResourceId[];
}

/** The most severe of what a fix comes to: traffic that stops, then what has to be paid, then traffic that begins. */
export function fixEffectOf({
  changes,
  opens,
  closes,
}: Pick<Fix, 'changes' | 'opens' | 'closes'>): Fix['effect'] {
  if (closes.length > 0) return 'closes';
  if (changes.some(isBilled)) return 'costs';
  return opens.length > 0 ? 'opens' : 'none';
}
