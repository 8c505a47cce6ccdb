import { itemsOf, jsonMember, jsonMemberText, type JsonNode } from '../../arm/json-node';
import type { ObjectValue, Value } from '../../evaluate/value';

/** Parts of other resources that a plan deletes, as keys. */
export type DeletedParts = ReadonlySet<string>;

/** Items of lists that Azure returns with their parent. */
const itemTypes: Readonly<
  Record<string, { readonly parent: string; readonly list: string; readonly of: string }>
> = {
  azurerm_network_security_rule: {
    parent: 'network_security_group_name',
    list: 'security_rule',
    of: 'azurerm_network_security_group',
  },
  azurerm_route: { parent: 'route_table_name', list: 'route', of: 'azurerm_route_table' },
  azurerm_subnet: { parent: 'virtual_network_name', list: 'subnet', of: 'azurerm_virtual_network' },
};

/** Attributes of a subnet that associations set. */
const associationTypes: Readonly<Record<string, string>> = {
  azurerm_subnet_network_security_group_association: 'network_security_group_id',
  azurerm_subnet_route_table_association: 'route_table_id',
};

/** Returns the parts that the changes of a plan delete. */
export function deletedParts(changes: readonly JsonNode[]): DeletedParts {
  const keys = new Set<string>();
  for (const one of changes) {
    const change = jsonMember(one, 'change');
    const actions = itemsOf(jsonMember(change, 'actions'));
    if (!actions.some((action) => action.is === 'text' && action.value === 'delete')) continue;
    const type = jsonMemberText(one, 'type') ?? '';
    const before = jsonMember(change, 'before');
    const item = itemTypes[type];
    const text = (name: string): string => jsonMemberText(before, name)?.toLowerCase() ?? '';
    if (item) keys.add(itemKey(item.of, [text('resource_group_name'), text(item.parent), text('name')]));
    const attribute = associationTypes[type];
    if (attribute) keys.add(itemKey(attribute, [text('subnet_id')]));
  }
  return keys;
}

function itemKey(type: string, names: readonly string[]): string {
  return JSON.stringify([type, ...names]);
}

interface Returned {
  readonly values: ObjectValue;
  readonly computed: ReadonlySet<string>;
}

/**
 * Returns the values of a resource. From the values that Azure returned, the parts that the plan deletes are removed.
 */
export function withoutDeleted(
  deleted: DeletedParts,
  type: string,
  { values, computed }: Returned,
): readonly (readonly [string, Value])[] {
  const text = (value: Value | undefined): string => (value?.is === 'text' ? value.value.toLowerCase() : '');
  const own = ['resource_group_name', 'name'].map((name) => text(values.members.get(name)));
  const item = Object.values(itemTypes).find(({ of }) => of === type);
  return [...values.members].flatMap(([name, value]): readonly (readonly [string, Value])[] => {
    if (!computed.has(name)) return [[name, value]];
    if (type === 'azurerm_subnet' && deleted.has(itemKey(name, [text(values.members.get('id'))]))) return [];
    if (name !== item?.list || value.is !== 'array') return [[name, value]];
    const left = value.items.filter(
      (one) => one.is !== 'object' || !deleted.has(itemKey(type, [...own, text(one.members.get('name'))])),
    );
    return [[name, { ...value, items: left }]];
  });
}
