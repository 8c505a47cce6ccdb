import { bodyText, type BodyObject } from '../body-json';
import { listPageReply } from '../responses';
import { sameText } from '../resource-id';
import { defineRoute, type RequestRoute } from '../router';
import type { World } from '../settings';
import { stableGuid, type Item } from '../store';
import { childListOf } from './child-lists';
import { inItem, readsOf } from './plain-resources';

const perimeterType = 'Microsoft.Network/networkSecurityPerimeters';
const accounts = 'Microsoft.Storage/storageAccounts';

/** Routes for network security perimeters, their associations, and the perimeter that a storage account reports. */
export const perimeterRoutes: readonly RequestRoute[] = [
  ...readsOf(perimeterType),
  childListOf(`${perimeterType}/resourceAssociations`),
  childListOf(`${perimeterType}/profiles`),
  childListOf(`${perimeterType}/profiles/accessRules`),
  defineRoute(
    `GET /subscriptions/:subscription/resourceGroups/:group/providers/${accounts}/:name/networkSecurityPerimeterConfigurations`,
    inItem(accounts, ({ world, request }, account) =>
      listPageReply(configurationsOf(world, account), { url: request.url, size: world.settings.pageSize }),
    ),
  ),
];

function configurationsOf(world: World, account: Item): BodyObject[] {
  return world.store
    .all(`${perimeterType}/resourceAssociations`)
    .filter((one) => sameText(bodyText(one.properties, 'privateLinkResource', 'id') ?? '', account.id))
    .map((one) => configuration(world, account, one));
}

function configuration(world: World, account: Item, association: Item): BodyObject {
  const perimeterId = association.parentId ?? '';
  const profileId = bodyText(association.properties, 'profile', 'id') ?? '';
  const guid = stableGuid(perimeterId);
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
        accessMode: bodyText(association.properties, 'accessMode') ?? 'Learning',
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
