import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { answerFailure, toFailure } from '../to-failure';

/**
 * Prevents retries of a write that Azure may already have accepted, because another user may have written there since.
 * Writes with `If-Match` are exempt: they apply only to the state for which they were built. `If-None-Match` doesn't
 * guarantee that, because not every type honors it. The caller then checks the result. A request that Azure certainly
 * didn't process (unreachable or too busy) is sent again.
 */
export function resendIfSafe(): PipelinePolicy {
  return {
    name: 'amlResendIfSafe',
    sendRequest: async (request, next) => {
      const isWrite = ['PUT', 'PATCH', 'DELETE'].includes(request.method);
      const isConditional = request.headers.has('if-match');
      if (!isWrite || isConditional) return next(request);
      const response = await next(request).catch((error: unknown) => {
        throw wasNeverSent(error) ? error : toFailure(error);
      });
      if (isAmbiguousStatus(response.status)) throw answerFailure(response);
      return response;
    },
  };
}

const neverSent: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && neverSent.has(error.code);
}

/** True for server errors and timeouts, after which the write may have happened. 503 means that it didn't start. */
function isAmbiguousStatus(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 503);
}
