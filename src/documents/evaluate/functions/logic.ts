import { evaluationError } from '../errors';
import type { FunctionCallInput } from '../evaluator';
import { flagValue, nullValue, textValue } from '../make-value';
import { equal, shortCircuit } from '../operators';
import { unknownCall } from '../symbols';
import type { Value } from '../value';
import { flagArgument, wrongType } from './arguments';
import { lazy, strict, tolerant, type FunctionTable } from './function-table';

/** Evaluates the argument at `index`. */
function argument({ arguments: given, evaluate, scope }: FunctionCallInput, index: number): Value {
  const expression = given[index];
  return expression === undefined ? nullValue() : evaluate(expression, scope);
}

function parts(call: FunctionCallInput): readonly (() => Value)[] {
  return call.arguments.map((_, index) => () => argument(call, index));
}

function conditional(call: FunctionCallInput): Value {
  const condition = argument(call, 0);
  if (condition.is !== 'unknown') return argument(call, flagArgument(condition) ? 1 : 2);
  return unknownCall('if', [condition, argument(call, 1), argument(call, 2)], condition);
}

function coalesced(call: FunctionCallInput): Value {
  for (const part of parts(call)) {
    const value = part();
    if (value.is !== 'null') return value;
  }
  return nullValue();
}

function toFlag([value]: readonly Value[]): Value {
  if (value?.is === 'flag') return value;
  if (value?.is === 'number') return flagValue(value.value !== 0);
  const written = value?.is === 'text' ? value.value.trim().toLowerCase() : '';
  if (written === 'true') return flagValue(true);
  if (written === 'false') return flagValue(false);
  throw wrongType(value, 0);
}

/** Functions of conditions and logic. */
export const logicFunctions: FunctionTable = {
  if: lazy([3], conditional),
  and: lazy([1, 1_000], (call) => shortCircuit(false, parts(call))),
  or: lazy([1, 1_000], (call) => shortCircuit(true, parts(call))),
  coalesce: lazy([1, 1_000], coalesced),
  true: strict([0], () => flagValue(true)),
  false: strict([0], () => flagValue(false)),
  null: strict([0], () => nullValue()),
  bool: strict([1], toFlag),
  equals: tolerant([2], (given) => {
    const [left, right] = given;
    if (left === undefined || right === undefined) throw wrongType(left, 0);
    for (const side of [left, right]) {
      if (side.is === 'unknown') return unknownCall('equals', given, side);
    }
    return flagValue(equal(left, right));
  }),
  any: tolerant([1], ([value]) => value ?? nullValue()),
  fail: lazy([0, 1], (call) => {
    const message = argument(call, 0);
    throw evaluationError('documents.evaluation.fail', {
      message: message.is === 'text' ? message.value : '',
    });
  }),
  nameof: lazy([1], (call) => {
    const [expression] = call.arguments;
    if (expression?.is === 'name' || expression?.is === 'property' || expression?.is === 'nested') {
      return textValue(expression.name);
    }
    throw evaluationError('documents.evaluation.argument', { n: 1, type: '' });
  }),
};
