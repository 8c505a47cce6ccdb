import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

/** Api version of `@azure/arm-resources-subscriptions` 3. */
export const subscriptionsApiVersion = '2022-12-01';

/** Sends on the client's own pipeline. */
export interface SubscriptionsClient {
  readonly sender: RawSender;
  readonly endpoint: string;
}

export function createSubscriptionsClient(settings: ClientSettings): SubscriptionsClient {
  const credentials = { scopes: [...settings.scopes] };
  const client = new SubscriptionClient(settings.credential, { ...commonOptions(settings), credentials });
  return {
    sender: { sendRequest: (request) => client.pipeline.sendRequest(settings.httpClient, request) },
    endpoint: settings.endpoint,
  };
}
