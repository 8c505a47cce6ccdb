import { inspect } from 'node:util';
import { createDefaultHttpClient, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { boundedBodies } from './bounded-body';

/** Creates the default HTTP client of the SDK. */
export function defaultHttpClient(): HttpClient {
  return httpClientWith({});
}

/**
 * Creates an HTTP client that sends requests without an agent. VS Code then inserts its own agent (http.proxy,
 * http.noProxy, http.proxySupport, the system's certificates, proxy authentication). If a request has an agent and
 * http.proxySupport is `on`, VS Code doesn't replace it. The pipeline's proxy from the environment would then apply.
 */
export function editorHttpClient(): HttpClient {
  return httpClientWith({ agent: undefined });
}

function httpClientWith(overrides: { readonly agent?: undefined }): HttpClient {
  const client = boundedBodies(createDefaultHttpClient());
  return {
    sendRequest: (request) => {
      request.requestOverrides = withHiddenHeaders(request, { ...request.requestOverrides, ...overrides });
      return client.sendRequest(request);
    },
  };
}

/**
 * Hides headers from the debug output. With NODE_DEBUG=http, Node writes the request options to standard error,
 * including the token in the headers. The headers print as a placeholder but are sent unchanged. A getter builds them
 * on access, because the client adds headers later.
 */
function withHiddenHeaders(request: PipelineRequest, overrides: object): Record<string, unknown> {
  return Object.defineProperty({ ...overrides }, 'headers', {
    enumerable: true,
    get: () => {
      const headers = request.headers.toJSON({ preserveCase: true });
      return Object.defineProperty(headers, inspect.custom, { value: () => '[headers]' });
    },
  });
}
