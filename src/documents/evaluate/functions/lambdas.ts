import type { Expression } from '../../template/expression';
import { EvaluationError, evaluationError } from '../errors';
import { bind, type FunctionCallInput, type Locals } from '../evaluator';
import { arrayValue, keyIn, numberValue, objectValue, unknownValue } from '../make-value';
import { unknownCall } from '../symbols';
import type { ArrayValue, ObjectValue, Value } from '../value';
import { arrayArgument, flagArgument, objectArgument, textArgument } from './arguments';
import { lazy, type FunctionTable } from './function-table';

/** Returns the value of the argument at `index`. */
function valueAt(call: FunctionCallInput, index: number): Value {
  const expression = call.arguments[index];
  if (expression === undefined) {
    throw evaluationError('documents.evaluation.count', { name: call.name, n: index });
  }
  return call.evaluate(expression, call.scope);
}

/** Returns the array to iterate over. */
function arrayToIterate(call: FunctionCallInput): ArrayValue | Value {
  const value = valueAt(call, 0);
  if (value.is === 'unknown') return unknownCall(call.name, [value], value);
  return arrayArgument([value], 0);
}

/** Calls the lambda at the argument `index`. */
function apply(call: FunctionCallInput, index: number, given: readonly Value[]): Value {
  const lambda = lambdaAt(call, index);
  let locals: Locals | null = call.scope.locals;
  for (const [at, name] of lambda.parameters.entries()) {
    const value = given[at];
    if (value === undefined) throw evaluationError('documents.evaluation.count', { name: call.name, n: at });
    locals = bind(locals, name, value);
  }
  return call.evaluate(lambda.body, { context: call.scope.context, locals });
}

function lambdaAt(
  { arguments: given, name }: FunctionCallInput,
  index: number,
): Expression & { readonly is: 'lambda' } {
  const lambda = given[index];
  if (lambda?.is === 'lambda') return lambda;
  throw evaluationError('documents.evaluation.lambda', { name });
}

/** Applies `go` to an array's items. The result is unknown if the array is. */
function over(call: FunctionCallInput, go: (items: readonly Value[], input: ArrayValue) => Value): Value {
  const input = arrayToIterate(call);
  if (input.is !== 'array') return input;
  call.scope.context.run.spend(input.items.length);
  return go(input.items, input);
}

function map(call: FunctionCallInput): Value {
  return over(call, (items, { rest }) => ({
    is: 'array',
    items: items.map((item, index) => apply(call, 1, [item, numberValue(index)])),
    rest,
    from: null,
  }));
}

function filter(call: FunctionCallInput): Value {
  return over(call, (items, input) => {
    let { rest } = input;
    const kept = items.filter((item, index) => {
      const matches = apply(call, 1, [item, numberValue(index)]);
      if (matches.is === 'unknown') rest ??= matches.because;
      return matches.is !== 'unknown' && flagArgument(matches);
    });
    return { is: 'array', items: kept, rest, from: null };
  });
}

function reduce(call: FunctionCallInput): Value {
  return over(call, (items, { rest }) => {
    if (rest !== null) return unknownValue(rest);
    return items.reduce(
      (sum, item, index) => apply(call, 2, [sum, item, numberValue(index)]),
      valueAt(call, 1),
    );
  });
}

function sort(call: FunctionCallInput): Value {
  return over(call, (items, { rest }) => {
    if (rest !== null) return unknownValue(rest);
    return arrayValue(
      sortedBy(items, (left, right) => {
        const isBefore = apply(call, 1, [left, right]);
        if (isBefore.is === 'unknown') throw new EvaluationError(isBefore.because);
        return flagArgument(isBefore);
      }),
    );
  });
}

/** Returns the member name from a lambda. If the name isn't known, the whole result isn't known. */
function keyOf(call: FunctionCallInput, item: Value): string {
  const key = apply(call, 1, [item]);
  if (key.is === 'number') return String(key.value);
  return textArgument([key], 0);
}

function toObject(call: FunctionCallInput): Value {
  return over(call, (items, { rest }) => {
    const members = new Map<string, Value>();
    for (const item of items) {
      const key = keyOf(call, item);
      if (keyIn({ members }, key) !== undefined) {
        throw evaluationError('documents.evaluation.sameKey', { name: key });
      }
      members.set(key, call.arguments.length > 2 ? apply(call, 2, [item]) : item);
    }
    return { is: 'object', members, rest, from: null };
  });
}

function groupBy(call: FunctionCallInput): Value {
  return over(call, (items, { rest }) => {
    const groups = new Map<string, Value[]>();
    for (const item of items) {
      const key = keyOf(call, item);
      const known = keyIn({ members: groups }, key);
      if (known === undefined) groups.set(key, [item]);
      else groups.get(known)?.push(item);
    }
    const members = new Map(
      [...groups].map(([key, group]): [string, Value] => [
        key,
        { is: 'array', items: group, rest, from: null },
      ]),
    );
    return { is: 'object', members, rest, from: null };
  });
}

function mapValues(call: FunctionCallInput): Value {
  const value = valueAt(call, 0);
  if (value.is === 'unknown') return unknownCall(call.name, [value], value);
  const input: ObjectValue = objectArgument([value], 0);
  const members = [...input.members].map(([key, one]): [string, Value] => [key, apply(call, 1, [one])]);
  return { ...objectValue(new Map(members)), rest: input.rest };
}

/** Functions with a lambda argument. */
export const lambdaFunctions: FunctionTable = {
  filter: lazy([2], filter),
  groupby: lazy([2], groupBy),
  map: lazy([2], map),
  mapvalues: lazy([2], mapValues),
  reduce: lazy([3], reduce),
  sort: lazy([2], sort),
  toobject: lazy([2, 3], toObject),
};

/** Sorts items by `isBefore`. The order is stable if neither of two items comes before the other, or each does. */
function sortedBy<T>(items: readonly T[], isBefore: (left: T, right: T) => boolean): readonly T[] {
  return items.toSorted((left, right) => Number(isBefore(right, left)) - Number(isBefore(left, right)));
}
