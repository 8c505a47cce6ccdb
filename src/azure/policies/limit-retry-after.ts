import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { retryAfterSeconds, waitHeaders } from '../retry-after';
import { answerFailure } from '../to-failure';

/**
 * Short waits that Azure asks for are waited out by the clients' own retries. A longer one than a person would sit
 * through is said instead, with its seconds. The retries are only told of waits that make sense: they would take a
 * negative one, or one beyond 24 days, for none.
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
