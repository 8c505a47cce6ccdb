const guid = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const resourceId = /\/subscriptions\/[^\s'"`,;)]+/gi;
const account = /[^\s@'"<>(),;:]+@[^\s@'"<>(),;:]+\.[a-z]{2,}/gi;
const address = /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\b/g;
/** Signatures of links, tokens, and keys: the value after its name. */
const secret = /\b(sig|sv|se|token|password|accountkey|sharedaccesskey)=[^\s&;'"]+/gi;
const bearer = /\bBearer\s+[\w.~+/=-]+/gi;
const longValue = /\b[\w+/-]{60,}={0,2}/g;

/**
 * A text for support: without accounts, addresses, secrets, and IDs of subscriptions, tenants, and people. Of
 * the ID of a resource, its type stays.
 * @param kept IDs that support needs, such as that of the request
 */
export function redactForSupport(text: string, kept: readonly string[]): string {
  const isKept = (found: string): boolean => kept.some((one) => one.toLowerCase() === found.toLowerCase());
  return text
    .replace(resourceId, (id) => `<${typeOf(id)}>`)
    .replace(bearer, 'Bearer <secret>')
    .replace(secret, '$1=<secret>')
    .replace(account, '<account>')
    .replace(guid, (found) => (isKept(found) ? found : '<id>'))
    .replace(address, '<address>')
    .replace(longValue, (found) => (isKept(found) ? found : '<secret>'));
}

/** `Microsoft.Network/virtualNetworks/subnets`: names are at every second place behind the provider. */
function typeOf(id: string): string {
  const [, provider] = /\/providers\/(.+)$/i.exec(id) ?? [];
  if (provider === undefined) return 'subscription';
  const [namespace = '', ...rest] = provider.split('/');
  return [namespace, ...rest.filter((_, at) => at % 2 === 0)].join('/');
}
