import { SubscriptionClient } from '@azure/arm-resources-subscriptions';
import { commonOptions, type ClientSettings } from './client-settings';

export type SubscriptionsClient = SubscriptionClient;

export function createSubscriptionsClient(settings: ClientSettings): SubscriptionsClient {
  const credentials = { scopes: [...settings.scopes] };
  return new SubscriptionClient(settings.credential, { ...commonOptions(settings), credentials });
}
