import { reason } from '../../core/reason';
import type { HclExpression, SplatStep, TemplatePart } from '../hcl/hcl-syntax';
import { EvaluationError, evaluationError, tooComplex } from '../evaluate/errors';
import {
  arrayValue,
  exactly,
  flagValue,
  nullValue,
  objectValue,
  textValue,
  unknownValue,
} from '../evaluate/make-value';
import { bounded, concatenateTexts } from '../evaluate/symbols';
import type { ObjectValue, UnknownValue, Value } from '../evaluate/value';
import type { SourceRange } from '../source/source-range';
import { callTerraform } from './call-terraform';
import { eachItem, evaluateForExpression, loopScope } from './evaluate-for';
import { localValue, type HclScope } from './hcl-scope';
import { evaluateBinary, evaluateUnary } from './hcl-operators';
import { itemOfCollection, memberOf, splatItems, symbolStep } from './traverse';
import { toFlag, toText, converted, typeOfValue, unified } from './types';

/** The innermost expression that failed, for the fault's place. */
const failures = new WeakMap<EvaluationError, SourceRange>();

/**
 * Evaluates an expression.
 * @throws `EvaluationError`
 */
export function evaluateHcl(expression: HclExpression, scope: HclScope): Value {
  const { budget } = scope.names.run;
  budget.spend(1);
  try {
    return budget.deeper(() => evaluated(expression, scope));
  } catch (error) {
    if (error instanceof EvaluationError && !failures.has(error)) failures.set(error, expression.place);
    throw error;
  }
}

/** Evaluates an expression. If it doesn't have a value, reports a fault and returns an unknown value. */
export function evaluateSafely(expression: HclExpression, scope: HclScope): Value {
  return safely(scope, expression.place, () => evaluateHcl(expression, scope));
}

/** Computes a value. If that fails, reports a fault and returns an unknown value. */
export function safely({ names }: Pick<HclScope, 'names'>, place: SourceRange, compute: () => Value): Value {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    const { budget } = names.run;
    if (error.because === tooComplex) budget.tooMuch(place);
    else if (error.isFault) budget.fault(error.because, failures.get(error) ?? place);
    return unknownValue(error.because, null, place);
  }
}

function evaluated(expression: HclExpression, scope: HclScope): Value {
  switch (expression.is) {
    case 'literal':
      return literal(expression.value, expression.place);
    case 'template':
      return concatenateTexts(templateTexts(expression.parts, scope));
    case 'wrapped':
      return evaluateHcl(expression.of, scope);
    case 'tuple':
      return arrayValue(
        expression.items.map((item) => evaluateHcl(item, scope)),
        expression.place,
      );
    case 'object':
      return evaluateObject(expression, scope);
    case 'for':
      return evaluateForExpression(expression, scope, evaluateHcl);
    case 'call':
      return callTerraform(expression, scope, evaluateHcl);
    case 'choice':
      return evaluateChoice(expression, scope);
    case 'broken':
      return unknownValue(reason('unknown.broken'), null, expression.place);
    default:
      return evaluateOperation(expression, scope);
  }
}

type Plain = 'literal' | 'template' | 'wrapped' | 'tuple' | 'object' | 'for' | 'call' | 'choice' | 'broken';

function evaluateOperation(
  expression: Exclude<HclExpression, { readonly is: Plain }>,
  scope: HclScope,
): Value {
  switch (expression.is) {
    case 'unary':
      return evaluateUnary(expression.operator, evaluateHcl(expression.operand, scope));
    case 'binary':
      return evaluateBinary(
        expression.operator,
        evaluateHcl(expression.left, scope),
        evaluateHcl(expression.right, scope),
      );
    default:
      return evaluateReference(expression, scope);
  }
}

function literal(value: string | number | boolean | null, place: SourceRange): Value {
  if (typeof value === 'string') return textValue(value, place);
  if (typeof value === 'number') return exactly(value, place);
  return value === null ? nullValue(place) : flagValue(value, place);
}

type Reference = HclExpression & { readonly is: 'name' | 'member' | 'index' | 'splat' };

function evaluateReference(expression: Reference, scope: HclScope): Value {
  switch (expression.is) {
    case 'name': {
      const found = localValue(scope, expression.name);
      if (found !== undefined) return found;
      throw evaluationError('unknown.name', { name: expression.name });
    }
    case 'member':
      return namedValue(expression, scope) ?? memberOf(evaluateHcl(expression.of, scope), expression.name);
    case 'index':
      return itemOfCollection(evaluateHcl(expression.of, scope), evaluateHcl(expression.index, scope));
    case 'splat':
      return evaluateSplat(expression, scope);
  }
}

/**
 * Resolves `var.x`, `local.x`, `module.x`, `path.x`, `terraform.x`, `type.name`, and `data.type.name`, or returns
 * undefined for anything else.
 */
function namedValue(
  { of, name }: HclExpression & { readonly is: 'member' },
  scope: HclScope,
): Value | undefined {
  if (of.is === 'member' && of.of.is === 'name' && of.of.name === 'data' && isGlobal('data', scope)) {
    return scope.names.resource(`data.${of.name}.${name}`);
  }
  if (of.is !== 'name' || !isGlobal(of.name, scope)) return undefined;
  return globalValue(of.name, name, scope);
}

function isGlobal(name: string, scope: HclScope): boolean {
  return localValue(scope, name) === undefined;
}

