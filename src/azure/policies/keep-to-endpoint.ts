import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { badResponse } from '../failure';

/**
 * Lets requests go to the resource manager alone. Pages and operations are followed by addresses that answers bring;
 * one that pointed elsewhere would carry the token there.
 */
export function keepToEndpoint(endpoint: string, name = 'amlKeepToEndpoint'): PipelinePolicy {
  const { protocol, host } = new URL(endpoint);
  return {
    name,
    sendRequest: async (request, next) => {
      const asked = URL.canParse(request.url) ? new URL(request.url) : undefined;
      const isOurs = asked?.host === host || asked?.host.endsWith(`.${host}`);
      if (asked?.protocol !== protocol || !isOurs) throw badResponse('elsewhere');
      return next(request);
    },
  };
}
