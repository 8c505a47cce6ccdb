import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient, PipelinePolicy } from '@azure/core-rest-pipeline';
import { keepToEndpoint } from '../policies/keep-to-endpoint';
import { answerFailure } from '../to-failure';

/** What every client is made with, whatever its service. */
export interface ClientSettings {
  readonly credential: TokenCredential;
  /** Resource manager's address, without a slash at its end. */
  readonly endpoint: string;
  /** What a token is asked for; the clients' own guess is the public cloud whatever the endpoint. */
  readonly scopes: readonly string[];
  readonly httpClient: HttpClient;
  /** Milliseconds before the first retry; each further one waits about twice as long. */
  readonly retryDelayMs: number;
  /** Run for each attempt, retries counted. */
  readonly policies: readonly PipelinePolicy[];
}

/** Options that the clients of both generations take. */
export function commonOptions({ endpoint, httpClient, policies, retryDelayMs }: ClientSettings) {
  return {
    endpoint,
    userAgentOptions: { userAgentPrefix: 'aml-secure-compute' },
    retryOptions: { maxRetries: 3, retryDelayInMs: retryDelayMs, maxRetryDelayInMs: retryDelayMs * 8 },
    additionalPolicies: [
      { policy: failPlainly(), position: 'perCall' as const },
      // Before the sign-in, which has errors of its own for addresses that it doesn't take.
      { policy: keepToEndpoint(endpoint, 'amlBeginAtEndpoint'), position: 'perCall' as const },
      ...policies.map((policy) => ({ policy, position: 'perRetry' as const })),
    ],
    httpClient,
  };
}

/**
 * Turns an answer that refuses into our failure, once retries are through. The clients would make errors
 * of their own of it, and those of the modular clients lose Azure's words when it is a list that is refused.
 */
function failPlainly(): PipelinePolicy {
  return {
    name: 'amlFailPlainly',
    sendRequest: async (request, next) => {
      const response = await next(request);
      // A 401 may ask for claims, which the sign-in of some clients, further out than this, answers.
      if (response.status >= 400 && response.status !== 401) throw answerFailure(response);
      return response;
    },
  };
}
