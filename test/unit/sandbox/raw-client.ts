import { ServiceClient } from '@azure/core-client';
import { createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import type { openSampleClients } from './clients';

/** A raw request through a pipeline of the SDK, for what the typed clients do not let through. */
export function rawClient({ azure }: ReturnType<typeof openSampleClients>) {
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
