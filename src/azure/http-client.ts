import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { boundedBodies } from './bounded-body';

/** Sends requests as the SDK does by itself. */
export function defaultHttpClient(): HttpClient {
  return boundedBodies(createDefaultHttpClient());
}

/**
 * Sends requests without an agent of their own. VS Code puts its own in the place of none (http.proxy, http.noProxy,
 * http.proxySupport, the system's certificates, a proxy that asks who one is); beside one that is given it would stay
 * away where http.proxySupport is `on`, and the pipeline's own proxy, from the environment, would decide.
 */
export function editorHttpClient(): HttpClient {
  const client = defaultHttpClient();
  return {
    sendRequest: (request) => {
      request.requestOverrides = { ...request.requestOverrides, agent: undefined };
      return client.sendRequest(request);
    },
  };
}
