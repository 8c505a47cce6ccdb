import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/** Limits the time of a request without a response, so that each poll of a long-running operation is bounded, too. */
export function limitRequestTime(milliseconds: number): PipelinePolicy {
  return {
    name: 'amlLimitRequestTime',
    sendRequest: (request, next) => {
      if (request.timeout === 0) request.timeout = milliseconds;
      return next(request);
    },
  };
}
