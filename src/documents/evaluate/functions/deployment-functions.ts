import { reason } from '../../../core/reason';
import type { FunctionCallInput } from '../evaluator';
import { objectValue, textValue, unknownValue } from '../make-value';
import { idOfTarget, type Target } from '../scopes/target';
import { concatenateTexts } from '../symbols';
import type { ObjectValue, Value } from '../value';
import { environmentOf } from './azure-environments';
import { strict, tolerant, type FunctionTable } from './function-table';

const live = reason('unknown.live');

/** Creates an object that has more members in Azure than are known here. */
function partly(members: Readonly<Record<string, Value>>): ObjectValue {
  return { ...objectValue(members), rest: live };
}

/**
 * Evaluates `resourceGroup()`, or for another resource group, `resourceGroup('name')` or `resourceGroup('subscription',
 * 'name')`.
 */
function resourceGroup(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const own = scope.context.target;
  const name = given.at(-1);
  const subscriptionId = given.length > 1 ? given[0] : undefined;
  const target: Target = {
    ...own,
    kind: 'resourceGroup',
    ...(name === undefined ? {} : { resourceGroup: name, location: unknownValue(live) }),
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
  };
  return partly({
    id: idOfTarget(target),
    name: target.resourceGroup,
    type: textValue('Microsoft.Resources/resourceGroups'),
    location: target.location,
  });
}

function subscription(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const own = scope.context.target;
  const target: Target = { ...own, kind: 'subscription', subscriptionId: given[0] ?? own.subscriptionId };
  return partly({
    id: idOfTarget(target),
    subscriptionId: target.subscriptionId,
    tenantId: target.tenantId,
  });
}

function managementGroup(given: readonly Value[], { scope }: FunctionCallInput): Value {
  const own = scope.context.target;
  const target: Target = {
    ...own,
    kind: 'managementGroup',
    managementGroup: given[0] ?? own.managementGroup,
  };
  return partly({
    id: idOfTarget(target),
    name: target.managementGroup,
    type: textValue('Microsoft.Management/managementGroups'),
  });
}

function tenant(_: readonly Value[], { scope }: FunctionCallInput): Value {
  const { tenantId } = scope.context.target;
  return partly({ id: concatenateTexts(['/tenants/', tenantId]), tenantId });
}

function deployment(_: readonly Value[], { scope }: FunctionCallInput): Value {
  const { target } = scope.context;
  const location = target.kind === 'resourceGroup' ? {} : { location: target.location };
  return partly({ name: target.deploymentName, ...location });
}

/** Functions that return where, by which identity, and to which cloud a template is deployed. */
export const deploymentFunctions: FunctionTable = {
  resourcegroup: tolerant([0, 2], resourceGroup),
  subscription: tolerant([0, 1], subscription),
  managementgroup: tolerant([0, 1], managementGroup),
  tenant: strict([0], tenant),
  deployment: strict([0], deployment),
  environment: strict([0], (_, { scope }) => environmentOf(scope.context.target.cloud)),
};
