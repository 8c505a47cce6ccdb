import type { PolicyDenial } from '../../../core/governance';
import { known, type Known } from '../../../core/known';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { reason, type Reason } from '../../../core/reason';
import type { Value } from '../../evaluate/value';
import type { DeclaredIndex } from '../declared-index';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import { idPart, idsPart, itemsPart, locationPart, partOf, textPart, type Part } from '../parts';
import { builtInPolicy } from './built-in-policies';
import { isChildOfNetwork, type PolicyTarget } from './policy-fields';
import { evaluateCondition, every, resolved, type Truth } from './policy-rule';
import { covers, scopeOfExtension } from './scope-covers';

/** A resource group, and the resources that would be created in it. */
interface Governed {
  readonly groupId: ResourceId;
  readonly targets: readonly PolicyTarget[];
}

/**
 * Returns the denials by policy assignments of the files in a resource group. Null without any, because assignments in
 * Azure may deny more.
 */
export function denialsIn(governed: Governed, index: DeclaredIndex): Known<readonly PolicyDenial[]> | null {
  const assignments = index
    .of('microsoft.authorization/policyassignments')
    .filter(({ isExisting }) => !isExisting);
  const read = assignments.flatMap((assignment) =>
    governed.targets.map((target) => {
      const denies = deniedBy({ assignment, index }, governed.groupId, target);
      const denial = { type: target.type, policy: assignment.name, scope: scopeOfExtension(assignment.id) };
      return denies === true ? denial : denies;
    }),
  );
  const denials = read.filter((one) => typeof one === 'object' && 'type' in one);
  if (denials.length > 0) return known(denials);
  const because = read.find((one) => typeof one === 'object' && 'key' in one);
  return because ? { known: false, because } : null;
}

/** A policy assignment in the files that denies a resource of the files, or possibly does. */
export interface DeclaredDenial {
  readonly assignment: DeclaredResource;
  /** Reason why it isn't known, or null if it certainly denies. */
  readonly because: Reason | null;
}

/**
 * Returns the policy assignments in the files that certainly or possibly deny the creation of a resource of the files.
 */
export function denialsOf(resource: DeclaredResource, index: DeclaredIndex): readonly DeclaredDenial[] {
  const { id, type, body } = resource;
  const target: PolicyTarget = { type, location: locationPart(partOf(body, 'location')), body };
  return index
    .of('microsoft.authorization/policyassignments')
    .flatMap((assignment): readonly DeclaredDenial[] => {
      if (assignment.isExisting) return [];
      const denies = deniedBy({ assignment, index }, id, target);
      if (typeof denies === 'boolean') return denies ? [{ assignment, because: null }] : [];
      return [{ assignment, because: denies }];
    });
}

interface Assigned {
  readonly assignment: DeclaredResource;
  readonly index: DeclaredIndex;
}

/** Returns whether an assignment denies a resource. The answer is only certain if the whole assignment is known. */
function deniedBy(assigned: Assigned, groupId: ResourceId, target: PolicyTarget): Truth {
  const { assignment, index } = assigned;
  const applies = appliesTo(assigned, groupId);
  if (applies === false) return false;
  const definition = { id: propertyOf(assignment, 'policyDefinitionId'), given: givenBy(assignment) };
  const denies = ofDefinition(definition, { policy: assignment.name, target, index });
  return denies === true ? applies : denies;
}

/**
 * Returns whether the assignment applies to a resource group: in scope, enforced, and neither excluded nor exempted.
 */
function appliesTo({ assignment, index }: Assigned, groupId: ResourceId): Truth {
  const { name, isDeployed } = assignment;
  const isIn = covers(scopeOfExtension(assignment.id), groupId, name);
  const isEnforced = enforced(assignment);
  const excluded = anyCovers(idsPart(propertyOf(assignment, 'notScopes')), groupId, name);
  if (isIn === false || isEnforced === false || excluded === true) return false;
  const unknowns = [
    isIn,
    isEnforced,
    excluded,
    isDeployed.known || isDeployed.because,
    exempted(assignment, index, groupId),
    selected(assignment),
  ];
  return unknowns.find((one) => typeof one !== 'boolean') ?? true;
}

/**
 * Returns whether the assignment is enforced. `Default` enforces, and `DoNotEnforce` doesn't. Azure has other modes
 * that depend on the resource.
 */
function enforced(assignment: DeclaredResource): Truth {
  const mode = textPart(propertyOf(assignment, 'enforcementMode'), known('Default'));
  if (!mode.known) return mode.because;
  const word = mode.value.toLowerCase();
  if (word === 'donotenforce') return false;
  return word === 'default' || selects(assignment.name);
}

function selected(assignment: DeclaredResource): true | Reason {
  const isSome = ['resourceSelectors', 'overrides'].some((one) => hasItems(propertyOf(assignment, one)));
  return !isSome || selects(assignment.name);
}

const selects = (policy: string): Reason => reason('file.policy.selects', { policy });

