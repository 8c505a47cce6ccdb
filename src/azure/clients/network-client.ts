import { createNetworkManagement } from '@azure/arm-network/api';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

/**
 * API version of `@azure/arm-network` 39. Whole resources are written back in the version they are read in. That is the
 * newest version that this code knows. A PUT would lose a member that an older version doesn't return.
 */
export const networkReadApiVersion = '2026-01-01';

/**
 * API version for writing subnets: the last version in which a subnet that omits `defaultOutboundAccess` has it
 * (default outbound access page, 2025-12-03). A newer version could turn off outbound access if the member is omitted.
 */
export const subnetWriteVersion = '2025-05-01';

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
