import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { retryAfterSeconds } from '../retry-after';
import { answerFailure } from '../to-failure';

/**
 * Short waits that Azure asks for are waited out by the clients' own retries. A longer one than a person would sit
 * through is said instead, with its seconds.
 */
export function refuseLongWaits(longestSeconds: number): PipelinePolicy {
  return {
    name: 'amlRefuseLongWaits',
    sendRequest: async (request, next) => {
      const response = await next(request);
      const wait = retryAfterSeconds(response.headers.get('retry-after')) ?? 0;
      const isSlowedDown = response.status === 429 || response.status === 503;
      if (isSlowedDown && wait > longestSeconds) throw answerFailure(response);
      return response;
    },
  };
}
