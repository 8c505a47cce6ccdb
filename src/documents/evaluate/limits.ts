/**
 * How much one evaluation does at most: far more than any template needs that a person wrote. What is beyond it is unknown,
 * never absent.
 */
export interface EvaluationLimits {
  /** Steps, which are about a second of work. */
  readonly steps: number;
  /**
   * Expressions inside each other, variables, modules, and other resources included. It takes less than half of the stack
   * that an extension host has, also in code that isn't compiled yet.
   */
  readonly depth: number;
  /** Parts of one value. */
  readonly size: number;
  /** Parts of a value inside each other. */
  readonly valueDepth: number;
  /** Copies of one declaration: Azure makes no more. */
  readonly copies: number;
  /** Modules inside each other; nobody nests deeper who does not go round in a circle. */
  readonly modules: number;
  /** Faults that are told. */
  readonly faults: number;
}

export const evaluationLimits: EvaluationLimits = {
  steps: 2_000_000,
  depth: 300,
  size: 300_000,
  valueDepth: 400,
  copies: 800,
  modules: 40,
  faults: 200,
};
