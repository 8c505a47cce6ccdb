import type { BinaryOperator, Expression, UnaryOperator } from '../template/expression';
import { evaluationError, EvaluationError } from './errors';
import type { FunctionCallInput, EvaluationScope } from './evaluator';
import { isEqual } from './equality';
import { exactly, flagValue, unknownPartOf } from './make-value';
import { lowerCase } from './functions/invariant-culture';
import { compareValues, divide, remainder } from './functions/numbers';
import { flagArgument, numberArgument, workOn } from './functions/arguments';
import { unknownCall } from './symbols';
import type { Value } from './value';

type Evaluate = Pick<FunctionCallInput, 'evaluate'>;
type Binary = Expression & { readonly is: 'binary' };

/** Evaluates `!x` and `-x`. */
export function unary(operator: UnaryOperator, operand: Value): Value {
  if (operand.is === 'unknown') return unknownCall(operator, [operand], operand);
  return operator === '!' ? flagValue(!flagArgument(operand)) : exactly(-numberArgument([operand], 0));
}

/** Evaluates `left operator right`. `&&`, `||`, and `??` only evaluate the right side if necessary. */
export function binary(expression: Binary, scope: EvaluationScope, evaluator: Evaluate): Value {
  const { operator } = expression;
  if (operator === '&&' || operator === '||') return logical(expression, scope, evaluator);
  const left = evaluator.evaluate(expression.left, scope);
  if (operator === '??') return left.is === 'null' ? evaluator.evaluate(expression.right, scope) : left;
  const right = evaluator.evaluate(expression.right, scope);
  for (const side of [left, right]) {
    if (side.is === 'unknown') return unknownCall(operator, [left, right], side);
  }
  scope.context.run.spend(workOn([left, right]));
  return applied(operator, left, right);
}

function logical(expression: Binary, scope: EvaluationScope, { evaluate }: Evaluate): Value {
  return shortCircuit(expression.operator === '||', [
    () => evaluate(expression.left, scope),
    () => evaluate(expression.right, scope),
  ]);
}

/**
 * Stops at the first part that is `decisive`. If a part is unknown, the result is unknown, unless another part decides.
 */
export function shortCircuit(decisive: boolean, parts: readonly (() => Value)[]): Value {
  let whyUnknown: Value | undefined;
  for (const part of parts) {
    const value = part();
    if (value.is === 'unknown') whyUnknown ??= value;
    else if (flagArgument(value) === decisive) return flagValue(decisive);
  }
  return whyUnknown ?? flagValue(!decisive);
}

const arithmetic: Partial<Record<BinaryOperator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': divide,
  '%': remainder,
};

const order: Partial<Record<BinaryOperator, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

function applied(operator: BinaryOperator, left: Value, right: Value): Value {
  const count = arithmetic[operator];
  if (count !== undefined) {
    return exactly(count(numberArgument([left, right], 0), numberArgument([left, right], 1)));
  }
  const comparison = order[operator];
  if (comparison !== undefined) return flagValue(comparison(compareValues(left, right)));
  return flagValue(equality(operator, left, right));
}

function equality(operator: BinaryOperator, left: Value, right: Value): boolean {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '=~':
      return equal(lower(left), lower(right));
    case '!~':
      return !equal(lower(left), lower(right));
    default:
      throw evaluationError('documents.evaluation.operator', { operator });
  }
}

/**
 * Compares two values.
 * @throws `EvaluationError` if a part of one isn't known
 */
export function equal(left: Value, right: Value): boolean {
  const whyUnknown = unknownPartOf(left) ?? unknownPartOf(right);
  if (whyUnknown !== undefined) throw new EvaluationError(whyUnknown);
  return isEqual(left, right);
}

function lower(value: Value): Value {
  return value.is === 'text' ? { ...value, value: lowerCase(value.value) } : value;
}
