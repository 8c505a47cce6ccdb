import { isObject, type Json } from './json';

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
export function hideSecrets(body: Json): Json {
  if (Array.isArray(body)) return body.map(hideSecrets);
  if (!isObject(body)) return body;
  const members = Object.entries(body).map(([name, value]) => {
    if (value === undefined || value === null) return [name, value];
    return [name, secrets.has(name) ? hidden : hideSecrets(value)];
  });
  return Object.fromEntries(members);
}
