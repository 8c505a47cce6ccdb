import { reason, type Reason } from '../../../core/reason';
import { EvaluationError, evaluationError } from '../errors';
import type { FunctionCallInput, Handle } from '../evaluator';
import { arrayValue, objectValue, textValue, unknownValue } from '../make-value';
import { idBelow } from '../scopes/resource-id';
import { idOfTarget, type Target } from '../scopes/target';
import { callSymbol } from '../symbols';
import type { UnknownValue, Value } from '../value';
import { textArgument } from './arguments';
import { strict, tolerant, type FunctionTable } from './function-table';

/** The arguments before the type, the type, and the names after it. */
interface IdParts {
  readonly before: readonly Value[];
  readonly type: string;
  readonly names: readonly Value[];
}

/** Splits the arguments at the type, which is the first argument with a `/`. */
function idParts(given: readonly Value[]): IdParts {
  const at = given.findIndex((one) => one.is === 'text' && one.value.includes('/'));
  const whyUnknown = given.find((one): one is UnknownValue => one.is === 'unknown');
  if (at < 0) {
    throw whyUnknown === undefined
      ? evaluationError('documents.evaluation.resourceId')
      : new EvaluationError(whyUnknown.because);
  }
  // Azure accepts a trailing slash in the type.
  const type = textArgument(given, at).replace(/\/$/, '');
  const names = given.slice(at + 1);
  if (names.length !== type.split('/').length - 1) throw evaluationError('documents.evaluation.resourceId');
  return { before: given.slice(0, at), type, names };
}

/**
 * Returns the target. The last argument before the type is the resource group, and the one before that is the
 * subscription.
 */
function targetAt(before: readonly Value[], own: Target): Target {
  const resourceGroup = before.at(-1) ?? own.resourceGroup;
  return {
    ...own,
    kind: 'resourceGroup',
    resourceGroup,
    subscriptionId: before.at(-2) ?? own.subscriptionId,
  };
}

function resourceId(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const { before, type, names } = idParts(given);
  const { target } = scope.context;
  if (target.kind === 'subscription' && before.length < 2) {
    const subscriptionId = before[0] ?? target.subscriptionId;
    return idBelow(idOfTarget({ ...target, kind: 'subscription', subscriptionId }), type, names);
  }
  return idBelow(idOfTarget(targetAt(before, target)), type, names);
}

function subscriptionResourceId(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const { before, type, names } = idParts(given);
  const { target } = scope.context;
  const subscriptionId = before[0] ?? target.subscriptionId;
  return idBelow(idOfTarget({ ...target, kind: 'subscription', subscriptionId }), type, names);
}

function managementGroupResourceId(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const { before, type, names } = idParts(given);
  const { target } = scope.context;
  const managementGroup = before[0] ?? target.managementGroup;
  return idBelow(idOfTarget({ ...target, kind: 'managementGroup', managementGroup }), type, names);
}

function tenantResourceId(given: readonly Value[]): Value {
  const { type, names } = idParts(given);
  return idBelow(textValue(''), type, names);
}

function extensionResourceId([base, ...given]: readonly Value[]): Value {
  const { type, names } = idParts(given);
  return idBelow(base ?? textValue(''), type, names);
}

/** Creates a function whose result only Azure knows, after the resource exists. */
function live(because: Reason) {
  return tolerant([0, 1_000], (given, { name }) => unknownValue(because, callSymbol(name, given)));
}

const onlyLive = reason('unknown.live');

/** Evaluates `reference`. A template knows the resources that it declares. Only Azure knows others. */
function reference(given: readonly Value[], { name, scope }: FunctionCallInput): Value {
  const [which] = given;
  const found = which === undefined ? undefined : scope.context.resource(which);
  if (found === undefined) return unknownValue(onlyLive, callSymbol(name, given));
  const isFull = given[2]?.is === 'text' && given[2].value.toLowerCase() === 'full';
  return seen(found, isFull);
}

function seen(resource: Handle, isFull: boolean): Value {
  return isFull ? resource.value() : valueIn(resource, 'properties');
}

/** Evaluates `references`: every resource of a loop, by its symbolic name. */
function references(given: readonly Value[], call: FunctionCallInput): Value {
  const [which, ...how] = given;
  const found = which === undefined ? undefined : call.scope.context.resource(which)?.each?.();
  if (found === undefined) return unknownValue(onlyLive, callSymbol(call.name, given));
  const isFull = how.some((one) => one.is === 'text' && one.value.toLowerCase() === 'full');
  return arrayValue(found.map((one) => seen(one, isFull)));
}

/** Evaluates the information on a resource that is known before it exists, by its symbolic name. */
function resourceInfo(given: readonly Value[], call: FunctionCallInput): Value {
  const [which] = given;
  const found = which === undefined ? undefined : call.scope.context.resource(which);
  if (found?.resource?.() === undefined) return unknownValue(onlyLive, callSymbol(call.name, given));
  const members = ['id', 'name', 'type', 'apiVersion'].map((name) => [name, valueIn(found, name)] as const);
  return objectValue(Object.fromEntries(members));
}

function valueIn(resource: Handle, name: string): Value {
  const value = resource.member(name);
  return value === undefined || value.is === 'handle' ? unknownValue(onlyLive) : value;
}

/** Functions of resources. */
export const resourceFunctions: FunctionTable = {
  extensionresourceid: tolerant([3, 1_000], extensionResourceId),
  managementgroupresourceid: tolerant([2, 1_000], managementGroupResourceId),
  reference: tolerant([1, 3], reference),
  references: tolerant([1, 3], references),
  resourceinfo: tolerant([1], resourceInfo),
  resourceid: tolerant([2, 1_000], resourceId),
  subscriptionresourceid: tolerant([2, 1_000], subscriptionResourceId),
  tenantresourceid: tolerant([2, 1_000], tenantResourceId),
  deployer: strict([0], (given, { name }) => unknownValue(onlyLive, callSymbol(name, given))),
  externalinput: live(reason('unknown.external')),
  getsecret: live(reason('unknown.secret')),
  pickzones: live(onlyLive),
  providers: live(onlyLive),
  tologicalzone: live(onlyLive),
  tologicalzones: live(onlyLive),
  tophysicalzone: live(onlyLive),
  tophysicalzones: live(onlyLive),
};
