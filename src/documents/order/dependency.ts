import type { Known } from '../../core/known';
import type { Value } from '../evaluate/value';
import type { Expression } from '../template/expression';
import type { Deployable } from '../template/template';

/** One thing of a template that another one waits for. */
export interface Dependency {
  readonly on: Deployable;
  /** The number of the turn of its loop that is waited for; null where all of them are. */
  readonly item: number | null;
  /** False where it is perhaps another one that is waited for. */
  readonly isCertain: boolean;
}

/** A declaration as a whole, or (`index`) one turn of its loop. */
export interface Deployed {
  readonly declaration: Deployable;
  readonly index: number | null;
}

/** Everything that a declaration waits for by itself. */
export interface Dependencies {
  readonly all: readonly Dependency[];
  /** True where it may wait for more than can be told. */
  readonly mayBeMore: boolean;
}

/** A declaration as it is evaluated: one, or one for each turn of its loop. */
export interface Instance extends Deployed {
  readonly type: string;
  id(): Value;
  /** All segments. */
  fullName(): Value;
  isDeployed(): Known<boolean>;
  /** An expression of its own declaration. */
  read(expression: Expression): Value;
}
