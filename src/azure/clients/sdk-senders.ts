import type { SenderFactories } from '../clients';
import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { commonOptions, type ClientSettings } from './client-settings';
import { createNetworkManagement } from '@azure/arm-network/api';
import type { RawSender } from '../raw-request';
import { SubscriptionClient } from '@azure/arm-resources-subscriptions';

/** Pipelines of the SDK's clients. */
export const sdkSenders: SenderFactories<LearningClient> = {
  learning: createLearningClient,
  network: createNetworkSender,
  subscriptions: createSubscriptionsSender,
};

/** Client that also sends raw requests on its pipeline (`sendRequest`), for members that its 2022-10-01 models lose. */
type LearningClient = AzureMachineLearningWorkspaces;

function createLearningClient(settings: ClientSettings, subscriptionId: string): LearningClient {
  return new AzureMachineLearningWorkspaces(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentialScopes: [...settings.scopes],
  });
}

/**
 * Creates the client of `@azure/arm-network` without its operations, which are 2 MB of models. Requests use its
 * pipeline: authentication, retries, and limits as for every other client.
 */
function createNetworkSender(settings: ClientSettings, subscriptionId: string): RawSender {
  const { pipeline } = createNetworkManagement(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentials: { scopes: [...settings.scopes] },
  });
  return { sendRequest: (request) => pipeline.sendRequest(settings.httpClient, request) };
}

/** Creates a sender that uses the client's own pipeline. */
function createSubscriptionsSender(settings: ClientSettings): RawSender {
  const credentials = { scopes: [...settings.scopes] };
  const client = new SubscriptionClient(settings.credential, { ...commonOptions(settings), credentials });
  return { sendRequest: (request) => client.pipeline.sendRequest(settings.httpClient, request) };
}
