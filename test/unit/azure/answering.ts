import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { connectAzure, type AzureOptions } from '../../../src/azure/connect';
import type { Azure } from '../../../src/azure/ports';

export interface HttpAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/**
 * Answers each request with a handwritten response: for responses that the sample never sends, and for requests that
 * must not be sent.
 */
export function connectAnswering(
  answer: (request: PipelineRequest, count: number) => HttpAnswer | Promise<HttpAnswer>,
  options: Partial<AzureOptions> = {},
): { readonly azure: Azure; readonly asked: PipelineRequest[] } {
  const asked: PipelineRequest[] = [];
  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      asked.push(request);
      const { status = 200, body, headers = {} } = await answer(request, asked.length);
      return {
        request,
        status,
        headers: createHttpHeaders({ 'content-type': 'application/json', ...headers }),
        bodyAsText: body === undefined ? '' : JSON.stringify(body),
      };
    },
  };
  const credential = {
    getToken: () => Promise.resolve({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 }),
  };
  const timing = { retryDelayMs: 1 };
  return { azure: connectAzure({ credential, httpClient, timing, ...options }), asked };
}

/** A secret that must never appear outside of a request. */
export const secret = 'token-that-must-not-leak';

export const subscriptionId = '00000000-1111-4222-8333-444444444444';
