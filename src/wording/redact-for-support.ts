import { resourceTypeOf } from '../core/network/find';

const guid = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const resourceId = /\/subscriptions\/[^\s'"`,;)]+/gi;
const word = /[^\s'"<>(),;:]+/g;
const address = /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\b/g;
/** Signatures of links, tokens, and keys: the value after its name. */
const secret = /\b(sig|sv|se|token|password|accountkey|sharedaccesskey)=[^\s&;'"]+/gi;
const bearerToken = /\bBearer\s+[\w.~+/=-]+/gi;
const longValue = /\b[\w+/-]{60,}={0,2}/g;

/**
 * Returns a text for support without accounts, addresses, secrets, and IDs of subscriptions, tenants, and people. Of a
 * resource's ID, only the type stays.
 * @param kept IDs that support needs, such as the request's
 */
export function redactForSupport(text: string, kept: readonly string[]): string {
  const isKept = (found: string): boolean => kept.some((one) => one.toLowerCase() === found.toLowerCase());
  return text
    .replace(resourceId, (id) => `<${resourceTypeOf(id) ?? 'subscription'}>`)
    .replace(bearerToken, 'Bearer <secret>')
    .replace(secret, '$1=<secret>')
    .replace(word, (found) => (found.includes('@') ? '<account>' : found))
    .replace(guid, (found) => (isKept(found) ? found : '<id>'))
    .replace(address, '<address>')
    .replace(longValue, (found) => (isKept(found) ? found : '<secret>'));
}
