import type { ForVariables, HclExpression } from '../hcl/hcl-syntax';
import { evaluationError } from '../evaluate/errors';
import { arrayValue, numberValue, objectValue, textValue, unknownValue } from '../evaluate/make-value';
import type { UnknownValue, Value } from '../evaluate/value';
import { arrayKind, sortedMembers } from './collections';
import { withLocal, type HclScope } from './hcl-scope';
import { toFlag, toText } from './types';

/** The values of a loop's variables in one iteration. */
export interface ForItem {
  readonly key: Value;
  readonly value: Value;
}

type Evaluate = (expression: HclExpression, scope: HclScope) => Value;
type ForExpression = HclExpression & { readonly is: 'for' };

/**
 * Returns the items of a loop in order, or an unknown value if they aren't known.
 * @throws `EvaluationError` if the value can't be iterated over
 */
export function eachItem(over: Value): readonly ForItem[] | UnknownValue {
  if (over.is === 'unknown') return unknownValue(over.because);
  if (over.is === 'array') {
    if (over.rest !== null) return unknownValue(over.rest);
    const isSet = arrayKind(over) === 'set';
    return over.items.map((value, index) => ({ key: isSet ? value : numberValue(index), value }));
  }
  if (over.is !== 'object') throw evaluationError('terraform.loop');
  if (over.rest !== null) return unknownValue(over.rest);
  return sortedMembers(over).map(([key, value]) => ({ key: textValue(key), value }));
}

/** Returns the scope of one iteration of a loop. */
export function loopScope(scope: HclScope, { key, value }: ForVariables, item: ForItem): HclScope {
  scope.names.run.budget.spend(1);
  const inner = key === null ? scope : withLocal(scope, key, item.key);
  return withLocal(inner, value, item.value);
}

/** Evaluates `[for … : …]` and `{for … : … => …}`. */
export function evaluateForExpression(expression: ForExpression, scope: HclScope, evaluate: Evaluate): Value {
  const items = eachItem(evaluate(expression.over, scope));
  if ('is' in items) return items;
  const rounds: HclScope[] = [];
  for (const item of items) {
    const round = loopScope(scope, expression.variables, item);
    const condition = expression.condition && toFlag(evaluate(expression.condition, round));
    if (condition?.is === 'unknown') return unknownValue(condition.because);
    if (condition?.value !== false) rounds.push(round);
  }
  const { key } = expression;
  if (key === null) return arrayValue(rounds.map((round) => evaluate(expression.value, round)));
  return objectOf(rounds, { ...expression, key }, evaluate);
}

function objectOf(
  rounds: readonly HclScope[],
  { key, value, isGrouped }: ForExpression & { readonly key: HclExpression },
  evaluate: Evaluate,
): Value {
  const groups = new Map<string, Value[]>();
  for (const round of rounds) {
    const named = toText(evaluate(key, round));
    if (named.is === 'unknown') return unknownValue(named.because);
    const group = groups.get(named.value);
    if (group && !isGrouped) throw evaluationError('documents.evaluation.sameKey', { name: named.value });
    const one = evaluate(value, round);
    if (group) group.push(one);
    else groups.set(named.value, [one]);
  }
  const members = [...groups].map(
    ([name, group]) => [name, isGrouped ? arrayValue(group) : group[0]] as const,
  );
  return objectValue(new Map(members.flatMap(([name, one]) => (one ? [[name, one] as const] : []))));
}
