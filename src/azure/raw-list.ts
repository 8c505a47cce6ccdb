import { isObject, listAt, textAt, type JsonObject } from './json';
import { sendRaw, type RawSender } from './raw-request';

/**
 * All items of a list as Azure sent them, page by page on a client's own pipeline. Not by the clients' iterators: those
 * of the modular clients give neither the stop nor the raw body of any page but the first (measured, arm-network 39).
 */
export async function rawList(
  sender: RawSender,
  firstUrl: string,
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  const items: JsonObject[] = [];
  let url: string | undefined = firstUrl;
  while (url !== undefined && url !== '') {
    const body: JsonObject = (await sendRaw(sender, { url, signal })).body;
    items.push(...listAt(body, 'value').filter(isObject));
    url = textAt(body, 'nextLink');
  }
  return items;
}
