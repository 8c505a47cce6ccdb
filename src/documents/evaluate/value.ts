import type { Reason } from '../../core/reason';
import type { SourceRange } from '../source/source-range';

/**
 * The result of an expression. `from` is where it was written. For a literal, object, or array, it's that literal's own
 * place, whichever variable, parameter default, loop, or module it came through. It's null for a computed value.
 */
export type Value = TextValue | NumberValue | FlagValue | NullValue | ObjectValue | ArrayValue | UnknownValue;

export interface TextValue {
  readonly is: 'text';
  readonly value: string;
  /** The value that `jsonencode` wrote as this text, with the places where its parts were written. */
  readonly encoded?: Value;
  readonly from: SourceRange | null;
}

export interface NumberValue {
  readonly is: 'number';
  readonly value: number;
  readonly from: SourceRange | null;
}

export interface FlagValue {
  readonly is: 'flag';
  readonly value: boolean;
  readonly from: SourceRange | null;
}

export interface NullValue {
  readonly is: 'null';
  readonly from: SourceRange | null;
}

export interface ObjectValue {
  readonly is: 'object';
  /** In the order of the source. Names keep their case, but are found case-insensitively. */
  readonly members: ReadonlyMap<string, Value>;
  /** Reason why there may be more members than the known ones, such as those of an unknown spread. */
  readonly rest: Reason | null;
  /** Symbol of those members, for a deployed resource: their names are appended to it (see `UnknownValue`). */
  readonly called?: string;
  readonly from: SourceRange | null;
}

export interface ArrayValue {
  readonly is: 'array';
  readonly items: readonly Value[];
  /** Reason why there may be more items than the known ones (`union` with an unknown value). */
  readonly rest: Reason | null;
  readonly from: SourceRange | null;
}

/**
 * An unknown value, and the reason. It doesn't affect other values. A `symbol` identifies it: two unknowns with the
 * same symbol are the same value. So an NSG named `${prefix}-nsg` is found by the subnet that refers to it, even if
 * `prefix` doesn't have a value. A parameter without a value has the symbol `‹name›`. Texts joined with it, IDs built
 * from it, and functions of it have symbols too (`‹prefix›-nsg`, `/subscriptions/…/networkSecurityGroups/‹prefix›-nsg`,
 * `uniqueString(‹prefix›)`). Null if the value can't be identified either. A symbol doesn't decide conditions, and
 * isn't a value.
 */
export interface UnknownValue {
  readonly is: 'unknown';
  readonly because: Reason;
  readonly symbol: string | null;
  /**
   * The value that `jsonencode` wrote although parts of it are unknown, such as a body that contains the ID of a
   * subnet.
   */
  readonly encoded?: Value;
  readonly from: SourceRange | null;
}
