import { reason } from '../../core/reason';
import { EvaluationError, evaluationError, tooComplex } from '../evaluate/errors';
import { flagValue, unknownPartOf, unknownValue } from '../evaluate/make-value';
import { callSymbol } from '../evaluate/symbols';
import type { Value } from '../evaluate/value';
import type { HclExpression } from '../hcl/hcl-syntax';
import { parseHclTemplate } from '../hcl/parse-hcl';
import { terraformCollections } from './functions/collection-functions';
import { terraformEncodings } from './functions/encoding-functions';
import { terraformFiles, terraformFile } from './functions/file-functions';
import { terraformNetworks } from './functions/network-functions';
import { terraformNumbers } from './functions/number-functions';
import { terraformRegexes } from './functions/regex-functions';
import {
  objectGiven,
  textGiven,
  type TerraformFunction,
  type TerraformFunctions,
} from './functions/terraform-function';
import { terraformTexts } from './functions/text-functions';
import { terraformTypes } from './functions/type-functions';
import { withLocal, type HclScope, type TerraformNames } from './hcl-scope';

type Call = HclExpression & { readonly is: 'call' };
type Evaluate = (expression: HclExpression, scope: HclScope) => Value;

const functions: TerraformFunctions = {
  ...terraformCollections,
  ...terraformEncodings,
  ...terraformFiles,
  ...terraformNetworks,
  ...terraformNumbers,
  ...terraformRegexes,
  ...terraformTexts,
  ...terraformTypes,
};

/** Terraform functions that aren't computed. */
const notComputed = new Set([
  'base64gzip',
  'csvdecode',
  'defaults',
  'filebase64sha512',
  'filesha512',
  'issensitive',
  'rsadecrypt',
  'templatestring',
  'textdecodebase64',
  'textencodebase64',
  'type',
  'yamlencode',
]);

/** Evaluates `name(…)`. */
export function callTerraform(call: Call, scope: HclScope, evaluate: Evaluate): Value {
  const name = call.name.replace(/^core::/, '');
  if (name === 'try') return firstWithoutError(call, scope, evaluate);
  if (name === 'can') return can(call, scope, evaluate);
  const given = argumentsOf(call, scope, evaluate);
  if (!Array.isArray(given)) return given;
  if (name === 'templatefile') return fromTemplate(given, scope, evaluate);
  if (notComputed.has(name) || name.includes('::')) {
    return unknownValue(reason('unknown.terraformFunction', { name }), callSymbol(name, given));
  }
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) throw evaluationError('documents.evaluation.noFunction', { name });
  return called(found, { name, given }, scope);
}

/** Evaluates the arguments. With `...`, the items of the last argument replace it. Unknown if they aren't known. */
function argumentsOf(call: Call, scope: HclScope, evaluate: Evaluate): Value[] | Value {
  const given = call.arguments.map((one) => evaluate(one, scope));
  const last = given.at(-1);
  if (!call.isExpanded || last === undefined) return given;
  if (last.is === 'unknown') return unknownValue(last.because);
  if (last.is !== 'array') throw evaluationError('documents.evaluation.argument', { n: given.length });
  return last.rest === null ? [...given.slice(0, -1), ...last.items] : unknownValue(last.rest);
}

interface Called {
  readonly name: string;
  readonly given: readonly Value[];
}

function called(
  { least, most, requires, run }: TerraformFunction,
  { name, given }: Called,
  scope: HclScope,
): Value {
  if (given.length < least || given.length > most) {
    throw evaluationError('documents.evaluation.count', { name, n: given.length });
  }
  const because = requires === 'nothing' ? undefined : unknownAmong(given, requires === 'parts');
  scope.names.run.budget.spend(given.reduce((sum, one) => sum + sizeOf(one), 1));
  return because === undefined ? run(given, scope) : unknownValue(because, callSymbol(name, given));
}

function unknownAmong(given: readonly Value[], withParts: boolean): ReturnType<typeof unknownPartOf> {
  for (const one of given) {
    const because = withParts || one.is === 'unknown' ? unknownPartOf(one) : restOf(one);
    if (because !== undefined) return because;
  }
  return undefined;
}

function restOf(value: Value): ReturnType<typeof unknownPartOf> {
  return value.is === 'array' ? (value.rest ?? undefined) : undefined;
}

function sizeOf(value: Value): number {
  if (value.is === 'text') return value.value.length >> 5;
  if (value.is === 'array') return value.items.length;
  return value.is === 'object' ? value.members.size : 1;
}

function firstWithoutError(call: Call, scope: HclScope, evaluate: Evaluate): Value {
  for (const one of call.arguments) {
    const value = attempted(() => evaluate(one, scope));
    if (value !== undefined) return value;
  }
  throw evaluationError('terraform.try');
}

function attempted(evaluate: () => Value): Value | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof EvaluationError && error.because !== tooComplex) return undefined;
    throw error;
  }
}

function can(call: Call, scope: HclScope, evaluate: Evaluate): Value {
  const [only] = call.arguments;
  if (only === undefined || call.arguments.length > 1) {
    throw evaluationError('documents.evaluation.count', { name: 'can', n: call.arguments.length });
  }
  const value = attempted(() => evaluate(only, scope));
  return value?.is === 'unknown' ? unknownValue(value.because) : flagValue(value !== undefined);
}

function fromTemplate(given: readonly Value[], scope: HclScope, evaluate: Evaluate): Value {
  const unknown = given.find((one) => one.is === 'unknown');
  if (unknown?.is === 'unknown') return unknownValue(unknown.because);
  const variables = objectGiven(given, 1);
  const found = terraformFile(textGiven(given, 0), scope.names.run);
  if ('key' in found) return unknownValue(found);
  const template = parseHclTemplate(found.text, found.file);
  if (template === undefined) return unknownValue(reason('unknown.broken'));
  const inner: HclScope = { names: templateNames(scope.names), locals: null };
  return evaluate(
    template,
    [...variables.members].reduce((outer, [key, value]) => withLocal(outer, key, value), inner),
  );
}

/** A template only has access to the values that are passed to it. */
function templateNames({ run, path }: TerraformNames): TerraformNames {
  const unknown = (name: string): never => {
    throw evaluationError('unknown.name', { name });
  };
  return { run, path, variable: unknown, local: unknown, resource: unknown, moduleCall: unknown };
}
