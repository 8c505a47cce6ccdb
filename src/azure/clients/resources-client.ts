import { ResourceManagementClient } from '@azure/arm-resources';
import { commonOptions, type ClientSettings } from './client-settings';

export type ResourcesClient = ResourceManagementClient;

export function createResourcesClient(settings: ClientSettings, subscriptionId: string): ResourcesClient {
  const credentials = { scopes: [...settings.scopes] };
  return new ResourceManagementClient(settings.credential, subscriptionId, {
    ...commonOptions(settings),
    credentials,
  });
}