/** Names in repeated blocks and in provisioners. */
const onlyInside = new Set(['each', 'count', 'self']);

function globalValue(root: string, name: string, { names }: HclScope): Value | undefined {
  switch (root) {
    case 'var':
      return names.variable(name);
    case 'local':
      return names.local(name);
    case 'module':
      return names.moduleCall(name);
    case 'path':
      return pathValue(name, names.path);
    case 'terraform':
      if (name === 'workspace') return textValue(names.run.workspace);
      return unknownValue(reason('unknown.terraform.computer', { what: `terraform.${name}` }));
    case 'data':
      return undefined;
    default:
      if (onlyInside.has(root)) throw evaluationError('unknown.name', { name: `${root}.${name}` });
      return names.resource(`${root}.${name}`);
  }
}

function pathValue(name: string, path: string): Value {
  if (name === 'module') return textValue(path);
  if (name === 'root') return textValue('.');
  return unknownValue(reason('unknown.terraform.computer', { what: `path.${name}` }), `path.${name}`);
}

function evaluateSplat({ of, steps }: HclExpression & { readonly is: 'splat' }, scope: HclScope): Value {
  const source = evaluateHcl(of, scope);
  if (source.is === 'unknown') return applySteps(symbolStep(source, '[*]'), steps, scope);
  const { items, rest } = splatItems(source);
  return { ...arrayValue(items.map((item) => applySteps(item, steps, scope))), rest };
}

function applySteps(item: Value, steps: readonly SplatStep[], scope: HclScope): Value {
  return steps.reduce<Value>(
    (value, step) =>
      step.is === 'member'
        ? memberOf(value, step.name)
        : itemOfCollection(value, evaluateHcl(step.index, scope)),
    item,
  );
}

function evaluateObject({ items, place }: HclExpression & { readonly is: 'object' }, scope: HclScope): Value {
  const members = new Map<string, Value>();
  for (const item of items) {
    const key = evaluateHcl(item.key, scope);
    const value = evaluateHcl(item.value, scope);
    if (key.is === 'unknown') return unknownValue(key.because, null, place);
    const text = toText(key);
    if (text.is === 'text') members.set(text.value, value);
  }
  return objectValue(members, place);
}

/** Evaluates a conditional. Both branches have the same type, even if only one can be evaluated. */
function evaluateChoice(
  { condition, then, otherwise, place }: HclExpression & { readonly is: 'choice' },
  scope: HclScope,
): Value {
  const decided = evaluateHcl(condition, scope);
  if (decided.is === 'unknown') return unknownValue(decided.because, null, place);
  const isTrue = toFlag(decided);
  if (isTrue.is === 'unknown') return isTrue;
  const [chosen, left] = isTrue.value ? [then, otherwise] : [otherwise, then];
  const value = evaluateHcl(chosen, scope);
  const other = valueUnlessError(left, scope);
  return other === undefined ? value : sameType(value, other);
}

/** Evaluates an expression whose value only determines a type, or returns undefined if it fails. */
function valueUnlessError(expression: HclExpression, scope: HclScope): Value | undefined {
  // An expression with a known type isn't evaluated, because the other result of a conditional often doesn't exist.
  if (expression.is === 'literal' && expression.value === null) return undefined;
  try {
    return evaluateHcl(expression, scope);
  } catch (error) {
    if (error instanceof EvaluationError && error.because !== tooComplex) return undefined;
    throw error;
  }
}

function sameType(value: Value, other: Value): Value {
  const isDecided = [value, other].some((one) => one.is === 'unknown' || one.is === 'null' || isView(one));
  if (isDecided) return value;
  const type = unified([typeOfValue(value), typeOfValue(other)]);
  return type === undefined ? value : converted(value, type);
}

/** Returns whether a value is a resource, whose type the provider defines. */
function isView(value: Value): value is ObjectValue {
  return value.is === 'object' && value.rest !== null;
}

function* templateTexts(parts: readonly TemplatePart[], scope: HclScope): Iterable<string | Value> {
  for (const part of parts) {
    if (part.is === 'text') yield part.value;
    else if (part.is === 'insert') yield insertedText(evaluateHcl(part.value, scope));
    else yield* directiveTexts(part, scope);
  }
}

function insertedText(value: Value): Value {
  if (value.is === 'null') throw evaluationError('terraform.nullInText');
  const text = toText(value);
  if (text.is !== 'unknown' || text.symbol === null) return text;
  // A reference or a call in a longer text is enclosed in marks: `kv-‹random_string.x.result›`.
  const isWhole = !text.symbol.includes('‹') || /^[\w:]+\(.*\)$/s.test(text.symbol);
  return isWhole ? { ...text, symbol: bounded(`‹${text.symbol}›`) } : text;
}

function* directiveTexts(
  part: TemplatePart & { readonly is: 'template-if' | 'template-for' },
  scope: HclScope,
): Iterable<string | Value> {
  if (part.is === 'template-if') {
    const condition = toFlag(evaluateHcl(part.condition, scope));
    if (condition.is === 'unknown') yield withoutSymbol(condition);
    else yield* templateTexts(condition.value ? part.then : part.otherwise, scope);
    return;
  }
  const items = eachItem(evaluateHcl(part.over, scope));
  if ('is' in items) yield withoutSymbol(items);
  else for (const item of items) yield* templateTexts(part.body, loopScope(scope, part.variables, item));
}

function withoutSymbol({ because }: UnknownValue): UnknownValue {
  return unknownValue(because);
}
