import { evaluationError } from '../errors';
import { localNamed, type FunctionCallInput } from '../evaluator';
import { numberValue } from '../make-value';
import type { Value } from '../value';
import { numberArgument, optionalText, textArgument } from './arguments';
import { strict, type FunctionTable } from './function-table';

/** Returns the local name of a parameter of a user-defined function in ARM JSON. */
export function parameterName(name: string): string {
  return `parameter:${name.toLowerCase()}`;
}

function settled(meaning: ReturnType<typeof localNamed>): Value | undefined {
  return meaning?.is === 'handle' ? meaning.value() : meaning;
}

/** Functions that read the template's own declarations. */
export const templateFunctions: FunctionTable = {
  parameters: strict([1], (given, { scope }) => {
    const name = textArgument(given, 0);
    const local = settled(localNamed(scope.locals, parameterName(name)));
    const found = local ?? scope.context.parameter(name);
    if (found === undefined) throw evaluationError('documents.evaluation.noParameter', { name });
    return found;
  }),
  variables: strict([1], (given, { scope }) => {
    const name = textArgument(given, 0);
    const found = scope.context.variable(name);
    if (found === undefined) throw evaluationError('documents.evaluation.noVariable', { name });
    return found;
  }),
  copyindex: strict([0, 2], copyIndex),
};

/** Evaluates `copyIndex()`, `copyIndex(offset)`, `copyIndex('loop')`, and `copyIndex('loop', offset)`. */
function copyIndex(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const isNamed = given[0]?.is === 'text';
  const name = isNamed ? (optionalText(given, 0) ?? '') : '';
  const offsetAt = isNamed ? 1 : 0;
  const offset = given[offsetAt] === undefined ? 0 : numberArgument(given, offsetAt);
  const counter = settled(localNamed(scope.locals, `copy:${name.toLowerCase()}`));
  if (counter === undefined) throw evaluationError('documents.evaluation.noLoop', { name });
  if (counter.is === 'number') return numberValue(counter.value + offset);
  return counter;
}
