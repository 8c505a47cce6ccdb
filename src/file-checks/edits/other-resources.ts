import type { ResourceId } from '../../core/network/model';
import type { ObjectValue, Value } from '../../documents/evaluate/value';
import type { DeclaredResource } from '../../documents/model/declared-resource';

type Resources = readonly DeclaredResource[];

/**
 * True if edits create, change, or remove a resource that their fix doesn't refer to. This happens if its lines share a
 * variable, a parameter, or a module with the edited ones. Rules, routes, and subnets are compared by meaning,
 * elsewhere.
 * @param named IDs that the steps refer to and that they fix
 */
export function changesOthers(before: Resources, after: Resources, named: readonly string[]): boolean {
  const [was, is] = [textsOf(before), textsOf(after)];
  const ids = new Set([...was.keys(), ...is.keys()]);
  const isNamed = (id: ResourceId): boolean => named.some((one) => one.toLowerCase() === id);
  return [...ids].some((id) => was.get(id) !== is.get(id) && !isNamed(id));
}

const texts = new WeakMap<Resources, ReadonlyMap<string, string>>();

function textsOf(resources: Resources): ReadonlyMap<string, string> {
  const found = texts.get(resources);
  if (found) return found;
  const textById = new Map<string, string>();
  for (const one of resources) {
    if (children.has(one.type)) continue;
    const id = withoutPlaces(one.id.toLowerCase());
    textById.set(id, `${textById.get(id) ?? ''}${withoutPlaces(plainText(bodyOf(one)))}`);
  }
  texts.set(resources, textById);
  return textById;
}

/**
 * Removes places. The ID of a resource without a name contains the place of its declaration, which moves with every
 * earlier edit.
 */
function withoutPlaces(text: string): string {
  return text.replaceAll(/:\d+›/g, '›');
}

const children: ReadonlySet<string> = new Set([
  'microsoft.network/networksecuritygroups/securityrules',
  'microsoft.network/routetables/routes',
  'microsoft.network/virtualnetworks/subnets',
]);

const lists: ReadonlyMap<string, string> = new Map([
  ['microsoft.network/networksecuritygroups', 'securityrules'],
  ['microsoft.network/routetables', 'routes'],
  ['microsoft.network/virtualnetworks', 'subnets'],
]);

/** Returns the parts of a resource to compare: everything except its rules, routes, or subnets. */
function bodyOf({ type, body }: DeclaredResource): Value {
  const list = lists.get(type);
  return list === undefined
    ? body
    : withMembers(body, (name, value) =>
        name === 'properties' && value.is === 'object'
          ? withMembers(value, (inner, its) => (inner === list ? undefined : its))
          : value,
      );
}

function withMembers(
  value: ObjectValue,
  change: (name: string, value: Value) => Value | undefined,
): ObjectValue {
  const members = new Map<string, Value>();
  for (const [name, one] of value.members) {
    const changed = change(name.toLowerCase(), one);
    if (changed) members.set(name, changed);
  }
  return { ...value, members };
}

/** Serializes a value without its places. */
function plainText(value: Value): string {
  return JSON.stringify(value, (key, one: unknown) =>
    key === 'from' ? undefined : one instanceof Map ? [...one] : one,
  );
}
