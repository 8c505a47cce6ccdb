import type { FunctionCallInput } from '../evaluator';
import type { Value } from '../value';

/** A function that is given its arguments' values. */
export interface StrictFunction {
  readonly is: 'strict';
  readonly least: number;
  readonly most: number;
  /** True where it has an answer though an argument is unknown, or parts of one are. */
  readonly bearsUnknown: boolean;
  readonly run: (given: readonly Value[], call: FunctionCallInput) => Value;
}

/** A function that decides itself which of its arguments it evaluates. */
export interface LazyFunction {
  readonly is: 'lazy';
  readonly least: number;
  readonly most: number;
  readonly run: (call: FunctionCallInput) => Value;
}

export type BuiltIn = StrictFunction | LazyFunction;
/** By name, lower case. */
export type FunctionTable = Readonly<Record<string, BuiltIn>>;

type Arity = readonly [least: number, most?: number];

/** A function of known values: with an argument that is not known it is not called. */
export function strict([least, most = least]: Arity, run: StrictFunction['run']): StrictFunction {
  return { is: 'strict', least, most, bearsUnknown: false, run };
}

/** A function that has an answer though an argument is unknown. */
export function tolerant([least, most = least]: Arity, run: StrictFunction['run']): StrictFunction {
  return { is: 'strict', least, most, bearsUnknown: true, run };
}

/** A function that evaluates its arguments itself. */
export function lazy([least, most = least]: Arity, run: LazyFunction['run']): LazyFunction {
  return { is: 'lazy', least, most, run };
}
