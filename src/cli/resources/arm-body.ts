import { jsonAt, isJsonObject, type Json, type JsonObject } from '../../azure/json';

/** Members next to `properties` in a resource's body. All others are below it. */
const ownMembers: ReadonlySet<string> = new Set([
  'apiVersion',
  'changedTime',
  'createdTime',
  'etag',
  'extendedLocation',
  'id',
  'identity',
  'kind',
  'location',
  'managedBy',
  'name',
  'plan',
  'provisioningState',
  'resourceGroup',
  'sku',
  'systemData',
  'tags',
  'type',
  'zones',
]);

/**
 * Returns a resource's body as Azure Resource Manager sends it. `az network … show` prints members of `properties` one
 * level higher, in the resource and in each of its children. `az resource show` and the REST API don't.
 */
export function armBody(printed: JsonObject): JsonObject {
  const properties = jsonAt(printed, 'properties');
  if (isJsonObject(properties)) return { ...printed, properties: childrenOf(properties) };
  const entries = Object.entries(printed);
  return {
    ...Object.fromEntries(entries.filter(([name]) => ownMembers.has(name))),
    properties: childrenOf(Object.fromEntries(entries.filter(([name]) => !ownMembers.has(name)))),
  };
}

function childrenOf(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, childrenIn(value)]));
}

function childrenIn(value: Json): Json {
  if (!Array.isArray(value)) return value;
  return (value as readonly Json[]).map((one) => (isChild(one) ? armBody(one) : one));
}

/**
 * Returns whether a value is a child or a reference. These have a name or an ID. A service endpoint or a DNS record has
 * neither.
 */
function isChild(value: Json): value is JsonObject {
  return isJsonObject(value) && (typeof value['id'] === 'string' || typeof value['name'] === 'string');
}

/** Returns the path of a property `member` in a printed resource. */
export function pathOfMember(printed: JsonObject, member: string): readonly string[] {
  return isJsonObject(jsonAt(printed, 'properties')) ? ['properties', member] : [member];
}
