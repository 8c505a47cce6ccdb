import { bearerTokenAuthenticationPolicy, createPipelineFromOptions } from '@azure/core-rest-pipeline';
import type { SenderFactories } from '../clients';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

/**
 * Creates a pipeline without the SDK's clients, but with the same sign-in, retries, and limits. It's for the npm
 * package, whose size is limited.
 */
function createPlainSender(settings: ClientSettings): RawSender {
  const { credential, scopes, httpClient } = settings;
  const { additionalPolicies, userAgentOptions, retryOptions } = commonOptions(settings);
  const pipeline = createPipelineFromOptions({ userAgentOptions, retryOptions });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: [...scopes] }), { phase: 'Sign' });
  for (const { policy, position } of additionalPolicies) {
    pipeline.addPolicy(policy, position === 'perRetry' ? { afterPhase: 'Sign' } : {});
  }
  return { sendRequest: (request) => pipeline.sendRequest(httpClient, request) };
}

export const plainSenders: SenderFactories<RawSender> = {
  learning: createPlainSender,
  network: createPlainSender,
  subscriptions: createPlainSender,
};
