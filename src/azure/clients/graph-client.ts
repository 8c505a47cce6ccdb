import { createResourceGraph, type ResourceGraphContext } from '@azure/arm-resourcegraph/api';
import { createEmptyPipeline } from '@azure/core-rest-pipeline';
import type { RawSender } from '../raw-request';
import type { ClientSettings } from './client-settings';

/**
 * Creates the context of `@azure/arm-resourcegraph`, whose operations are separate functions. It sends requests with
 * another client: a separate pipeline would request another token, and Azure CLI takes a second for each.
 */
export function createGraphContext(
  { credential, endpoint }: ClientSettings,
  { subscriptionId, sender }: { readonly subscriptionId: string; readonly sender: RawSender },
): ResourceGraphContext {
  return createResourceGraph(credential, subscriptionId, {
    endpoint,
    pipeline: createEmptyPipeline(),
    httpClient: { sendRequest: (request) => sender.sendRequest(request) },
  });
}
