import type { SenderFactories } from '../clients';
import { createLearningClient, type LearningClient } from './learning-client';
import { createNetworkSender } from './network-client';
import { createSubscriptionsSender } from './subscriptions-client';

/** Pipelines of the SDK's clients. */
export const sdkSenders: SenderFactories<LearningClient> = {
  learning: createLearningClient,
  network: createNetworkSender,
  subscriptions: createSubscriptionsSender,
};
