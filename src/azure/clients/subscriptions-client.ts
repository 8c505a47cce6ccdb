import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

/** Creates a sender that uses the client's own pipeline. */
export function createSubscriptionsSender(settings: ClientSettings): RawSender {
  const credentials = { scopes: [...settings.scopes] };
  const client = new SubscriptionClient(settings.credential, { ...commonOptions(settings), credentials });
  return { sendRequest: (request) => client.pipeline.sendRequest(settings.httpClient, request) };
}
