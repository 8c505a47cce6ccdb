import { reason, type Reason } from '../../core/reason';
import type { Expression, Member, Spread } from '../template/expression';
import { itemOf, evaluateProperty } from './access';
import { callFunction } from './call-function';
import { EvaluationError, tooComplex } from './errors';
import { localNamed, type FunctionCallInput, type EvaluatedName, type EvaluationScope } from './evaluator';
import { evaluateFor } from './loops';
import { arrayValue, exactly, extentOf, flagValue, nullValue, textValue, unknownValue } from './make-value';
import { binary, unary } from './operators';
import { concatenateTexts } from './symbols';
import { asText } from './texts';
import type { Value, ObjectValue } from './value';

/** Evaluates an expression to a value. Never throws: a value that can't be determined is unknown, with a reason. */
export function evaluateExpression(expression: Expression, scope: EvaluationScope): Value {
  return settled(meaningOf(expression, scope));
}

/** Evaluates an expression to a value, or to a resource or module with members. Never throws. */
export function meaningOf(expression: Expression, scope: EvaluationScope): EvaluatedName {
  const { run } = scope.context;
  if (run.isSpent) return tooMuch(expression, scope);
  try {
    run.spend(1);
    const meaning = run.deeper(() => meaningIn(expression, scope));
    if (meaning.is === 'handle') return meaning;
    const { size, depth } = extentOf(meaning);
    return size > run.limits.size || depth > run.limits.valueDepth ? tooMuch(expression, scope) : meaning;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    if (error.isFault) run.fault(error.because, expression.place);
    else if (error.because === tooComplex) run.tooMuch(expression.place);
    return unknownValue(error.because);
  }
}

function tooMuch({ place }: Expression, { context: { run } }: EvaluationScope): Value {
  run.tooMuch(place);
  return unknownValue(tooComplex);
}

function settled(meaning: EvaluatedName): Value {
  return meaning.is === 'handle' ? meaning.value() : meaning;
}

const evaluator = { evaluate: evaluateExpression, meaningOf };

function meaningIn(expression: Expression, scope: EvaluationScope): EvaluatedName {
  switch (expression.is) {
    case 'name':
      return named(expression.name, scope);
    case 'call':
      return callFunction(callOf(expression, scope), expression.of);
    case 'property':
      return evaluateProperty(meaningOf(expression.of, scope), expression);
    case 'item':
      return itemOf(meaningOf(expression.of, scope), evaluateExpression(expression.index, scope), expression);
    case 'nested':
      return nestedIn(meaningOf(expression.of, scope), expression.name);
    case 'choice':
      return chosen(expression, scope);
    case 'not-null':
      return meaningOf(expression.of, scope);
    default:
      return valueIn(expression, scope);
  }
}

type SimpleExpression = Exclude<
  Expression,
  { is: 'name' | 'call' | 'property' | 'item' | 'nested' | 'choice' | 'not-null' }
>;

function valueIn(expression: SimpleExpression, scope: EvaluationScope): Value {
  switch (expression.is) {
    case 'literal':
      return literal(expression);
    case 'interpolation':
      return interpolated(expression.parts, scope);
    case 'object':
      return evaluateObject(expression, scope, evaluator);
    case 'array':
      return arrayValue(
        expression.items.flatMap((item) =>
          item.is === 'spread' ? evaluateSpread(item, scope, evaluator) : [evaluateExpression(item, scope)],
        ),
        expression.place,
      );
    case 'for':
      return evaluateFor(expression, scope, evaluator);
    case 'unary':
      return unary(expression.operator, evaluateExpression(expression.operand, scope));
    case 'binary':
      return binary(expression, scope, evaluator);
    case 'lambda':
    case 'broken':
      return unknownValue(reason('unknown.broken'));
  }
}

function callOf(expression: Expression & { readonly is: 'call' }, scope: EvaluationScope): FunctionCallInput {
  const { name, place } = expression;
  return { name: name.toLowerCase(), arguments: expression.arguments, scope, place, ...evaluator };
}

function literal({ value, place }: Expression & { readonly is: 'literal' }): Value {
  if (typeof value === 'string') return textValue(value, place);
  if (typeof value === 'number') return exactly(value, place);
  if (typeof value === 'boolean') return flagValue(value, place);
  return nullValue(place);
}

function interpolated(parts: readonly (string | Expression)[], scope: EvaluationScope): Value {
  return concatenateTexts(
    parts.map((part) => (typeof part === 'string' ? part : asText(evaluateExpression(part, scope)))),
  );
}

function named(name: string, { context, locals }: EvaluationScope): EvaluatedName {
  return localNamed(locals, name) ?? context.lookup(name) ?? unknownValue(reason('unknown.name', { name }));
}

function nestedIn(of: EvaluatedName, name: string): EvaluatedName {
  const found = of.is === 'handle' ? of.nested?.(name) : undefined;
  return found ?? unknownValue(reason('unknown.name', { name }));
}

function chosen(expression: Expression & { readonly is: 'choice' }, scope: EvaluationScope): EvaluatedName {
  const condition = evaluateExpression(expression.condition, scope);
  if (condition.is === 'flag') {
    return meaningOf(condition.value ? expression.then : expression.otherwise, scope);
  }
  return unknownValue(
    condition.is === 'unknown' ? condition.because : reason('documents.evaluation.condition'),
  );
}

type Evaluate = Pick<FunctionCallInput, 'evaluate'>;

/** Evaluates `{…}` with its spreads. A later member replaces an earlier one with the same name. */
function evaluateObject(
  { members, place }: Expression & { readonly is: 'object' },
  scope: EvaluationScope,
  { evaluate }: Evaluate,
): ObjectValue {
  const built = new Map<string, Value>();
  const object = { members: built, scope };
  let rest: Reason | null = null;
  for (const member of members) {
    const unread =
      member.is === 'spread'
        ? addSpread(object, member, { evaluate })
        : addMember(object, member, { evaluate });
    rest ??= unread;
  }
  return { is: 'object', members: built, rest, from: place };
}

/** An object while its members are evaluated. */
interface UnfinishedObject {
  readonly members: Map<string, Value>;
  readonly scope: EvaluationScope;
}

/** Adds a member. Returns why its name isn't known. */
function addMember(
  { members, scope }: UnfinishedObject,
  { key, value }: Member,
  { evaluate }: Evaluate,
): Reason | null {
  const name = key.is === 'literal' && typeof key.value === 'string' ? key.value : evaluate(key, scope);
  if (typeof name === 'string') members.set(name, evaluate(value, scope));
  else if (name.is === 'text') members.set(name.value, evaluate(value, scope));
  else return name.is === 'unknown' ? name.because : reason('documents.evaluation.key');
  return null;
}

/** Adds the members of another object. Returns why there may be more. */
function addSpread(
  { members, scope }: UnfinishedObject,
  { of }: Spread,
  { evaluate }: Evaluate,
): Reason | null {
  const value = evaluate(of, scope);
  if (value.is !== 'object') return value.is === 'unknown' ? value.because : null;
  for (const [key, each] of value.members) members.set(key, each);
  return value.rest;
}

/** Returns the items of `...of` in an array. */
function evaluateSpread({ of }: Spread, scope: EvaluationScope, { evaluate }: Evaluate): readonly Value[] {
  const value = evaluate(of, scope);
  return value.is === 'array' ? value.items : [value];
}
