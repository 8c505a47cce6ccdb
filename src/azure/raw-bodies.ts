import { AzureFailure } from './failure';
import { isObject, listAt, parseJson, type Json, type JsonObject } from './json';

/** What every client's operation takes: the answer's raw body is heard before the client's model cuts it. */
export interface RawOptions {
  readonly abortSignal: AbortSignal;
  readonly onResponse: (response: { readonly bodyAsText?: string | null }) => void;
}

/** Runs one operation of a client and gives the body as Azure sent it. */
export async function rawBody(
  signal: AbortSignal,
  operation: (options: RawOptions) => Promise<unknown>,
): Promise<JsonObject> {
  let body: Json | undefined;
  await operation({
    abortSignal: signal,
    onResponse: (response) => {
      body = parseJson(response.bodyAsText);
    },
  });
  return isObject(body) ? body : {};
}

/**
 * Walks all pages of a client's list and gives the items as Azure sent them. For clients that let every page be
 * heard; a list that is cut short is worse than none.
 */
export async function rawPages(
  signal: AbortSignal,
  list: (options: RawOptions) => AsyncIterable<unknown>,
): Promise<readonly JsonObject[]> {
  const items: JsonObject[] = [];
  const pages = list({
    abortSignal: signal,
    onResponse: (response) => items.push(...listAt(parseJson(response.bodyAsText), 'value').filter(isObject)),
  });
  let walked = 0;
  for await (const item of pages) walked += item === undefined ? 0 : 1;
  if (walked !== items.length) throw new AzureFailure('bug');
  return items;
}
