import { failure } from '../failure-texts';
import { isObject, objectAt, textAt, textsAt, valueAt, type Json, type JsonObject } from '../json';
import type { ServiceError } from '../responses';
import { builtInDefinitions } from './built-in-policies';
import type { PolicyObject } from './policy-object';
import { effectOf, type PolicyParameters, type PolicyTarget } from './policy-rules';
import { isBelow } from './roles';

export interface Policies {
  readonly definitions: Map<string, PolicyObject>;
  readonly assignments: Map<string, PolicyObject>;
}

export interface PolicyAnswer {
  readonly assignment: PolicyObject;
  readonly definition: PolicyObject;
  readonly effect: string;
}

export function findDefinition({ definitions }: Policies, id: string): PolicyObject | undefined {
  return definitions.get(id.toLowerCase()) ?? builtInDefinitions.get(id.toLowerCase());
}

/** Where an assignment holds: its id without its own part. */
export function scopeOfAssignment(id: string): string {
  return id.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i, '');
}

/** What each assignment that is in force at a resource says of it; one whose condition does not hold says nothing. */
export function answersFor(policies: Policies, id: string, target: PolicyTarget): PolicyAnswer[] {
  return [...policies.assignments.values()].flatMap((assignment) => {
    if (!isInForce(assignment, id)) return [];
    const definition = findDefinition(policies, textAt(assignment.properties, 'policyDefinitionId') ?? '');
    if (!definition) return [];
    const parameters = parametersOf(assignment, definition);
    const effect = effectOf(valueAt(definition.properties, 'policyRule'), target, parameters);
    return effect === undefined ? [] : [{ assignment, definition, effect }];
  });
}

function isInForce({ id, properties }: PolicyObject, resource: string): boolean {
  if (textAt(properties, 'enforcementMode')?.toLowerCase() === 'donotenforce') return false;
  const isExcluded = textsAt(properties, 'notScopes').some((scope) => isBelow(scope, resource));
  return !isExcluded && isBelow(scopeOfAssignment(id), resource);
}

function parametersOf(assignment: PolicyObject, definition: PolicyObject): PolicyParameters {
  const values: Record<string, Json> = {};
  for (const [name, declared] of Object.entries(objectAt(definition.properties, 'parameters') ?? {})) {
    const assigned = valueAt(assignment.properties, 'parameters', name, 'value');
    const value = assigned ?? valueAt(declared, 'defaultValue');
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** The refusal of a resource by the policies that deny it; ARM names each of them. */
export function disallowedBy(policies: Policies, id: string, target: PolicyTarget): ServiceError | undefined {
  const denying = answersFor(policies, id, target).filter((answer) => answer.effect.toLowerCase() === 'deny');
  if (denying.length === 0) return undefined;
  const name = textAt(target, 'name') ?? '';
  const identifiers = denying.map(({ assignment, definition }) => ({
    policyAssignment: { name: titleOf(assignment), id: assignment.id },
    policyDefinition: { name: titleOf(definition), id: definition.id },
  }));
  const error = failure('disallowedByPolicy', { name, identifiers: JSON.stringify(identifiers) });
  return { ...error, target: name, additionalInfo: denying.map(violation) };
}

function titleOf({ name, properties }: PolicyObject): string {
  return textAt(properties, 'displayName') ?? name;
}

function violation({ assignment, definition, effect }: PolicyAnswer): JsonObject {
  const parameters = valueAt(assignment.properties, 'parameters');
  return {
    type: 'PolicyViolation',
    info: {
      policyDefinitionDisplayName: titleOf(definition),
      policyDefinitionId: definition.id,
      policyDefinitionName: definition.name,
      policyDefinitionEffect: effect,
      policyAssignmentId: assignment.id,
      policyAssignmentName: assignment.name,
      policyAssignmentDisplayName: titleOf(assignment),
      policyAssignmentScope: scopeOfAssignment(assignment.id),
      policyAssignmentParameters: isObject(parameters) ? parameters : {},
      policyExemptionIds: [],
    },
  };
}
