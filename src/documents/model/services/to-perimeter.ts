import { known, mapKnown, unknown, type Known } from '../../../core/known';
import { nameOf } from '../../../core/network/find';
import type { Perimeter, PerimeterRule } from '../../../core/services/services';
import { reason } from '../../../core/reason';
import type { DeclaredIndex } from '../declared-index';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import {
  allKnown,
  identifies,
  idPart,
  itemsPart,
  partOf,
  referencePart,
  textPart,
  textsPart,
  type Part,
} from '../parts';
import { displayName } from '../display-name';

const type = 'microsoft.network/networksecurityperimeters';

/** Returns the network security perimeter that files associate with a service, or null if they don't associate one. */
export function declaredPerimeter(service: DeclaredResource, index: DeclaredIndex): Known<Perimeter | null> {
  const targetOf = (one: DeclaredResource): Part => partOf(propertyOf(one, 'privateLinkResource'), 'id');
  const associations = index.of(`${type}/resourceassociations`);
  const own = associations.find((one) => identifies(targetOf(one), service.id));
  if (own) return toPerimeter(own, index);
  const perhaps = associations.map((one) => index.whyPerhaps(targetOf(one), service.id));
  const whyUnknown = perhaps.find((one) => one !== undefined);
  if (whyUnknown) return unknown(whyUnknown);
  const access = textPart(propertyOf(service, 'publicNetworkAccess'), known(''));
  return access.known && access.value.toLowerCase() === 'securedbyperimeter'
    ? unknown(reason('document.noPerimeter', { name: displayName(service.name) }))
    : known(null);
}

function toPerimeter(association: DeclaredResource, index: DeclaredIndex): Known<Perimeter | null> {
  if (!association.isDeployed.known) return association.isDeployed;
  const mode = textPart(propertyOf(association, 'accessMode'), known('Learning'));
  if (!mode.known) return mode;
  const id = association.id.replace(/\/resourceAssociations\/[^/]*$/i, '');
  const rules = rulesOf(association, index);
  if (!rules.known) return rules;
  // In learning, audit, and transition mode, the service's own rules apply.
  const isEnforced = mode.value.toLowerCase() === 'enforced';
  return known({ name: displayName(nameOf(id)), isEnforced, rules: rules.value });
}

function rulesOf(association: DeclaredResource, index: DeclaredIndex): Known<readonly PerimeterRule[]> {
  const named = referencePart(propertyOf(association, 'profile'));
  if (!named.known) return named;
  if (named.value === null) return known([]);
  const profile = index.createdById(named.value);
  if (!profile.known) return profile;
  const inbound = index
    .below(profile.value.id, `${type}/profiles/accessrules`)
    .filter((one) => !one.isExisting && isInbound(one));
  return allKnown(inbound.map(toRule));
}

function isInbound(rule: DeclaredResource): boolean {
  const direction = textPart(propertyOf(rule, 'direction'), known('Inbound'));
  return !direction.known || direction.value.toLowerCase() === 'inbound';
}

function toRule(rule: DeclaredResource): Known<PerimeterRule> {
  if (!rule.isDeployed.known) return rule.isDeployed;
  const addressPrefixes = textsPart(propertyOf(rule, 'addressPrefixes'));
  if (!addressPrefixes.known) return addressPrefixes;
  const items = itemsPart(propertyOf(rule, 'subscriptions'));
  if (!items.known) return items;
  const ids = allKnown(items.value.map((one) => idPart(partOf(one, 'id'))));
  return mapKnown(ids, (all) => ({
    name: displayName(rule.name),
    addressPrefixes: addressPrefixes.value,
    subscriptions: all.filter((one) => one !== null),
  }));
}
