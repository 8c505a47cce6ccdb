import { inspect } from 'node:util';
import { createDefaultHttpClient, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { boundedBodies } from './bounded-body';

/** Sends requests as the SDK does by itself. */
export function defaultHttpClient(): HttpClient {
  return httpClientWith({});
}

/**
 * Sends requests without an agent of their own. VS Code puts its own in the place of none (http.proxy, http.noProxy,
 * http.proxySupport, the system's certificates, a proxy that asks who one is); beside one that is given it would stay
 * away where http.proxySupport is `on`, and the pipeline's own proxy, from the environment, would decide.
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
 * With NODE_DEBUG=http, Node writes what it is given for a request to standard error, the token among its headers.
 * Headers that print as nothing are sent all the same. They are made when they are asked for: the client adds to them.
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
