import { reason } from '../../core/reason';
import type { Expression } from '../template/expression';
import { evaluationError } from './errors';
import {
  bind,
  type FunctionCallInput,
  type DeclaredFunction,
  type Locals,
  type EvaluatedName,
} from './evaluator';
import { workOn } from './functions/arguments';
import type { BuiltIn, StrictFunction, FunctionTable } from './functions/function-table';
import { parameterName, templateFunctions } from './functions/template-functions';
import { unknownValue, unknownPartOf } from './make-value';
import { callSymbol, unknownCall } from './symbols';
import type { UnknownValue, Value } from './value';
import { arrayFunctions } from './functions/arrays';
import { cidrFunctions } from './functions/cidr-functions';
import { dateFunctions } from './functions/dates';
import { deploymentFunctions } from './functions/deployment-functions';
import { encodingFunctions } from './functions/encodings';
import { fileFunctions } from './functions/files';
import { lambdaFunctions } from './functions/lambdas';
import { logicFunctions } from './functions/logic';
import { numberFunctions } from './functions/numbers';
import { objectFunctions } from './functions/objects';
import { resourceFunctions } from './functions/resource-functions';
import { textFunctions } from './functions/text-functions';

/**
 * Calls `name(…)`, or `of.name(…)` if `of` isn't null.
 * @throws `EvaluationError`
 */
export function callFunction(call: FunctionCallInput, of: Expression | null): EvaluatedName {
  if (of !== null) {
    const receiver = call.meaningOf(of, call.scope);
    const answered = receiver.is === 'handle' ? receiver.call?.(call) : undefined;
    return answered ?? unknownValue(reason('unknown.function', { name: call.name }));
  }
  return userDefined(call) ?? builtIn(call);
}

/** Calls a built-in function of the languages, even if a declaration has the same name. */
export function builtIn(call: FunctionCallInput): Value {
  const found = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  // Every `list…` function returns a secret from Azure.
  if (found === undefined && call.name.startsWith('list')) return secretOf(call);
  if (found === undefined) throw evaluationError('documents.evaluation.noFunction', { name: call.name });
  checkCount(call, found);
  return found.is === 'lazy' ? found.run(call) : strictly(call, found);
}

function checkCount({ name, arguments: given }: FunctionCallInput, { least, most }: BuiltIn): void {
  if (given.length >= least && given.length <= most) return;
  throw evaluationError('documents.evaluation.count', { name, n: given.length });
}

function strictly(call: FunctionCallInput, { bearsUnknown, run }: StrictFunction): Value {
  const given = call.arguments.map((one) => call.evaluate(one, call.scope));
  if (bearsUnknown) return run(given, call);
  const unknownOne = given.find((one): one is UnknownValue => one.is === 'unknown');
  if (unknownOne !== undefined) return unknownCall(call.name, given, unknownOne);
  for (const one of given) {
    const whyUnknown = unknownPartOf(one);
    if (whyUnknown !== undefined) return unknownValue(whyUnknown);
  }
  call.scope.context.run.spend(workOn(given));
  return run(given, call);
}

function secretOf(call: FunctionCallInput): Value {
  const given = call.arguments.map((one) => call.evaluate(one, call.scope));
  return unknownValue(reason('unknown.secret'), callSymbol(call.name, given));
}

function userDefined(call: FunctionCallInput): Value | undefined {
  const found = call.scope.context.userFunction(call.name);
  return found === undefined ? undefined : callUserFunction(found, call);
}

/** Calls a user-defined function. Its body can access its arguments and the declarations of its file. */
export function callUserFunction({ declared, context }: DeclaredFunction, call: FunctionCallInput): Value {
  const isArm = context.template.language === 'arm';
  const given = call.arguments.length;
  if (given !== declared.parameters.length) {
    throw evaluationError('documents.evaluation.count', { name: call.name, n: given });
  }
  let locals: Locals | null = null;
  for (const [index, argument] of call.arguments.entries()) {
    const name = declared.parameters[index] ?? '';
    const local = isArm ? parameterName(name) : name;
    locals = bind(locals, local, call.evaluate(argument, call.scope));
  }
  return context.run.calling(declared, () => call.evaluate(declared.body, { context, locals }));
}

/** All functions of Bicep and ARM templates, by name in lowercase. */
const functions: FunctionTable = {
  ...arrayFunctions,
  ...cidrFunctions,
  ...dateFunctions,
  ...deploymentFunctions,
  ...encodingFunctions,
  ...fileFunctions,
  ...lambdaFunctions,
  ...logicFunctions,
  ...numberFunctions,
  ...objectFunctions,
  ...resourceFunctions,
  ...templateFunctions,
  ...textFunctions,
};
