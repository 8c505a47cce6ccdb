/** A JSON document as ARM sends and receives it. */
export type BodyJson = string | number | boolean | null | BodyJson[] | BodyObject;
export interface BodyObject {
  [name: string]: BodyJson | undefined;
}

export function isBodyObject(value: unknown): value is BodyObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function bodyPart(value: BodyJson | undefined, ...path: readonly string[]): BodyJson | undefined {
  let current = value;
  for (const name of path) {
    if (!isBodyObject(current)) return undefined;
    current = current[name];
  }
  return current;
}

export function bodyObject(value: BodyJson | undefined, ...path: readonly string[]): BodyObject | undefined {
  const found = bodyPart(value, ...path);
  return isBodyObject(found) ? found : undefined;
}

export function bodyText(value: BodyJson | undefined, ...path: readonly string[]): string | undefined {
  const found = bodyPart(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function bodyNumber(value: BodyJson | undefined, ...path: readonly string[]): number | undefined {
  const found = bodyPart(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

export function bodyFlag(value: BodyJson | undefined, ...path: readonly string[]): boolean | undefined {
  const found = bodyPart(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/** Returns the list at a path. An absent or null list is empty. */
export function bodyList(value: BodyJson | undefined, ...path: readonly string[]): BodyJson[] {
  const found = bodyPart(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function bodyTexts(value: BodyJson | undefined, ...path: readonly string[]): string[] {
  return bodyList(value, ...path).filter((entry) => typeof entry === 'string');
}
