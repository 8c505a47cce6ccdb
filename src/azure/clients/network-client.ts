import { createNetworkManagement } from '@azure/arm-network/api';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

/**
 * Creates the client of `@azure/arm-network` without its operations, which are 2 MB of models. Requests use its
 * pipeline: authentication, retries, and limits as for every other client.
 */
export function createNetworkSender(settings: ClientSettings, subscriptionId: string): RawSender {
  const { pipeline } = createNetworkManagement(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentials: { scopes: [...settings.scopes] },
  });
  return { sendRequest: (request) => pipeline.sendRequest(settings.httpClient, request) };
}
