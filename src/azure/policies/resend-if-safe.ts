import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { answerFailure, toFailure } from '../to-failure';

/**
 * Keeps the clients' retries from sending a write again that Azure may have taken already, unless it holds only for
 * the state that it was made for (`If-Match`): meanwhile somebody else may have written there. `If-None-Match` is no
 * such promise, because not every type heeds it. Whoever sent it looks what became of it. What Azure certainly did not take, because it could not be reached or was too busy, is sent again.
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
      if (mayBeTaken(response.status)) throw answerFailure(response);
      return response;
    },
  };
}

const neverSent: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && neverSent.has(error.code);
}

/** Server faults and time that was up; 503 says that it was not begun. */
function mayBeTaken(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 503);
}
