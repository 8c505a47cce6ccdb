import {
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { isObject, parseJson, type JsonObject } from './json';

/** A client that sends on its own pipeline: sign-in, retries and logging as for every other call. */
export interface RawSender {
  sendRequest(request: ReturnType<typeof createPipelineRequest>): Promise<PipelineResponse>;
}

export interface RawRequest {
  readonly url: string;
  readonly method?: 'GET' | 'PUT';
  readonly body?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** A request in an api-version that the client's model does not know; rejects as the clients do. */
export async function sendRaw(
  sender: RawSender,
  request: RawRequest,
): Promise<{ readonly body: JsonObject; readonly response: PipelineResponse }> {
  const { url, method = 'GET', body, headers = {}, signal } = request;
  const response = await sender.sendRequest(
    createPipelineRequest({
      url,
      method,
      abortSignal: signal,
      headers: createHttpHeaders({
        accept: 'application/json',
        'content-type': 'application/json',
        ...headers,
      }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  if (response.status >= 300) {
    throw new RestError(`HTTP ${response.status}`, {
      statusCode: response.status,
      request: response.request,
      response,
    });
  }
  const parsed = parseJson(response.bodyAsText);
  return { body: isObject(parsed) ? parsed : {}, response };
}
