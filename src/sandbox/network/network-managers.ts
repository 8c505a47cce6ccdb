import { bodyList, bodyText, type BodyObject } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';

const manager = 'Microsoft.Network/networkManagers';
const memberType = `${manager}/networkGroups/staticMembers`;
const configurationType = `${manager}/securityAdminConfigurations`;
const collectionType = `${configurationType}/ruleCollections`;
const ruleType = `${collectionType}/rules`;

/**
 * A security admin rule in effect in a network, with the objects that contain it. All configurations of a manager count
 * as deployed.
 */
export interface AdminRuleInEffect {
  readonly rule: Item;
  readonly collection: Item;
  readonly configuration: Item;
  readonly groups: readonly Item[];
}

/** Returns the rules of every network manager that has the network in a group of one of its rule collections. */
export function managerRulesInEffect(world: World, networkId: string): AdminRuleInEffect[] {
  const groups = world.store
    .all(memberType)
    .filter(({ properties }) => sameText(bodyText(properties, 'resourceId') ?? '', networkId))
    .map(({ parentId }) => world.store.get(parentId ?? ''))
    .filter((group) => group !== undefined);
  if (groups.length === 0) return [];
  return world.store.all(configurationType).flatMap((configuration) =>
    world.store.children(configuration.id, collectionType).flatMap((collection) => {
      const its = groups.filter((group) => appliesTo(collection, group));
      if (its.length === 0) return [];
      return world.store
        .children(collection.id, ruleType)
        .map((rule) => ({ rule, collection, configuration, groups: its }));
    }),
  );
}

function appliesTo(collection: Item, group: Item): boolean {
  return bodyList(collection.properties, 'appliesToGroups').some((one) =>
    sameText(bodyText(one, 'networkGroupId') ?? '', group.id),
  );
}

/**
 * Returns a rule as the service lists it, with its network groups and the descriptions of the objects that contain it.
 */
export function showAdminRule({ rule, collection, configuration, groups }: AdminRuleInEffect): BodyObject {
  return {
    id: rule.id,
    kind: 'Custom',
    configurationDescription: bodyText(configuration.properties, 'description') ?? '',
    ruleCollectionDescription: bodyText(collection.properties, 'description') ?? '',
    ruleCollectionAppliesToGroups: bodyList(collection.properties, 'appliesToGroups'),
    ruleGroups: groups.map((group) => ({
      id: group.id,
      properties: { ...group.properties, provisioningState: 'Succeeded' },
    })),
    properties: { ...rule.properties, provisioningState: 'Succeeded' },
  };
}
