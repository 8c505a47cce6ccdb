import type { Known } from '../../core/known';
import type { Value } from '../evaluate/value';
import type { Expression } from '../template/expression';
import type { Deployable } from '../template/template';

/** One thing of a template that another one waits for. */
export interface Dependency {
  readonly on: Deployable;
  /** False where it is perhaps another one that is waited for. */
  readonly isCertain: boolean;
}

/** Everything that a declaration waits for by itself. */
export interface Dependencies {
  readonly all: readonly Dependency[];
  /** True where it may wait for more than can be told. */
  readonly mayBeMore: boolean;
}

/** A declaration as it is evaluated: one, or one for each turn of its loop. */
export interface Instance {
  readonly declaration: Deployable;
  readonly type: string;
  id(): Value;
  /** All segments. */
  fullName(): Value;
  isDeployed(): Known<boolean>;
  /** An expression of its own declaration. */
  read(expression: Expression): Value;
}
