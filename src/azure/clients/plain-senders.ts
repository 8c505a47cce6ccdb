import { bearerTokenAuthenticationPolicy, createPipelineFromOptions } from '@azure/core-rest-pipeline';
import type { SenderFactories } from '../clients';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

/**
 * The pipeline that the SDK's clients have, without the clients: sign-in, retries, and limits are the same. For the program
 * on npm, which has little room.
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
