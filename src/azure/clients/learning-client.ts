import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { commonOptions, type ClientSettings } from './client-settings';

/** Sends requests of its own pipeline too (`sendRequest`), for what its 2022-10-01 models lose. */
export type LearningClient = AzureMachineLearningWorkspaces;

export function createLearningClient(settings: ClientSettings, subscriptionId: string): LearningClient {
  return new AzureMachineLearningWorkspaces(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentialScopes: [...settings.scopes],
  });
}
