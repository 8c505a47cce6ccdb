/** A value as ARM sends it. It is decoded step by step, because the clients' own models lose or invent members. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value at a path of member names; undefined if there is none. */
export function jsonAt(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path) {
    found = isJsonObject(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

export function textAt(value: Json | undefined, ...path: readonly string[]): string | undefined {
  const found = jsonAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: Json | undefined, ...path: readonly string[]): number | undefined {
  const found = jsonAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

export function flagAt(value: Json | undefined, ...path: readonly string[]): boolean | undefined {
  const found = jsonAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = jsonAt(value, ...path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** Returns the strings of a list, without other items. */
export function textsAt(value: Json | undefined, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((one) => typeof one === 'string');
}

/** Parses a body; undefined if it isn't JSON. */
export function parseJson(text: string | null | undefined): Json | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Returns a copy of a body with a member of its `properties` set. */
export function withProperty(body: JsonObject, name: string, value: Json): JsonObject {
  const properties = isJsonObject(body['properties']) ? body['properties'] : {};
  return { ...body, properties: { ...properties, [name]: value } };
}
