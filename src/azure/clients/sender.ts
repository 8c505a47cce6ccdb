import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicy,
  createPipelineFromOptions,
  type HttpClient,
  type PipelinePolicy,
} from '@azure/core-rest-pipeline';
import { failPlainly } from '../policies/typed-failures';
import { keepToEndpoint } from '../policies/keep-to-endpoint';
import type { RawSender } from '../raw-request';

export interface SenderSettings {
  readonly credential: TokenCredential;
  /** Resource manager's address, without a slash at its end. */
  readonly endpoint: string;
  /** What a token is asked for; a default would be the public cloud whatever the endpoint. */
  readonly scopes: readonly string[];
  readonly httpClient: HttpClient;
  /** Milliseconds before the first retry; each further one waits about twice as long. */
  readonly retryDelayMs: number;
  /** Run for each attempt, retries counted. */
  readonly policies: readonly PipelinePolicy[];
}

/**
 * The pipeline of Azure's clients for JavaScript, without their operations, whose models drop what they don't know:
 * sign-in, retries, redirects, and proxies are as in every client of Azure.
 */
export function createSender(settings: SenderSettings): RawSender {
  const { credential, endpoint, scopes, httpClient, retryDelayMs, policies } = settings;
  const pipeline = createPipelineFromOptions({
    userAgentOptions: { userAgentPrefix: 'aml-secure-compute' },
    retryOptions: { maxRetries: 3, retryDelayInMs: retryDelayMs, maxRetryDelayInMs: retryDelayMs * 8 },
  });
  pipeline.addPolicy(failPlainly());
  // Before the sign-in, which has errors of its own for addresses that it doesn't take.
  pipeline.addPolicy(keepToEndpoint(endpoint, 'amlBeginAtEndpoint'));
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: [...scopes] }), { phase: 'Sign' });
  for (const policy of policies) pipeline.addPolicy(policy, { afterPhase: 'Sign' });
  return { sendRequest: (request) => pipeline.sendRequest(httpClient, request) };
}
