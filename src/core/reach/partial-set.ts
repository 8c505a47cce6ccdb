import type { IntervalSet } from '../addresses/interval-set';
import type { Reason } from '../reason';

/** Something that is true or false and we cannot know which: whether an address is in an unknown tag, for one. */
export interface Unknown {
  /** Equal ids are the same unknown, so that “in X” and “not in X” are never both assumed. */
  readonly id: string;
  readonly because: Reason;
}

/** A doubt taken one way. */
export interface UnknownLiteral {
  readonly whyUnknown: Unknown;
  readonly value: boolean;
}

/** A set of which a part is certain, and parts belong only if their literal holds. */
export interface PartialSet {
  readonly certain: IntervalSet;
  readonly possible: readonly { readonly set: IntervalSet; readonly if: UnknownLiteral }[];
}

/** The meaning of which nothing is in doubt. */
export function certainSet(certain: IntervalSet): PartialSet {
  return { certain, possible: [] };
}
