import type { Known } from '../../core/known';
import type { Value } from '../evaluate/value';
import type { Expression } from '../template/expression';
import type { Deployable } from '../template/template';

/** A dependency on another declaration of a template. */
export interface Dependency {
  readonly on: Deployable;
  /** The index of the loop iteration that is depended on, or null for all iterations. */
  readonly item: number | null;
  /** False if the dependency may be on another declaration or iteration. */
  readonly isCertain: boolean;
}

/** A declaration as a whole, or (`index`) one iteration of its loop. */
export interface Deployed {
  readonly declaration: Deployable;
  readonly index: number | null;
}

/** All direct dependencies of a declaration. */
export interface Dependencies {
  readonly all: readonly Dependency[];
  /** True if there may be more dependencies than are known. */
  readonly mayBeMore: boolean;
}

/** An evaluated declaration: one, or one for each iteration of its loop. */
export interface Instance extends Deployed {
  readonly type: string;
  id(): Value;
  /** All segments. */
  fullName(): Value;
  isDeployed(): Known<boolean>;
  /** Evaluates an expression in the scope of the declaration. */
  read(expression: Expression): Value;
}