function hasItems(part: Part): boolean {
  const items = itemsPart(part);
  return !items.known || items.value.length > 0;
}

function anyCovers(scopes: Known<readonly ResourceId[]>, groupId: ResourceId, name: string): Truth {
  if (!scopes.known) return scopes.because;
  const all = scopes.value.map((one) => covers(one, groupId, name));
  return all.includes(true) ? true : (all.find((one) => one !== false) ?? false);
}

/**
 * Returns the reason if there is an exemption. An exemption can be limited to some policies and to a time, so its
 * effect isn't known.
 */
function exempted(assignment: DeclaredResource, index: DeclaredIndex, groupId: ResourceId): true | Reason {
  const isExempt = index.of('microsoft.authorization/policyexemptions').some((one) => {
    const of = idPart(propertyOf(one, 'policyAssignmentId'));
    const isOfIt = !of.known || of.value === null || sameId(of.value, assignment.id);
    return isOfIt && covers(scopeOfExtension(one.id), groupId, one.name) !== false;
  });
  return isExempt ? reason('file.policy.exempted', { policy: assignment.name }) : true;
}

type Given = (name: string) => Value | undefined;

interface Definition {
  readonly id: Part;
  readonly given: Given;
}

interface DefinitionReading {
  readonly policy: string;
  readonly target: PolicyTarget;
  readonly index: DeclaredIndex;
}

/** Returns a lookup of the values in `parameters: { name: { value: … } }`. */
function givenBy(assignment: DeclaredResource): Given {
  return (name) => partOf(propertyOf(assignment, 'parameters'), name, 'value');
}

/** Evaluates the definition, or any definition of an initiative. */
function ofDefinition({ id, given }: Definition, reading: DefinitionReading): Truth {
  const { policy, index } = reading;
  const identity = idPart(id);
  if (!identity.known) return identity.because;
  const definitionId = identity.value ?? '';
  const set = index
    .of('microsoft.authorization/policysetdefinitions')
    .find((one) => sameId(one.id, definitionId));
  if (set && !set.isExisting) return ofSet(set, given, reading);
  const found = index
    .of('microsoft.authorization/policydefinitions')
    .find((one) => sameId(one.id, definitionId));
  const properties =
    found && !found.isExisting ? partOf(found.body, 'properties') : builtInPolicy(definitionId);
  if (!properties) return reason('file.policy.definition', { policy, id: definitionId });
  return ofRule(properties, given, reading);
}

function ofSet(set: DeclaredResource, given: Given, reading: DefinitionReading): Truth {
  const { policy } = reading;
  const items = itemsPart(propertyOf(set, 'policyDefinitions'));
  if (!items.known) return items.because;
  const own = withDefaults(partOf(set.body, 'properties'), given);
  const all = items.value.map((one) => {
    const id = partOf(one, 'policyDefinitionId');
    const isSet = idPart(id);
    // An initiative only contains definitions.
    if (isSet.known && /\/policySetDefinitions\//i.test(isSet.value ?? '')) return false;
    const passed: Given = (name) => {
      const written = partOf(one, 'parameters', name, 'value');
      const value = written && resolved(written, { policy, parameter: own });
      return value && 'key' in value ? { is: 'unknown', because: value, symbol: null, from: null } : value;
    };
    return ofDefinition({ id, given: passed }, reading);
  });
  return all.includes(true) ? true : (all.find((one) => one !== false) ?? false);
}

function withDefaults(properties: Part, given: Given): Given {
  return (name) => given(name) ?? partOf(properties, 'parameters', name, 'defaultValue');
}

function ofRule(properties: Value, given: Given, { policy, target }: DefinitionReading): Truth {
  const parameter = withDefaults(properties, given);
  const rule = partOf(properties, 'policyRule');
  const effect = partOf(rule, 'then', 'effect');
  const condition = partOf(rule, 'if');
  if (!effect || !condition) return reason('file.policy.condition', { policy, part: 'policyRule' });
  const shown = resolved(effect, { policy, parameter });
  const denies: Truth = 'key' in shown ? shown : shown.is === 'text' && shown.value.toLowerCase() === 'deny';
  if (denies === false) return false;
  const isMatch = every(
    [modeFits(properties, policy, target), evaluateCondition(condition, { target, policy, parameter })],
    true,
  );
  return isMatch === true ? denies : isMatch;
}

/**
 * Returns whether a definition's mode includes a type. `All` includes every type, and `Indexed` includes types with
 * tags and a location. Other modes don't include Azure's own resources.
 */
function modeFits(properties: Value, policy: string, { type, body }: PolicyTarget): Truth {
  const mode = textPart(partOf(properties, 'mode'), known('Indexed'));
  if (!mode.known) return mode.because;
  const word = mode.value.toLowerCase();
  if (word !== 'indexed') return word === 'all';
  if (!body || type.split('/').length === 2) return true;
  return isChildOfNetwork(type)
    ? false
    : reason('file.policy.condition', { policy, part: `mode: ${mode.value}` });
}
