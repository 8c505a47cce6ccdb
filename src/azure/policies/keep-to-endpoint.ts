import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { AzureFailure } from '../failure';

/**
 * Lets requests go to the resource manager alone. Pages and operations are followed by addresses that answers bring;
 * one that pointed elsewhere would carry the token there.
 */
export function keepToEndpoint(endpoint: string): PipelinePolicy {
  const { protocol, host } = new URL(endpoint);
  return {
    name: 'amlKeepToEndpoint',
    sendRequest: async (request, next) => {
      const asked = new URL(request.url);
      const isOurs = asked.host === host || asked.host.endsWith(`.${host}`);
      if (asked.protocol !== protocol || !isOurs) throw new AzureFailure('bug');
      return next(request);
    },
  };
}
