import { ServiceClient } from '@azure/core-client';
import { createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import type { SandboxAzure } from '../../../src/sandbox/create-sandbox';

/** Sends a raw request through a pipeline of the SDK, for requests that the typed clients can't send. */
export function rawClient({ azure }: { readonly azure: Pick<SandboxAzure, 'credential' | 'httpClient'> }) {
  const client = new ServiceClient({
    credential: azure.credential,
    httpClient: azure.httpClient,
    credentialScopes: 'https://management.azure.com/.default',
  });
  return async (path: string, method: HttpMethods = 'GET', body?: string) => {
    const request = createPipelineRequest({
      url: `https://management.azure.com${path}`,
      method,
      ...(body === undefined ? {} : { body }),
    });
    const response = await client.sendRequest(request);
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(response.bodyAsText || 'null'),
    };
  };
}
