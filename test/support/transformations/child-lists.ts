import type { ArraySyntax, ObjectSyntax, ResourceSyntax } from '../../../src/documents/bicep/syntax/syntax';
import { syntaxMember, typeOf, type DeployedSyntax } from './syntax-uses';

/** Lists of resources whose items can be separate resources: the resource, the list, and the type of its items. */
export const childLists: readonly (readonly [type: string, list: string])[] = [
  ['Microsoft.Network/virtualNetworks', 'subnets'],
  ['Microsoft.Network/virtualNetworks', 'virtualNetworkPeerings'],
  ['Microsoft.Network/networkSecurityGroups', 'securityRules'],
  ['Microsoft.Network/routeTables', 'routes'],
];

/** A list inside of a resource, and the type of its items. */
export interface ChildList {
  readonly name: string;
  readonly type: string;
  readonly version: string;
  readonly array: ArraySyntax;
}

/** An item of such a list that has a name. */
export interface ChildItem {
  readonly list: ChildList;
  readonly object: ObjectSyntax;
}

/** Returns the literal lists of a resource. */
export function childListsIn(resource: DeployedSyntax & { node: ResourceSyntax }): readonly ChildList[] {
  const [type = '', version = ''] = typeOf(resource.node) ?? [];
  const properties = syntaxMember(resource.object, 'properties');
  if (properties?.is !== 'object') return [];
  return childLists.flatMap(([parent, name]) => {
    if (parent.toLowerCase() !== type.toLowerCase()) return [];
    const array = syntaxMember(properties, name);
    return array?.is === 'array' ? [{ name, type: `${parent}/${name}`, version, array }] : [];
  });
}

/** Returns the list of its parent in which a child resource could be an item. */
export function listOfChild(type: string): string | undefined {
  const [, name] = childLists.find(([parent, list]) => isSame(`${parent}/${list}`, type)) ?? [];
  return name;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Returns the items of a resource's lists that are object literals with a name. */
export function childItemsOf(resource: DeployedSyntax & { node: ResourceSyntax }): readonly ChildItem[] {
  return childListsIn(resource).flatMap((list) =>
    list.array.entries.flatMap((one) =>
      'is' in one && one.is === 'object' && syntaxMember(one, 'name') ? [{ list, object: one }] : [],
    ),
  );
}
