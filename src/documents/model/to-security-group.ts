import { nameOf } from '../../core/network/find';
import { known, unknown, valueOr, type Known } from '../../core/known';
import type { SecurityGroup, SecurityRule } from '../../core/network/model';
import { accesses, directions, ruleProtocols, type RuleProtocol } from '../../core/network/enums';
import { tagsInLists } from '../../core/network/tags-in-lists';
import { reason } from '../../core/reason';
import type { Value } from '../evaluate/value';
import type { DeclaredResource } from './declared-resource';
import { displayName } from './display-name';
import { childrenPart, withApart, type Child } from './children';
import {
  missingProperty,
  destinationPart,
  destinationsPart,
  locationPart,
  numberPart,
  partOf,
  type Part,
  referencesPart,
  textPart,
  textsPart,
  enumPart,
} from './parts';

/** Converts an NSG of a file, with the rules that are separate resources. */
export function toDeclaredSecurityGroup(resource: DeclaredResource, apart: readonly Child[]): SecurityGroup {
  const inside = childrenPart(partOf(resource.body, 'properties', 'securityRules'));
  const { isDeployed, isExisting } = resource;
  const rules = rulesOf(inside, apart);
  return {
    id: resource.id,
    name: displayName(resource.name),
    location: locationPart(partOf(resource.body, 'location')),
    // An NSG that possibly doesn't exist doesn't filter anything for certain. A mistake in its rules is still a
    // mistake.
    rules: isDeployed.known ? rules : isDeployed,
    ...(isExisting ? addedRules(apart) : {}),
    ...(!isDeployed.known && rules.known ? { addedRules: rules.value } : {}),
    // A file doesn't contain all users of the NSG, only its own subnets.
    usedBy: unknown(reason('terminal.notInFiles', { name: resource.name })),
  };
}

/**
 * Returns the rules that the files add to an existing NSG. A mistake in one of them doesn't depend on the NSG's other
 * rules.
 */
function addedRules(apart: readonly Child[]): Pick<SecurityGroup, 'addedRules'> {
  const added = apart.filter(({ isExisting }) => !isExisting);
  return added.length > 0 ? { addedRules: added.map(toSecurityRule) } : {};
}

function rulesOf(inside: Known<readonly Child[]>, apart: readonly Child[]): Known<readonly SecurityRule[]> {
  return inside.known ? known(withApart(inside.value, apart).map(toSecurityRule)) : inside;
}

function toSecurityRule(rule: Child, index: number): SecurityRule {
  const { value, name, isDeployed } = rule;
  const properties = partOf(value, 'properties');
  const its = (property: string): Part => partOf(properties, property);
  const sourceGroups = referencesPart(its('sourceApplicationSecurityGroups'));
  const destinationGroups = referencesPart(its('destinationApplicationSecurityGroups'));
  const access = enumPart(accesses, its('access'), missingProperty(name, 'access'));
  return {
    name,
    priority: numberPart(its('priority'), missingProperty(name, 'priority')),
    direction: enumPart(directions, its('direction'), missingProperty(name, 'direction')),
    // A rule that possibly doesn't exist doesn't decide anything for certain.
    access: isDeployed.known ? access : isDeployed,
    protocol: declaredProtocol(its('protocol'), name),
    sources: side({ name, properties }, 'sourceAddressPrefix', sourceGroups),
    destinations: side({ name, properties }, 'destinationAddressPrefix', destinationGroups),
    sourcePorts: ports({ name, properties }, 'sourcePortRange'),
    destinationPorts: ports({ name, properties }, 'destinationPortRange'),
    ...tagsInLists({
      sources: valueOr(destinationsPart(its('sourceAddressPrefixes')), []),
      destinations: valueOr(destinationsPart(its('destinationAddressPrefixes')), []),
    }),
    sourceApplicationGroups: sourceGroups.known ? sourceGroups.value : [],
    destinationApplicationGroups: destinationGroups.known ? destinationGroups.value : [],
    index,
    ...(isDeployed.known ? {} : { mayNotExist: isDeployed.because }),
  };
}

/** Azure stores `*`. Templates also use `Any`. */
export function declaredProtocol(part: Value | undefined, name: string): Known<RuleProtocol> {
  if (part?.is === 'text' && part.value.toLowerCase() === 'any') return known('*');
  return enumPart(ruleProtocols, part, missingProperty(name, 'protocol'));
}

/** A rule of a file. */
interface RuleInFile {
  readonly name: string;
  readonly properties: Part;
}

function side(
  { name, properties }: RuleInFile,
  singular: string,
  groups: Known<readonly string[]>,
): Known<readonly string[]> {
  if (!groups.known) return groups;
  const prefixes = merged(
    destinationPart(partOf(properties, singular), known(null)),
    destinationsPart(partOf(properties, `${singular}es`)),
  );
  if (!prefixes.known) return prefixes;
  const isEmpty = prefixes.value.every((text) => text === '');
  if (groups.value.length > 0 && isEmpty) return known([]);
  if (prefixes.value.length > 0 || groups.value.length > 0) return prefixes;
  return missingProperty(name, singular);
}

function ports({ name, properties }: RuleInFile, singular: string): Known<readonly string[]> {
  const ranges = merged(
    textPart(partOf(properties, singular), known(null)),
    textsPart(partOf(properties, `${singular}s`)),
  );
  return !ranges.known || ranges.value.length > 0 ? ranges : missingProperty(name, singular);
}

/**
 * Merges a singular and a plural member, which can both have values. An empty text doesn't add anything to other
 * values. If it's the only value, Azure rejects it.
 * @param one null if the member doesn't exist
 */
function merged(one: Known<string | null>, many: Known<readonly string[]>): Known<readonly string[]> {
  if (!one.known) return one;
  if (!many.known) return many;
  const all = one.value === null ? many.value : [one.value, ...many.value];
  const filled = all.filter((text) => text !== '');
  return known(filled.length > 0 ? filled : all.slice(0, 1));
}

/** The contents of an `existing` resource are in Azure, and not in a file. */
export function heldByAzure(name: string): Known<never> {
  return unknown(reason('terminal.notInFiles', { name }));
}

/** Creates an NSG that is referred to and that no file contains. */
export function unreadSecurityGroup(id: string): SecurityGroup {
  const name = nameOf(id);
  const not = heldByAzure(name);
  return { id, name, location: not, rules: not, usedBy: not };
}
