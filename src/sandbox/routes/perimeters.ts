import { textAt, type JsonObject } from '../json';
import { pageOf } from '../responses';
import { sameText } from '../resource-id';
import { route, type Route } from '../router';
import type { World } from '../settings';
import { guidOf, type Item } from '../store';
import { childListOf } from './child-lists';
import { inItem, readsOf } from './plain-resources';

const perimeterType = 'Microsoft.Network/networkSecurityPerimeters';
const accounts = 'Microsoft.Storage/storageAccounts';

/** Network security perimeters, what belongs to them, and what a storage account says of its own. */
export const perimeterRoutes: readonly Route[] = [
  ...readsOf(perimeterType),
  childListOf(`${perimeterType}/resourceAssociations`),
  childListOf(`${perimeterType}/profiles`),
  childListOf(`${perimeterType}/profiles/accessRules`),
  route(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${accounts}/:name/networkSecurityPerimeterConfigurations`,
    inItem(accounts, ({ world, request }, account) =>
      pageOf(configurationsOf(world, account), { url: request.url, size: world.settings.pageSize }),
    ),
  ),
];

function configurationsOf(world: World, account: Item): JsonObject[] {
  return world.store
    .all(`${perimeterType}/resourceAssociations`)
    .filter((one) => sameText(textAt(one.properties, 'privateLinkResource', 'id') ?? '', account.id))
    .map((one) => configuration(world, account, one));
}

function configuration(world: World, account: Item, association: Item): JsonObject {
  const perimeterId = association.parentId ?? '';
  const profileId = textAt(association.properties, 'profile', 'id') ?? '';
  const guid = guidOf(perimeterId);
  const name = `${guid}.${association.name}`;
  return {
    id: `${account.id}/networkSecurityPerimeterConfigurations/${name}`,
    name,
    type: `${accounts}/networkSecurityPerimeterConfigurations`,
    properties: {
      provisioningState: 'Succeeded',
      networkSecurityPerimeter: { id: perimeterId, perimeterGuid: guid, location: account.location ?? '' },
      resourceAssociation: {
        name: association.name,
        accessMode: textAt(association.properties, 'accessMode') ?? 'Learning',
      },
      profile: {
        name: profileId.slice(profileId.lastIndexOf('/') + 1),
        accessRulesVersion: 1,
        accessRules: world.store
          .children(profileId, `${perimeterType}/profiles/accessRules`)
          .map(({ name: rule, properties }) => ({ name: rule, properties })),
      },
    },
  };
}
