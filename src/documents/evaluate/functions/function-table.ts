import type { FunctionCallInput } from '../evaluator';
import type { Value } from '../value';

/** A function that receives the values of its arguments. */
export interface StrictFunction {
  readonly is: 'strict';
  readonly least: number;
  readonly most: number;
  /** True if it has a result even if an argument is unknown, or parts of one are. */
  readonly bearsUnknown: boolean;
  readonly run: (given: readonly Value[], call: FunctionCallInput) => Value;
}

/** A function that decides which of its arguments it evaluates. */
export interface LazyFunction {
  readonly is: 'lazy';
  readonly least: number;
  readonly most: number;
  readonly run: (call: FunctionCallInput) => Value;
}

export type BuiltIn = StrictFunction | LazyFunction;
/** By name, in lowercase. */
export type FunctionTable = Readonly<Record<string, BuiltIn>>;

type Arity = readonly [least: number, most?: number];

/** Creates a function of known values. It isn't called if an argument is unknown. */
export function strict([least, most = least]: Arity, run: StrictFunction['run']): StrictFunction {
  return { is: 'strict', least, most, bearsUnknown: false, run };
}

/** Creates a function that has a result even if an argument is unknown. */
export function tolerant([least, most = least]: Arity, run: StrictFunction['run']): StrictFunction {
  return { is: 'strict', least, most, bearsUnknown: true, run };
}

/** Creates a function that evaluates its arguments itself. */
export function lazy([least, most = least]: Arity, run: LazyFunction['run']): LazyFunction {
  return { is: 'lazy', least, most, run };
}
