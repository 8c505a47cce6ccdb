import type { Expression, Loop } from '../template/expression';
import { tooComplex } from './errors';
import { bind, type FunctionCallInput, type Locals, type EvaluationScope } from './evaluator';
import { numberValue, unknownValue } from './make-value';
import type { ArrayValue, Value } from './value';
import { reason, type Reason } from '../../core/reason';

type Evaluate = Pick<FunctionCallInput, 'evaluate'>;

/** One iteration of a loop. */
export interface Turn {
  readonly index: number;
  readonly scope: EvaluationScope;
  /** Reason why it isn't known whether this iteration happens, or null if it is known. */
  readonly whyUnknown: Reason | null;
}

/** The iterations of a loop, without those that its filter excludes. */
export interface Turns {
  readonly turns: readonly Turn[];
  /** Reason why there may be more iterations, or null if there are none. */
  readonly rest: Reason | null;
}

/** Returns the iterations of a resource's or module's loop. */
export function copiesOf(loop: Loop, scope: EvaluationScope, evaluator: Evaluate): Turns {
  const turns = turnsOf(loop, scope, evaluator);
  const { run } = scope.context;
  if (turns.turns.length <= run.limits.copies) return turns;
  run.leaveOut(loop.over.place);
  return { turns: turns.turns.slice(0, run.limits.copies), rest: tooComplex };
}

/**
 * Returns the iterations of a loop. If the array isn't known, there is one iteration with an unknown item, which
 * represents all of them.
 */
function turnsOf(loop: Loop, scope: EvaluationScope, { evaluate }: Evaluate): Turns {
  const over = evaluate(loop.over, scope);
  if (over.is !== 'array') {
    const because = over.is === 'unknown' ? over.because : reason('documents.evaluation.loop');
    const item = unknownValue(because);
    const turn = {
      index: 0,
      scope: scopeOf(loop, scope, { item, index: unknownValue(because) }),
      whyUnknown: because,
    };
    return { turns: [turn], rest: because };
  }
  const turns = over.items.flatMap((item, index): readonly Turn[] => {
    const inner = scopeOf(loop, scope, { item, index: numberValue(index) });
    const kept = loop.filter === null ? true : filterOf(evaluate(loop.filter, inner));
    if (kept === false) return [];
    return [{ index, scope: inner, whyUnknown: kept === true ? null : kept }];
  });
  return { turns, rest: over.rest };
}

function filterOf(value: Value): boolean | Reason {
  if (value.is === 'flag') return value.value;
  return value.is === 'unknown' ? value.because : reason('documents.evaluation.condition');
}

function scopeOf(
  loop: Loop,
  { context, locals }: EvaluationScope,
  turn: { item: Value; index: Value },
): EvaluationScope {
  const withItem: Locals = bind(locals, loop.item, turn.item);
  return { context, locals: loop.index === null ? withItem : bind(withItem, loop.index, turn.index) };
}

/** Evaluates `[for …: body]`. */
export function evaluateFor(
  { loop, body, place }: Expression & { readonly is: 'for' },
  scope: EvaluationScope,
  { evaluate }: Evaluate,
): ArrayValue {
  const { turns, rest } = turnsOf(loop, scope, { evaluate });
  const known = turns.filter(({ whyUnknown }) => whyUnknown === null);
  const whyUnknown = turns.find((turn) => turn.whyUnknown !== null)?.whyUnknown ?? null;
  const items = known.map((turn) => evaluate(body, turn.scope));
  return { is: 'array', items, rest: rest ?? whyUnknown, from: place };
}
