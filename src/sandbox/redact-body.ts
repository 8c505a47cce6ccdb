import { isBodyObject, type BodyJson } from './body-json';

/** Members of bodies that must never be readable again. */
const secrets: ReadonlySet<string> = new Set([
  'adminUserPassword',
  'databricksAccessToken',
  'password',
  'privateKeyData',
]);

/** Placeholder for a secret, so that required members still exist when a write is replayed. */
const hidden = '(hidden)';

/** Returns a body that is safe to store: the same structure without its secrets. */
export function redactBody(body: BodyJson): BodyJson {
  if (Array.isArray(body)) return body.map(redactBody);
  if (!isBodyObject(body)) return body;
  const members = Object.entries(body).map(([name, value]) => {
    if (value === undefined || value === null) return [name, value];
    return [name, secrets.has(name) ? hidden : redactBody(value)];
  });
  return Object.fromEntries(members);
}
