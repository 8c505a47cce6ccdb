import { badResponse } from './failure';
import { jsonAt, isJsonObject, textAt, type JsonObject } from './json';
import { everyPage } from './pages';
import { sendRaw, type RawSender } from './raw-request';

/**
 * Reads all items of a list as Azure sends them, page by page on a client's own pipeline. It doesn't use the clients'
 * iterators. Those of the modular clients support neither the abort signal nor the raw body after the first page
 * (measured, arm-network 39). None of them detects an endless list.
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
