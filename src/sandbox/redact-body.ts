import { isBodyObject, type BodyJson } from './body-json';

/** Members of bodies that nobody may ever read again. */
const secrets: ReadonlySet<string> = new Set([
  'adminUserPassword',
  'databricksAccessToken',
  'password',
  'privateKeyData',
]);

/** Stands for a secret, so that what is asked for is still there when a write is repeated. */
const hidden = '(hidden)';

/** A body as it may be kept: the same in form, without its secrets. */
export function redactBody(body: BodyJson): BodyJson {
  if (Array.isArray(body)) return body.map(redactBody);
  if (!isBodyObject(body)) return body;
  const members = Object.entries(body).map(([name, value]) => {
    if (value === undefined || value === null) return [name, value];
    return [name, secrets.has(name) ? hidden : redactBody(value)];
  });
  return Object.fromEntries(members);
}
