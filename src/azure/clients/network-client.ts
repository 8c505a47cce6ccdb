import { createNetworkManagement } from '@azure/arm-network/api';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

/**
 * Api version of `@azure/arm-network` 39. Whole resources are written back in the version they are read in, and that
 * is the newest one that we know: a member that an older version does not show would be lost by its PUT.
 */
export const networkReadApiVersion = '2026-01-01';

/**
 * Subnets are written in the last version in which one that does not speak of `defaultOutboundAccess` has it (default
 * outbound access page, 2025-12-03): a newer one could close the outbound access by our silence.
 */
export const subnetWriteVersion = '2025-05-01';

/**
 * The client of `@azure/arm-network` without its operations, which are 2 MB of models. Requests go on its pipeline:
 * sign-in, retries, and limits as for every other client.
 */
export function createNetworkSender(settings: ClientSettings, subscriptionId: string): RawSender {
  const { pipeline } = createNetworkManagement(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentials: { scopes: [...settings.scopes] },
  });
  return { sendRequest: (request) => pipeline.sendRequest(settings.httpClient, request) };
}
