import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { retryAfterSeconds, waitHeaders } from '../retry-after';
import { answerFailure } from '../to-failure';

/**
 * Leaves short waits that Azure requests to the clients' own retries. A wait longer than a user would accept fails with
 * its number of seconds. The retries receive only valid waits: they would ignore a negative wait, or one longer than 24
 * days.
 */
export function refuseLongWaits(longestSeconds: number, shortestMs: number): PipelinePolicy {
  return {
    name: 'amlRefuseLongWaits',
    sendRequest: async (request, next) => {
      const response = await next(request);
      if (response.status !== 429 && response.status !== 503) return response;
      const wait = retryAfterSeconds(response.headers);
      if (wait !== undefined && wait > longestSeconds) throw answerFailure(response);
      for (const name of waitHeaders) response.headers.delete(name);
      if (wait !== undefined) {
        response.headers.set('retry-after-ms', String(Math.ceil(Math.max(wait * 1000, shortestMs))));
      }
      return response;
    },
  };
}
