import { failure } from '../failure-texts';
import { builtInDefinitions } from '../governance/built-in-policies';
import {
  policyAnswersFor,
  findDefinition,
  scopeOfAssignment,
  type PolicyAnswer,
} from '../governance/policies';
import type { PolicyObject } from '../governance/policy-object';
import { isInScope } from '../governance/roles';
import { isBodyObject, bodyObject, bodyText, type BodyJson, type BodyObject } from '../body-json';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { withResourceGroup, inScope, inSubscription } from './guards';

const assignmentType = 'Microsoft.Authorization/policyAssignments';
const definitionType = 'Microsoft.Authorization/policyDefinitions';
const assignments = `/*scope/providers/${assignmentType}`;
const definitions = `/subscriptions/:subscription/providers/${definitionType}`;
const restrictions = 'providers/Microsoft.PolicyInsights/checkPolicyRestrictions';

/** Routes for policy definitions, their assignments, and the check of which policies would deny a resource. */
export const policyRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${assignments}`, inScope(listAssignments)),
  defineRoute(`GET ${assignments}/:name`, inScope(getAssignment)),
  defineRoute(`PUT ${assignments}/:name`, inScope(putAssignment)),
  defineRoute(`DELETE ${assignments}/:name`, inScope(deleteAssignment)),
  defineRoute(`GET ${definitions}`, inSubscription(listDefinitions)),
  defineRoute(`GET ${definitions}/:name`, inSubscription(getDefinition)),
  defineRoute(`PUT ${definitions}/:name`, inSubscription(putDefinition)),
  defineRoute(`GET /providers/${definitionType}`, listBuiltIns),
  defineRoute(`GET /providers/${definitionType}/:name`, getDefinition),
  defineRoute(`POST /subscriptions/:subscription/${restrictions}`, inSubscription(checkRestrictions)),
  defineRoute(
    `POST /subscriptions/:subscription/resourceGroups/:group/${restrictions}`,
    withResourceGroup(checkRestrictions),
  ),
];

function assignmentId({ param }: RouteCall, scope: string): string {
  return `${scope}/providers/${assignmentType}/${param('name')}`;
}

/** Lists assignments at, above, and below the scope; with `$filter=atScope()` not below. */
function listAssignments({ world, request }: RouteCall, scope: string): Reply {
  const refused = world.access.check('read', scope, assignmentType);
  if (refused) return refused;
  const onlyAbove = /^atScope\(\)$/i.test(request.url.searchParams.get('$filter') ?? '');
  const found = [...world.governance.policies.assignments.values()].filter(({ id }) => {
    const own = scopeOfAssignment(id);
    return isInScope(own, scope) || (!onlyAbove && isInScope(scope, own));
  });
  return listPageReply(
    found.map((one) => shown(one, assignmentType)),
    { url: request.url, size: world.settings.pageSize },
  );
}

function getAssignment(call: RouteCall, scope: string): Reply {
  const id = assignmentId(call, scope);
  const refused = call.world.access.check('read', id, assignmentType);
  if (refused) return refused;
  const found = call.world.governance.policies.assignments.get(id.toLowerCase());
  return found ? ok(shown(found, assignmentType)) : refusal(404, failure('policyAssignmentNotFound', { id }));
}

function putAssignment(call: RouteCall, scope: string): Reply {
  const { world, request, param } = call;
  const id = assignmentId(call, scope);
  const refused = world.access.check('write', id, assignmentType);
  if (refused) return refused;
  const properties = bodyObject(request.body, 'properties') ?? {};
  const requestedDefinition = bodyText(properties, 'policyDefinitionId') ?? '';
  if (!findDefinition(world.governance.policies, requestedDefinition)) {
    return refusal(404, failure('policyDefinitionNotFound', { id: requestedDefinition }));
  }
  const stored: PolicyObject = {
    id,
    name: param('name'),
    properties: { notScopes: [], enforcementMode: 'Default', ...properties, scope, metadata: metadata(call) },
  };
  world.governance.policies.assignments.set(id.toLowerCase(), stored);
  return { status: 201, body: shown(stored, assignmentType) };
}

/** Returns the metadata that was sent, with its author and time. */
function metadata({ world, request }: RouteCall): BodyObject {
  return {
    ...bodyObject(request.body, 'properties', 'metadata'),
    createdBy: world.settings.user.objectId,
    createdOn: new Date(world.clock.now()).toISOString(),
    updatedBy: null,
    updatedOn: null,
  };
}

function deleteAssignment(call: RouteCall, scope: string): Reply {
  const id = assignmentId(call, scope);
  const refused = call.world.access.check('delete', id, assignmentType);
  if (refused) return refused;
  const { assignments: all } = call.world.governance.policies;
  const deletedAssignment = all.get(id.toLowerCase());
  all.delete(id.toLowerCase());
  return deletedAssignment ? ok(shown(deletedAssignment, assignmentType)) : { status: 204 };
}

function definitionId({ param }: RouteCall): string {
  const subscription = param('subscription');
  return `${subscription ? `/subscriptions/${subscription}` : ''}/providers/${definitionType}/${param('name')}`;
}

function listDefinitions(call: RouteCall): Reply {
  const own = call.world.governance.policies.definitions.values();
  return pageOfDefinitions(call, [...own, ...builtInDefinitions.values()]);
}

function listBuiltIns(call: RouteCall): Reply {
  return pageOfDefinitions(call, [...builtInDefinitions.values()]);
}

function pageOfDefinitions({ world, request }: RouteCall, definitions: readonly PolicyObject[]): Reply {
  return listPageReply(
    definitions.map((one) => shown(one, definitionType)),
    { url: request.url, size: world.settings.pageSize },
  );
}

function getDefinition(call: RouteCall): Reply {
  const id = definitionId(call);
  const found = findDefinition(call.world.governance.policies, id);
  return found ? ok(shown(found, definitionType)) : refusal(404, failure('policyDefinitionNotFound', { id }));
}

function putDefinition(call: RouteCall): Reply {
  const { world, request, param } = call;
  const id = definitionId(call);
  const refused = world.access.check('write', id, definitionType);
  if (refused) return refused;
  const properties = bodyObject(request.body, 'properties') ?? {};
  if (!bodyObject(properties, 'policyRule', 'if') || !bodyText(properties, 'policyRule', 'then', 'effect')) {
    return refusal(400, failure('policyRuleInvalid', { name: param('name') }));
  }
  const stored = {
    id,
    name: param('name'),
    properties: { policyType: 'Custom', mode: 'All', ...properties },
  };
  world.governance.policies.definitions.set(id.toLowerCase(), stored);
  return { status: 201, body: shown(stored, definitionType) };
}

function shown({ id, name, properties }: PolicyObject, type: string): BodyObject {
  return { id, name, type, properties };
}

/** Returns each policy that would deny the resource in the request, as Azure Policy evaluates it in advance. */
function checkRestrictions({ world, request, param }: RouteCall): Reply {
  const group = param('group');
  const scope = `/subscriptions/${param('subscription')}${group ? `/resourceGroups/${group}` : ''}`;
  const refused = world.access.check('read', scope, 'Microsoft.PolicyInsights/checkPolicyRestrictions');
  if (refused) return refused;
  const content = bodyObject(request.body, 'resourceDetails', 'resourceContent');
  const type = bodyText(content, 'type');
  if (!isBodyObject(content) || type === undefined) {
    return refusal(400, failure('invalidRequestContent', { reason: 'resourceContent has no type' }));
  }
  const name = bodyText(content, 'name') ?? 'resource';
  const answers = policyAnswersFor(world.governance.policies, `${scope}/providers/${type}/${name}`, content);
  const policyEvaluations = answers.filter(isRestriction).map(evaluation);
  return ok({ fieldRestrictions: [], contentEvaluationResult: { policyEvaluations } });
}

function isRestriction({ effect }: PolicyAnswer): boolean {
  return effect.toLowerCase() === 'deny';
}

function evaluation({ assignment, definition, effect }: PolicyAnswer): BodyJson {
  return {
    policyInfo: { policyDefinitionId: definition.id, policyAssignmentId: assignment.id },
    evaluationResult: 'NonCompliant',
    evaluationDetails: { evaluatedExpressions: [] },
    effectDetails: { policyEffect: effect },
  };
}
