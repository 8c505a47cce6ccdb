import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient, PipelinePolicy } from '@azure/core-rest-pipeline';
import { keepToEndpoint } from '../policies/keep-to-endpoint';
import { answerFailure } from '../to-failure';

/** Settings for every client, independent of its service. */
export interface ClientSettings {
  readonly credential: TokenCredential;
  /** Resource manager endpoint, without a trailing slash. */
  readonly endpoint: string;
  /** Token scopes. The clients' own default is the public cloud, whatever the endpoint. */
  readonly scopes: readonly string[];
  readonly httpClient: HttpClient;
  /** Milliseconds before the first retry. Each further wait is about twice as long. */
  readonly retryDelayMs: number;
  /** Policies that run for each attempt, including retries. */
  readonly policies: readonly PipelinePolicy[];
}

/** Returns options that both generations of clients accept. */
export function commonOptions({ endpoint, httpClient, policies, retryDelayMs }: ClientSettings) {
  return {
    endpoint,
    userAgentOptions: { userAgentPrefix: 'aml-secure-compute' },
    retryOptions: { maxRetries: 3, retryDelayInMs: retryDelayMs, maxRetryDelayInMs: retryDelayMs * 8 },
    additionalPolicies: [
      { policy: failPlainly(), position: 'perCall' as const },
      // Runs before authentication, which throws its own errors for addresses that it rejects.
      { policy: keepToEndpoint(endpoint, 'amlBeginAtEndpoint'), position: 'perCall' as const },
      ...policies.map((policy) => ({ policy, position: 'perRetry' as const })),
    ],
    httpClient,
  };
}

/**
 * Throws an `AzureFailure` for an error response after all retries. The clients would throw their own errors. Those of
 * the modular clients lose Azure's message if a list request fails.
 */
function failPlainly(): PipelinePolicy {
  return {
    name: 'amlFailPlainly',
    sendRequest: async (request, next) => {
      const response = await next(request);
      // A 401 can contain a claims challenge, which the authentication policy of some clients handles further out in
      // the pipeline.
      if (response.status >= 400 && response.status !== 401) throw answerFailure(response);
      return response;
    },
  };
}
