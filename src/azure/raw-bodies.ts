import { badResponse } from './failure';
import { isObject, parseJson, type Json, type JsonObject } from './json';

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
  if (!isObject(body)) throw badResponse('malformed');
  return body;
}
