import { AzureMachineLearningWorkspaces } from '@azure/arm-machinelearning';
import { commonOptions, type ClientSettings } from './client-settings';

/** Client that also sends raw requests on its pipeline (`sendRequest`), for members that its 2022-10-01 models lose. */
export type LearningClient = AzureMachineLearningWorkspaces;

export function createLearningClient(settings: ClientSettings, subscriptionId: string): LearningClient {
  return new AzureMachineLearningWorkspaces(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentialScopes: [...settings.scopes],
  });
}
