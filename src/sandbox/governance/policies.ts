import { failure } from '../failure-texts';
import {
  isBodyObject,
  bodyObject,
  bodyText,
  bodyTexts,
  bodyPart,
  type BodyJson,
  type BodyObject,
} from '../body-json';
import type { ArmError } from '../responses';
import { builtInDefinitions } from './built-in-policies';
import type { PolicyObject } from './policy-object';
import { policyEffect, type PolicyParameters, type PolicyBody } from './policy-rules';
import { isInScope } from './roles';

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

/** Returns the scope of an assignment: its ID without its own segments. */
export function scopeOfAssignment(id: string): string {
  return id.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i, '');
}

/** Returns the effect of each assignment that applies to a resource, without those whose condition is false. */
export function policyAnswersFor(policies: Policies, id: string, target: PolicyBody): PolicyAnswer[] {
  return [...policies.assignments.values()].flatMap((assignment) => {
    if (!isInForce(assignment, id)) return [];
    const definition = findDefinition(policies, bodyText(assignment.properties, 'policyDefinitionId') ?? '');
    if (!definition) return [];
    const parameters = parametersOf(assignment, definition);
    const effect = policyEffect(bodyPart(definition.properties, 'policyRule'), target, parameters);
    return effect === undefined ? [] : [{ assignment, definition, effect }];
  });
}

function isInForce({ id, properties }: PolicyObject, resource: string): boolean {
  if (bodyText(properties, 'enforcementMode')?.toLowerCase() === 'donotenforce') return false;
  const isExcluded = bodyTexts(properties, 'notScopes').some((scope) => isInScope(scope, resource));
  return !isExcluded && isInScope(scopeOfAssignment(id), resource);
}

function parametersOf(assignment: PolicyObject, definition: PolicyObject): PolicyParameters {
  const values: Record<string, BodyJson> = {};
  for (const [name, declared] of Object.entries(bodyObject(definition.properties, 'parameters') ?? {})) {
    const assigned = bodyPart(assignment.properties, 'parameters', name, 'value');
    const value = assigned ?? bodyPart(declared, 'defaultValue');
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Returns the error of a resource that policies deny. ARM names each of them. */
export function disallowedBy(policies: Policies, id: string, target: PolicyBody): ArmError | undefined {
  const denying = policyAnswersFor(policies, id, target).filter(
    (answer) => answer.effect.toLowerCase() === 'deny',
  );
  if (denying.length === 0) return undefined;
  const name = bodyText(target, 'name') ?? '';
  const identifiers = denying.map(({ assignment, definition }) => ({
    policyAssignment: { name: titleOf(assignment), id: assignment.id },
    policyDefinition: { name: titleOf(definition), id: definition.id },
  }));
  const error = failure('disallowedByPolicy', { name, identifiers: JSON.stringify(identifiers) });
  return { ...error, target: name, additionalInfo: denying.map(violation) };
}

function titleOf({ name, properties }: PolicyObject): string {
  return bodyText(properties, 'displayName') ?? name;
}

function violation({ assignment, definition, effect }: PolicyAnswer): BodyObject {
  const parameters = bodyPart(assignment.properties, 'parameters');
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
      policyAssignmentParameters: isBodyObject(parameters) ? parameters : {},
      policyExemptionIds: [],
    },
  };
}
