import {
  RestError,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { badResponse } from './failure';

/**
 * Maximum size of a response in bytes, uncompressed. Azure's longest response is a list of service tags: 5 MB
 * (measured, 2026-05-06).
 */
const mostBytes = 16 * 1024 * 1024;

/** Maximum nesting depth of JSON. Azure's responses are about 15 levels deep. */
const mostNested = 100;

/**
 * Wraps a client so that it limits the size and the JSON nesting depth of a response. It counts uncompressed bytes, so
 * a small response can't expand into a large one.
 */
export function boundedBodies(client: HttpClient): HttpClient {
  return { sendRequest: (request) => sendBounded(client, request) };
}

async function sendBounded(client: HttpClient, request: PipelineRequest): Promise<PipelineResponse> {
  let loaded = 0;
  request.onDownloadProgress = ({ loadedBytes }) => {
    loaded = loadedBytes;
    if (loaded > mostBytes) throw new Error('The answer is too large.');
  };
  try {
    const response = await client.sendRequest(request);
    if (isNestedDeeply(response.bodyAsText ?? '')) throw badResponse('nested');
    return response;
  } catch (error) {
    throw loaded > mostBytes ? badResponse('large') : asLostConnection(error);
  }
}

/** The client reports a connection that is lost during a response as a JSON parse error. */
function asLostConnection(error: unknown): unknown {
  const isCut =
    error instanceof RestError && error.code === RestError.PARSE_ERROR && error.statusCode === undefined;
  return isCut ? new RestError('The connection was lost.', { code: 'ECONNRESET' }) : error;
}

/** True if JSON brackets outside of strings exceed the maximum nesting depth. Text that isn't JSON has no depth. */
function isNestedDeeply(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openList:
      case openObject:
        depth += 1;
        if (depth > mostNested) return true;
        break;
      case closeList:
      case closeObject:
        depth -= 1;
    }
  }
  return false;
}

const [quote, backslash] = [0x22, 0x5c];
const [openList, openObject, closeList, closeObject] = [0x5b, 0x7b, 0x5d, 0x7d];

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
