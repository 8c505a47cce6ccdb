import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { badResponse } from '../failure';

/**
 * Allows requests to the resource manager only. URLs of pages and operations come from responses, and a URL of another
 * host would send the token there.
 */
export function keepToEndpoint(endpoint: string, name = 'amlKeepToEndpoint'): PipelinePolicy {
  const { protocol, host } = new URL(endpoint);
  return {
    name,
    sendRequest: async (request, next) => {
      const target = URL.canParse(request.url) ? new URL(request.url) : undefined;
      const isOurs = target?.host === host || target?.host.endsWith(`.${host}`);
      if (target?.protocol !== protocol || !isOurs) throw badResponse('elsewhere');
      return next(request);
    },
  };
}
