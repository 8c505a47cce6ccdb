import {
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { badResponse } from './failure';
import { isJsonObject, parseJson, type JsonObject } from './json';

/**
 * A client that sends requests on its own pipeline, with authentication, retries, and logging as for every other call.
 */
export interface RawSender {
  sendRequest(request: PipelineRequest): Promise<PipelineResponse>;
}

export interface RawRequest {
  readonly url: string;
  readonly method?: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  readonly body?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface RawAnswer {
  readonly body: JsonObject;
  readonly response: PipelineResponse;
}

/** Sends a request with its body unmodified by a client's model. Rejects as the clients do. */
export async function sendRaw(sender: RawSender, request: RawRequest): Promise<RawAnswer> {
  const { url, method = 'GET', body, headers = {}, signal } = request;
  const response = await sender.sendRequest(
    createPipelineRequest({
      url,
      method,
      abortSignal: signal,
      headers: createHttpHeaders({
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
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
  return { body: bodyOf(response), response };
}

/**
 * Reads the resource or list at a URL.
 * @throws {AzureFailure} if the response is empty, because nothing was read then
 */
export async function readRaw(
  sender: RawSender,
  request: { readonly url: string; readonly signal: AbortSignal },
): Promise<JsonObject> {
  const { body } = await sendRaw(sender, request);
  if (Object.keys(body).length === 0) throw badResponse('malformed');
  return body;
}

const aPath = /^\/[^?#\\]*$/;

/** Returns the body. A successful action can have an empty body. A body that isn't a JSON object isn't from Azure. */
function bodyOf({ bodyAsText }: PipelineResponse): JsonObject {
  if (bodyAsText === undefined || bodyAsText === null || bodyAsText.trim() === '') return {};
  const parsed = parseJson(bodyAsText);
  if (parsed === null) return {};
  if (!isJsonObject(parsed)) throw badResponse('malformed');
  return parsed;
}

/**
 * Returns the URL of a resource, with its ID as Azure spells it.
 * @throws {AzureFailure} if the ID is more than a path below the endpoint. The rest of the URL would be lost, so that a
 * read could become another action
 */
export function urlOf(endpoint: string, id: string, apiVersion: string): string {
  if (!aPath.test(id) || /\/\.{0,2}(?:\/|$)/.test(id)) throw badResponse('malformed');
  return `${endpoint}${encodeURI(id)}?api-version=${apiVersion}`;
}
