/**
 * Limits of one evaluation, far above the needs of any hand-written template. A value beyond a limit is unknown, never
 * absent.
 */
export interface EvaluationLimits {
  /** Maximum number of steps, which take about a second. */
  readonly steps: number;
  /**
   * Maximum depth of nested expressions, including variables, modules, and other resources. It uses less than half of
   * the extension host's stack, even before the code is compiled.
   */
  readonly depth: number;
  /** Maximum number of parts of a value. */
  readonly size: number;
  /** Maximum depth of a value. */
  readonly valueDepth: number;
  /** Maximum number of copies of a declaration, which is Azure's own limit. */
  readonly copies: number;
  /** Maximum depth of nested modules. Only circular modules exceed it. */
  readonly modules: number;
  /** Maximum number of reported faults. */
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
