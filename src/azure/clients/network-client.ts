import { NetworkManagementClient } from '@azure/arm-network';
import type { RawSender } from '../raw-request';
import { commonOptions, type ClientSettings } from './client-settings';

export type NetworkClient = NetworkManagementClient;

/**
 * Api version of `@azure/arm-network` 39. Whole resources are written back in the version they are read in, and that
 * is the newest one that we know: a member that an older version does not show would be lost by its PUT.
 */
export const networkApiVersion = '2026-01-01';

/**
 * Subnets are written in the last version in which one that does not speak of `defaultOutboundAccess` has it (default
 * outbound access page, 2025-12-03): a newer one could close the way out by our silence.
 */
export const subnetWriteVersion = '2025-05-01';

export function createNetworkClient(settings: ClientSettings, subscriptionId: string): NetworkClient {
  const credentials = { scopes: [...settings.scopes] };
  return new NetworkManagementClient(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentials,
  });
}

/** Requests on the client's own pipeline: its models drop what they do not know, so whole bodies go around them. */
export function networkSender(client: NetworkClient, settings: ClientSettings): RawSender {
  return { sendRequest: (request) => client.pipeline.sendRequest(settings.httpClient, request) };
}
