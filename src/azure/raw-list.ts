import { badResponse } from './failure';
import { jsonAt, isJsonObject, textAt, type JsonObject } from './json';
import { everyPage } from './pages';
import { sendRaw, type RawSender } from './raw-request';

/**
 * All items of a list as Azure sent them, page by page on a client's own pipeline. Not by the clients' iterators: those
 * of the modular clients give neither the stop nor the raw body of any page but the first (measured, arm-network 39),
 * and none of them ends where the list does not.
 */
export function rawList(
  sender: RawSender,
  firstUrl: string,
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  return everyPage(async (next) => {
    const { body, response } = await sendRaw(sender, { url: next ?? firstUrl, signal });
    const items = jsonAt(body, 'value');
    if (!Array.isArray(items)) throw badResponse('malformed');
    return {
      items: (items as readonly unknown[]).filter(isJsonObject),
      next: textAt(body, 'nextLink'),
      size: response.bodyAsText?.length ?? 0,
    };
  });
}
