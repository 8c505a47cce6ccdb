import { known, mapKnown, unknown, type Known } from '../../core/known';
import { idUpTo, nameOf, sameId } from '../../core/network/find';
import type { AdminRule, ResourceId } from '../../core/network/model';
import { adminAccesses, directions } from '../../core/network/enums';
import { reason } from '../../core/reason';
import { childOf, type Child } from './children';
import type { DeclaredIndex } from './declared-index';
import { propertyOf, type DeclaredResource } from './declared-resource';
import {
  missingProperty,
  allKnown,
  idPart,
  itemsPart,
  numberPart,
  partOf,
  textPart,
  textsPart,
  enumPart,
  type Part,
} from './parts';
import { displayName } from './display-name';
import { declaredProtocol } from './to-security-group';

const configurations = 'microsoft.network/networkmanagers/securityadminconfigurations';
const types = {
  configuration: configurations,
  collection: `${configurations}/rulecollections`,
  rule: `${configurations}/rulecollections/rules`,
  member: 'microsoft.network/networkmanagers/networkgroups/staticmembers',
} as const;

/**
 * Returns the security admin rules that files declare for a network, as if they were deployed, or undefined if no file
 * declares any. A policy may fill a network group whose members aren't in a file. In that case it isn't known whether
 * the rules apply.
 */
export function declaredAdminRules(
  networkId: ResourceId,
  index: DeclaredIndex,
): Known<readonly AdminRule[]> | undefined {
  const ruleCollections = createdOnly(index.of(types.collection)).map((collection) => ({
    collection,
    applies: appliesTo(collection, networkId, index),
  }));
  const ours = ruleCollections.filter(({ applies }) => !applies.known || applies.value);
  const [first] = ours;
  if (!first) return undefined;
  const whyUnknown = ours.find(({ applies }) => !applies.known)?.applies;
  if (whyUnknown && !whyUnknown.known) return whyUnknown;
  return known(ours.flatMap(({ collection }) => rulesIn(collection, index)).map(toAdminRule));
}

/** Returns the rules of each configuration, by its ID in lowercase. */
export function adminChildren(index: DeclaredIndex): readonly (readonly [string, readonly Child[]])[] {
  return createdOnly(index.of(types.configuration)).map((one) => {
    const collections = createdOnly(index.below(one.id, types.collection));
    const rules = collections.flatMap((collection) => rulesIn(collection, index));
    return [one.id.toLowerCase(), rules.map(childOf)];
  });
}

function createdOnly(all: readonly DeclaredResource[]): readonly DeclaredResource[] {
  return all.filter(({ isExisting }) => !isExisting);
}

function rulesIn(collection: DeclaredResource, index: DeclaredIndex): readonly DeclaredResource[] {
  return createdOnly(index.below(collection.id, types.rule));
}

function appliesTo(
  collection: DeclaredResource,
  networkId: ResourceId,
  index: DeclaredIndex,
): Known<boolean> {
  const items = itemsPart(propertyOf(collection, 'appliesToGroups'));
  if (!items.known) return items;
  const groups = items.value.map((one) => idPart(partOf(one, 'networkGroupId')));
  const answers = groups.map((id): Known<boolean> => {
    if (!id.known) return id;
    return id.value === null ? known(false) : containsNetwork(id.value, networkId, index);
  });
  if (answers.some((one) => one.known && one.value)) {
    return collection.isDeployed.known ? known(true) : collection.isDeployed;
  }
  return answers.find((one) => !one.known) ?? known(false);
}

function containsNetwork(groupId: ResourceId, networkId: ResourceId, index: DeclaredIndex): Known<boolean> {
  const members = createdOnly(index.below(groupId, types.member));
  if (members.length === 0) {
    return unknown(reason('document.noMembers', { name: displayName(nameOf(groupId)) }));
  }
  const ids = members.map((one) => idPart(propertyOf(one, 'resourceId')));
  const own = members.find((_one, at) => {
    const id = ids[at];
    return id?.known === true && id.value !== null && sameId(id.value, networkId);
  });
  if (own) return own.isDeployed.known ? known(true) : own.isDeployed;
  return ids.find((id) => !id.known)
    ? unknown(reason('document.noMembers', { name: displayName(nameOf(groupId)) }))
    : known(false);
}

function toAdminRule(rule: DeclaredResource, index: number): AdminRule {
  const its = (member: string): Part => propertyOf(rule, member);
  const access = enumPart(adminAccesses, its('access'), missingProperty(rule.name, 'access'));
  return {
    id: rule.id,
    name: rule.name,
    managerId: idUpTo(rule.id, 'securityAdminConfigurations'),
    configurationId: idUpTo(rule.id, 'ruleCollections'),
    priority: numberPart(its('priority'), missingProperty(rule.name, 'priority')),
    direction: enumPart(directions, its('direction'), missingProperty(rule.name, 'direction')),
    access: rule.isDeployed.known ? access : rule.isDeployed,
    protocol: declaredProtocol(its('protocol'), rule.name),
    sources: side(its('sources')),
    destinations: side(its('destinations')),
    sourcePorts: ports(its('sourcePortRanges')),
    destinationPorts: ports(its('destinationPortRanges')),
    sourceApplicationGroups: [],
    destinationApplicationGroups: [],
    index,
  };
}

/**
 * Reads a rule's source or destination. An empty list means any address. The members of a network group aren't known.
 */
function side(list: Part): Known<readonly string[]> {
  const items = itemsPart(list);
  if (!items.known) return items;
  const texts = allKnown(
    items.value.map((one): Known<string> => {
      const prefix = textPart(partOf(one, 'addressPrefix'), known('*'));
      const type = textPart(partOf(one, 'addressPrefixType'), known('IPPrefix'));
      const isGroup = type.known && type.value.toLowerCase() === 'networkgroup';
      return isGroup && prefix.known
        ? unknown(reason('unknown.networkGroup', { name: nameOf(prefix.value) }))
        : prefix;
    }),
  );
  return mapKnown(texts, (all) => (all.length > 0 ? all.flatMap((text) => text.split(',')) : ['*']));
}

function ports(list: Part): Known<readonly string[]> {
  return mapKnown(textsPart(list), (all) => (all.length > 0 ? all : ['*']));
}
