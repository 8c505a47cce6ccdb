import type { IntervalSet } from '../addresses/interval-set';
import type { Reason } from '../reason';

/** A condition whose truth isn't known, such as whether an address is in an unknown tag. */
export interface Unknown {
  /** Equal IDs are the same unknown, so that “in X” and “not in X” are never both assumed. */
  readonly id: string;
  readonly because: Reason;
}

/** An unknown with an assumed truth value. */
export interface UnknownLiteral {
  readonly whyUnknown: Unknown;
  readonly value: boolean;
}

/** A set with a certain part, and parts that belong to it only if their literal holds. */
export interface PartialSet {
  readonly certain: IntervalSet;
  readonly possible: readonly { readonly set: IntervalSet; readonly if: UnknownLiteral }[];
}

/** Returns a set without unknown parts. */
export function certainSet(certain: IntervalSet): PartialSet {
  return { certain, possible: [] };
}
