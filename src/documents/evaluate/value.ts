import type { Reason } from '../../core/reason';
import type { SourceRange } from '../source/source-range';

/**
 * What an expression came to. `from` is where it was written: of a literal, object or array its own place, whichever
 * variable, parameter default, loop or module it came through; null where it was computed.
 */
export type Value = TextValue | NumberValue | FlagValue | NullValue | ObjectValue | ArrayValue | UnknownValue;

export interface TextValue {
  readonly is: 'text';
  readonly value: string;
  /** What `jsonencode` wrote as this text, with the places where its parts were written. */
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
  /** In the order written; names keep their case and are found without regard to it. */
  readonly members: ReadonlyMap<string, Value>;
  /** Members that perhaps are there beside the known ones, such as those of an unknown spread. */
  readonly rest: Reason | null;
  /** What those members are called, of a finished resource: their names come behind it (see `UnknownValue`). */
  readonly called?: string;
  readonly from: SourceRange | null;
}

export interface ArrayValue {
  readonly is: 'array';
  readonly items: readonly Value[];
  /** Items that perhaps are there beside the known ones (`union` with something unknown). */
  readonly rest: Reason | null;
  readonly from: SourceRange | null;
}

/**
 * Not known, and why; it stays local. A `symbol` keeps what can be told of it all the same: two unknowns with the same
 * symbol are the same value, so that a group named `${prefix}-nsg` is found by the subnet that names it, though nobody
 * gave `prefix`. A parameter without a value has the symbol `‹name›`; texts joined with it, ids made of it and functions
 * of it have symbols in turn (`‹prefix›-nsg`, `/subscriptions/…/networkSecurityGroups/‹prefix›-nsg`,
 * `uniqueString(‹prefix›)`). Null where not even that can be told. A symbol decides no condition and is no value.
 */
export interface UnknownValue {
  readonly is: 'unknown';
  readonly because: Reason;
  readonly symbol: string | null;
  /** What `jsonencode` wrote although parts of it are unknown, such as a body that has the ID of a subnet in it. */
  readonly encoded?: Value;
  readonly from: SourceRange | null;
}
