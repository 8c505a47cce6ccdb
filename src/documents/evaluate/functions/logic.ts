import { failed } from '../errors';
import type { Call } from '../evaluator';
import { flag, nothing, text } from '../make-value';
import { equal, shortCircuit } from '../operators';
import { unknownCall } from '../symbols';
import type { Value } from '../value';
import { flagAt, wrongType } from './arguments';
import { lazy, strict, tolerant, type FunctionTable } from './function-table';

/** The value of the argument at `index`, evaluated now. */
function argument({ arguments: given, evaluate, scope }: Call, index: number): Value {
  const expression = given[index];
  return expression === undefined ? nothing() : evaluate(expression, scope);
}

function parts(call: Call): readonly (() => Value)[] {
  return call.arguments.map((_, index) => () => argument(call, index));
}

function conditional(call: Call): Value {
  const condition = argument(call, 0);
  if (condition.is !== 'unknown') return argument(call, flagAt([condition], 0) ? 1 : 2);
  return unknownCall('if', [condition, argument(call, 1), argument(call, 2)], condition);
}

function coalesced(call: Call): Value {
  for (const part of parts(call)) {
    const value = part();
    if (value.is !== 'null') return value;
  }
  return nothing();
}

function toFlag([value]: readonly Value[]): Value {
  if (value?.is === 'flag') return value;
  if (value?.is === 'number') return flag(value.value !== 0);
  const written = value?.is === 'text' ? value.value.trim().toLowerCase() : '';
  if (written === 'true') return flag(true);
  if (written === 'false') return flag(false);
  throw wrongType(value, 0);
}

/** Functions that decide. */
export const logicFunctions: FunctionTable = {
  if: lazy([3], conditional),
  and: lazy([1, 1_000], (call) => shortCircuit(false, parts(call))),
  or: lazy([1, 1_000], (call) => shortCircuit(true, parts(call))),
  coalesce: lazy([1, 1_000], coalesced),
  true: strict([0], () => flag(true)),
  false: strict([0], () => flag(false)),
  null: strict([0], () => nothing()),
  bool: strict([1], toFlag),
  equals: tolerant([2], (given) => {
    const [left, right] = given;
    if (left === undefined || right === undefined) throw wrongType(left, 0);
    for (const side of [left, right]) {
      if (side.is === 'unknown') return unknownCall('equals', given, side);
    }
    return flag(equal(left, right));
  }),
  any: tolerant([1], ([value]) => value ?? nothing()),
  fail: lazy([0, 1], (call) => {
    const message = argument(call, 0);
    throw failed('documents.evaluation.fail', { message: message.is === 'text' ? message.value : '' });
  }),
  nameof: lazy([1], (call) => {
    const [expression] = call.arguments;
    if (expression?.is === 'name' || expression?.is === 'property' || expression?.is === 'nested') {
      return text(expression.name);
    }
    throw failed('documents.evaluation.argument', { n: 1, type: '' });
  }),
};
